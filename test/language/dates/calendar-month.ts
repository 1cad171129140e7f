// A calendar of a month, weeks beginning on Monday, and the days between dates.
function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
}
function show(year: number, month: number): void {
  const first = (new Date(Date.UTC(year, month, 1)).getUTCDay() + 6) % 7;
  const cells = [
    ...new Array<string>(first).fill("  "),
    ...Array.from({ length: daysIn(year, month) }, (_, i) => String(i + 1).padStart(2)),
  ];
  console.log(new Date(Date.UTC(year, month)).toISOString().slice(0, 7));
  for (let at = 0; at < cells.length; at += 7) console.log(cells.slice(at, at + 7).join(" "));
}
show(2024, 1);
show(2023, 9);
const leapYears = Array.from({ length: 41 }, (_, i) => 1880 + i * 5).filter((year) => daysIn(year, 1) === 29);
console.log(leapYears.join(" "));
const fridays: string[] = [];
for (const date = new Date("2024-01-13"); date.getUTCFullYear() < 2027; date.setUTCMonth(date.getUTCMonth() + 1))
  if (date.getUTCDay() === 5) fridays.push(date.toISOString().slice(0, 10));
console.log(fridays.join(" "));
console.log((Date.parse("2024-12-25") - Date.parse("2024-02-28")) / 86_400_000);
