// Functions of Object on literals and instances: order of keys, optional members, assign, is, hasOwn.

interface Options {
  width: number;
  height?: number;
  label: string;
  2?: string;
  1?: string;
}
const options: Options = { label: "box", 2: "two", width: 5, 1: "one" };
console.log(Object.keys(options), Object.values(options), Object.entries(options));
console.log(Object.keys({}), Object.values({ a: [1], b: [2] }), Object.entries({ x: { y: 1 } }));
for (const [key, value] of Object.entries({ b: 2, a: 1 })) console.log(key, value.toFixed(1));
const target = { a: 1, b: "x" };
const result = Object.assign(target, { a: 5 }, { b: "y" });
console.log(result === target, target, Object.assign({ c: 1 }, {}));
console.log(
  Object.is(NaN, NaN),
  Object.is(0, -0),
  Object.is(target, result),
  Object.is("a", "a"),
  Object.is(null, undefined),
  Object.is([], []),
);
console.log(Object.hasOwn(options, "width"), Object.hasOwn(options, "height"), Object.hasOwn(options, "nope"));
class Base {
  a = 1;
  method(): number {
    return this.a;
  }
}
class Derived extends Base {
  b = "two";
  #hidden = 3;
  get c(): number {
    return this.#hidden;
  }
  static s = 9;
}
const derived = new Derived();
console.log(Object.keys(derived), Object.entries(derived), Object.hasOwn(derived, "a"), Object.hasOwn(derived, "method"), derived.c);
const frozen = Object.freeze({ x: 1, list: [1, 2] });
const numbers = Object.freeze([1, 2, 3]);
console.log(
  frozen,
  numbers,
  numbers.map((n) => n + 1),
  frozen.list.length,
);
const sum = Object.values({ a: 1, b: 2, c: 3 }).reduce((total, n) => total + n, 0);
const swapped = new Map(Object.entries({ one: "1", two: "2" }).map(([key, value]) => [value, key]));
console.log(sum, swapped, Object.keys(options).includes("label"), Object.keys([7, 8]), Object.keys(derived).length);
const total = Object.entries({ q: 2, w: 3 })
  .map(([key, value]) => key.repeat(value))
  .join("");
console.log(total);
