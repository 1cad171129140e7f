// Week numbers of ISO 8601, the last working day of months, ages in whole years, and sums of durations.
const day = 86_400_000;
const text = (date: Date): string => date.toISOString().slice(0, 10);
function isoWeek(date: Date): string {
  const thursday = new Date(date.getTime() + (4 - (date.getUTCDay() || 7)) * day);
  const start = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return `${thursday.getUTCFullYear()}-W${String(Math.floor((thursday.getTime() - start) / day / 7) + 1).padStart(2, "0")}`;
}
for (const source of ["2020-12-31", "2021-01-01", "2021-01-03", "2021-01-04", "2024-12-30", "1999-12-31", "0001-01-01", "2026-02-28"])
  console.log(source, isoWeek(new Date(source)));
const ends: string[] = [];
for (let month = 0; month < 14; month++) {
  const date = new Date(Date.UTC(2023, month + 1, 0));
  while (date.getUTCDay() % 6 === 0) date.setUTCDate(date.getUTCDate() - 1);
  ends.push(text(date).slice(2));
}
console.log(ends.join(" "));
function age(born: Date, at: Date): number {
  const birthday = new Date(born);
  birthday.setUTCFullYear(at.getUTCFullYear());
  return at.getUTCFullYear() - born.getUTCFullYear() - (birthday.getTime() > at.getTime() ? 1 : 0);
}
const born = new Date("2000-02-29");
for (const at of ["2000-02-29", "2001-02-28", "2001-03-01", "2004-02-28", "2004-02-29", "1999-12-31"])
  console.log(at, age(born, new Date(at)));
const months = Array.from({ length: 6 }, (_, i) => {
  const date = new Date("2024-08-31T23:30:00-01:00");
  date.setUTCMonth(date.getUTCMonth() + i * 5);
  return text(date);
});
console.log(months.join(" "), born.toUTCString());
const spans = ["PT90M", "P1D", "PT3600S"].map(
  (span) => parseInt(span.replace("PT", "").replace("P", "")) * (span.endsWith("M") ? 60 : span.endsWith("D") ? 86_400 : 1),
);
console.log(spans, new Date(spans.reduce((sum, span) => sum + span * 1000, 0)).toJSON(), new Date(Date.UTC(1970, 0, 1, 0, 0, -1)).toJSON());
const times = ["2024-03-01T00:30+01:00", "2024-02-29T23:00:00.5Z", "2024-02-29", "2024"].map((at) => Date.parse(at));
console.log(
  times.toSorted((a, b) => a - b).map((at) => new Date(at).toISOString()),
  Math.max(...times) - Math.min(...times),
);
