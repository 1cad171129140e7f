// Functions around functions with any parameters: once, remembered, negated, timed, delayed.

function once<A extends unknown[], R>(f: (...args: A) => R): (...args: A) => R {
  let result: R | undefined;
  let isDone = false;
  return (...args) => {
    if (!isDone) {
      isDone = true;
      result = f(...args);
    }
    return result as R;
  };
}
const start = once((name: string, n: number) => `${name}${n}`);
console.log(start("a", 1), start("b", 2));

function remembered<A extends unknown[], R>(f: (...args: A) => R): (...args: A) => R {
  const known = new Map<string, R>();
  return (...args) => {
    const key = JSON.stringify(args);
    const found = known.get(key) ?? f(...args);
    known.set(key, found);
    return found;
  };
}
let calls = 0;
const add = remembered((a: number, b: number) => {
  calls++;
  return a + b;
});
console.log(add(1, 2), add(1, 2), add(2, 1), calls);

const negated =
  <A extends unknown[]>(test: (...args: A) => boolean) =>
  (...args: A): boolean =>
    !test(...args);
console.log([1, 2, 3].filter(negated((n: number) => n % 2 === 0)));

function traced<F extends (...args: never[]) => unknown>(name: string, f: F): F {
  console.log("traced", name);
  return f;
}
console.log(traced("square", (n: number) => n * n)(7));

function delayed<A extends unknown[]>(f: (...args: A) => void): (...args: A) => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  return (...args) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => f(...args), 1);
  };
}
const show = delayed((text: string, n: number) => console.log("delayed", text, n));
show("a", 1);
show("b", 2);
const flipped =
  <A, B, C>(f: (a: A, b: B) => C) =>
  (b: B, a: A): C =>
    f(a, b);
const curried =
  <A, B, C>(f: (a: A, b: B) => C) =>
  (a: A) =>
  (b: B): C =>
    f(a, b);
console.log(flipped((a: number, b: number) => a - b)(1, 10), curried(Math.pow)(2)(10), curried(Math.max)(3)(4));
