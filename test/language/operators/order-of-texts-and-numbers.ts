// Order of values that may be texts, numbers or dates: two texts as texts, everything else as numbers; and `Number`, `+` and `-` of them.

const values: (string | number)[] = [10, "9", "abc", "10", 2, -0, "", NaN, " 3 "];
for (const a of values) console.log(JSON.stringify(a), values.map((b) => [a < b, a <= b, a > b, a >= b].map(Number).join("")).join(" "));
const sorted = ["b", "a", "c"].sort((x: string, y: string) => (x < y ? -1 : 1));
console.log(sorted);
function num(x: string | number | boolean | null | undefined): number {
  return Number(x);
}
console.log(num("12"), num(3), num(true), num(null), num(undefined), num("x"));
function plus(x: string | number): number {
  return +x;
}
function minus(x: string | number | boolean): number {
  return -x;
}
console.log(plus("12"), plus(3), plus(""), minus("4"), minus(true), minus(2), +new Date(5), Number(new Date(7)));
const date = (x: Date | number): number => Number(x) + 1;
console.log(date(new Date(6)), date(4), Number(null), Number(), Number(undefined));
const before = (a: Date | number, b: Date | number): boolean => a < b;
console.log(before(new Date(1), 2), before(3, new Date(2)), before(new Date(4), new Date(5)));
enum Level {
  Low = 1,
  High,
}
const above = (a: Level | string, b: Level | string): boolean => a > b;
console.log(above(Level.High, Level.Low), above("5", Level.High), above("a", Level.Low));
