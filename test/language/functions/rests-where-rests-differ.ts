// A function with a rest parameter where one with another rest, or with none, is wanted.

const total = (...list: number[]): number => list.reduce((sum, n) => sum + n, 0);
const two: (a: number, b: number) => number = total;
const behindOne: (first: number, ...others: number[]) => number = total;
console.log(two(1, 2), behindOne(1), behindOne(1, 2, 3));

const separated = (separator: string, ...parts: string[]): string => parts.join(separator);
const all: (...parts: string[]) => string = separated;
console.log(all("-", "a", "b"), all(","));

const smallest: (...list: number[]) => number = (...list) => Math.min(...list);
console.log(smallest(3, 1, 2), smallest());
const counted: (...list: unknown[]) => number = (...list: unknown[]) => list.length;
const narrower: (a: string, b?: number) => number = counted;
console.log(narrower("x"), narrower("x", 1));

const defaults: (...list: number[]) => number = (a = 1, b = 2) => a * 10 + b;
console.log(defaults(), defaults(5), defaults(5, 6), defaults(5, 6, 7));

function callAll(list: ((...args: number[]) => number)[]): number[] {
  return list.map((each) => each(4, 5, 6));
}
console.log(callAll([total, Math.max, (a, b) => a - b, (...[, , c]) => c]));
