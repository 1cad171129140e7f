// `constructor` of what is known to be an object and no more: also of literals, lists and what the library makes.

class Point {
  constructor(readonly x: number) {}
}
class Deep extends Point {}
function isPoint(value: object): boolean {
  return value.constructor === Point;
}
console.log([new Point(1), new Deep(1), {}, [], new Map()].map(isPoint));
function kindOf(value: unknown): string {
  return typeof value === "object" && value !== null ? value.constructor.name : typeof value;
}
console.log([new Point(1), new Deep(2), { a: 1 }, new Map(), new Date(0), new Error("e"), 1, "s", null].map(kindOf));
const isPlain = (value: unknown): boolean => typeof value === "object" && value !== null && value.constructor === Object;
console.log([{}, { a: 1 }, JSON.parse("{}") as unknown, [], [1], ["a"], new Point(1), null, new Set()].map(isPlain));
function same<T extends object>(a: T, b: object): boolean {
  return a.constructor === b.constructor;
}
console.log(same(new Point(1), new Point(2)), same(new Point(1), new Deep(2)), same({}, { a: 1 }));
