// Defaults are evaluated at each call, left to right, and see what is before them.

let calls = 0;
const next = (): number => ++calls;
function f(a = next(), b = a * 10, c = () => a + b): string {
  return `${a} ${b} ${c()}`;
}
console.log(
  f(),
  f(5),
  f(5, 6),
  f(undefined, 1),
  f(1, 2, () => 0),
  calls,
);
const lists = (value: number, list: number[] = []): number => list.push(value);
console.log(lists(1), lists(2), lists(3, [0, 0]));
const g = (text = "x", { length } = { length: text.length }): number => length;
console.log(g(), g("abc"), g("abc", { length: 9 }));
