// Partial application: currying, argument order changed, functions that make functions that remember calls.

const curry =
  <A, B, C>(combine: (a: A, b: B) => C) =>
  (a: A) =>
  (b: B): C =>
    combine(a, b);
const flip =
  <A, B, C>(combine: (a: A, b: B) => C) =>
  (b: B, a: A): C =>
    combine(a, b);
const pipe =
  (...steps: ((value: number) => number)[]) =>
  (value: number): number =>
    steps.reduce((result, step) => step(result), value);

function counted<T>(run: (value: T) => T): { (value: T): T } {
  let calls = 0;
  return (value) => {
    calls++;
    log.push(calls);
    return run(value);
  };
}

const log: number[] = [];
const subtract = (left: number, right: number): number => left - right;
const minusFrom = curry(subtract);
const minus = curry(flip(subtract));
console.log(minusFrom(10)(3), minus(10)(3), [1, 2, 3].map(minusFrom(0)), [1, 2, 3].map(minus(1)));
const double = counted((value: number) => value * 2);
const steps = pipe(double, minus(1), double, Math.abs);
console.log(steps(3), steps(-3), pipe()(7), log);
const joined = curry((separator: string, parts: string[]) => parts.join(separator));
const dashed = joined("-");
console.log(dashed(["a", "b"]), dashed([]), joined("")(["x", "y"]));
const adders = [1, 10, 100].map((step) => (value: number) => value + step);
console.log(
  adders.map((add) => add(5)),
  pipe(...adders)(0),
  pipe(...adders, ...adders)(0),
);
