// Texts of dates in local time, which is UTC here and where the tests run on Node.

const moments = [0, 951_826_214_999, -1, Date.UTC(2024, 1, 29, 23, 59, 59), Date.UTC(9999, 11, 31), Date.UTC(12345, 6, 4)];
for (const moment of moments) {
  const date = new Date(moment);
  console.log(date.toString());
  console.log(date.toDateString(), "|", date.toTimeString(), "|", date.toUTCString());
}
const early = new Date(0);
early.setFullYear(7);
console.log(early.toDateString(), "|", `${early}`);
early.setFullYear(-7);
console.log(early.toDateString(), "|", String(early), "|", early.toUTCString());
const invalid = new Date(NaN);
console.log(invalid.toString(), `${invalid}`, invalid.toDateString(), invalid.toTimeString());
console.log(`today: ${new Date(2020, 0, 1, 12)}`, "" + new Date(2020, 0, 2));
console.log(new Date(2020, 0, 1).getTimezoneOffset(), new Date("2020-06-01T12:00:00").getHours(), new Date(new Date(5)).getTime());
