// Digits in any base, written and read by hand, agree with the library.

function write(value: number, base: number): string {
  if (value === 0) return "0";
  let text = "";
  for (let rest = Math.abs(value); rest > 0; rest = Math.floor(rest / base))
    text = "0123456789abcdefghijklmnopqrstuvwxyz".charAt(rest % base) + text;
  return value < 0 ? `-${text}` : text;
}
function read(text: string, base: number): number {
  let value = 0;
  for (const c of text.replace("-", "")) value = value * base + "0123456789abcdefghijklmnopqrstuvwxyz".indexOf(c);
  return text.startsWith("-") ? -value : value;
}
for (const value of [0, 1, 35, 36, -255, 1000000, 2147483648, 2 ** 52]) {
  for (const base of [2, 3, 10, 16, 36]) {
    const text = write(value, base);
    if (text !== value.toString(base) || read(text, base) !== value || parseInt(text, base) !== value)
      console.log("wrong", value, base, text);
  }
  console.log(write(value, 2), write(value, 7), write(value, 36));
}
