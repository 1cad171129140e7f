// Local time, by parts that carry over: whatever the zone is, parts that are set are read again.

const show = (date: Date): string =>
  [
    date.getFullYear(),
    date.getMonth() + 1,
    date.getDate(),
    date.getHours(),
    date.getMinutes(),
    date.getSeconds(),
    date.getMilliseconds(),
  ].join(" ");

const date = new Date(2020, 1, 29, 13, 5, 9, 7);
console.log(show(date), date.getDay());
date.setMonth(13);
console.log(show(date));
date.setDate(0);
console.log(show(date));
date.setHours(49, 61, 3);
console.log(show(date));
date.setMinutes(-1);
date.setSeconds(90, 1500);
console.log(show(date));
date.setFullYear(2024, 1, 30);
date.setMilliseconds(-1);
console.log(show(date));
console.log(show(new Date(99, 0)), show(new Date(100, 11, 31)), show(new Date(2021, 0, 0)));
console.log(show(new Date(2022, -1, 32, 24, 60, 60, 1000)));
const invalid = new Date(NaN);
console.log(show(invalid), invalid.getDay(), invalid.getTimezoneOffset(), new Date(2020, NaN).getTime());
console.log(new Date(2024, 0, 1) < new Date(2024, 0, 2), new Date(5) <= new Date(5), new Date(5) > new Date(NaN));
const birthdays = [new Date(1990, 5, 1), new Date(1985, 0, 9), new Date(1990, 4, 31)];
birthdays.sort((a, b) => a.getTime() - b.getTime());
console.log(birthdays.map((day) => day.getFullYear() * 100 + day.getMonth()).join());
function daysInMonth(year: number, month: number): number {
  return new Date(year, month + 1, 0).getDate();
}
console.log(Array.from({ length: 12 }, (_, month) => daysInMonth(2023, month)).join(" "), daysInMonth(2024, 1), daysInMonth(1900, 1));
