// Date: parts in UTC, before and after 1970, and of what is no moment.
for (const time of [0, -1, 86_400_000, 951_782_400_000, -62_167_219_200_000, 8.64e15, -8.64e15, 1e12 + 0.9, -1.9, 1_709_210_096_789]) {
  const date = new Date(time);
  const day = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), date.getUTCDay()];
  const clock = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds(), date.getUTCMilliseconds()];
  console.log(date.getTime(), day.join(" "), clock.join(" "), date.toISOString(), date.valueOf() === date.getTime());
}
for (const time of [NaN, 8.64e15 + 1, Infinity]) {
  const date = new Date(time);
  console.log(date.getTime(), date.getUTCFullYear(), date.getUTCDay(), date.getUTCHours(), date.getUTCMilliseconds(), date.toJSON());
  try {
    console.log(date.toISOString());
  } catch (error) {
    if (error instanceof RangeError) console.log(error.message);
  }
}
const copy = new Date(new Date(5));
console.log(copy.getTime(), new Date(-0).getTime() === 0, 1 / new Date(-0).getTime());
console.log(
  new Date(NaN).toUTCString(),
  new Date(-62_198_755_200_000 - 86_400_000 * 400).toUTCString(),
  new Date("0099-01-01").toUTCString(),
);
