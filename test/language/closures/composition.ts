// Functions that take and return functions.

const compose =
  <A, B, C>(f: (b: B) => C, g: (a: A) => B) =>
  (a: A): C =>
    f(g(a));
const twice =
  <T>(f: (x: T) => T) =>
  (x: T): T =>
    f(f(x));
const add = (n: number) => (x: number) => x + n;
const length = (text: string): number => text.length;
console.log(compose(add(1), length)("abc"), twice(add(3))(1), twice(twice(add(1)))(0), twice((text: string) => text + text)("x"));
const pipeline = [add(1), (x: number) => x * 2, add(-3)];
console.log(
  pipeline.reduce((value, step) => step(value), 5),
  pipeline.map((step) => step(10)).join(),
  compose((n: number) => n > 2, length)("ab"),
);
const curry = (f: (a: number, b: number, c: number) => number) => (a: number) => (b: number) => (c: number) => f(a, b, c);
console.log(curry((a, b, c) => a * b - c)(2)(3)(4));
