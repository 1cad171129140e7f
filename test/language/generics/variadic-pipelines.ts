// Tuples as type parameters: functions that add, drop and keep parameters of the functions they are given.

function traced<A extends unknown[], R>(name: string, f: (...args: A) => R): (...args: A) => R {
  return (...args) => {
    const result = f(...args);
    console.log(`${name}/${args.length}`, result);
    return result;
  };
}
function curried<F, A extends unknown[], R>(f: (first: F, ...rest: A) => R): (first: F) => (...rest: A) => R {
  return (first) =>
    (...rest) =>
      f(first, ...rest);
}
function cached<A extends unknown[], R>(key: (...args: A) => string, f: (...args: A) => R): (...args: A) => R {
  const known = new Map<string, R>();
  return (...args) => {
    const name = key(...args);
    const old = known.get(name);
    if (old !== undefined) return old;
    const made = f(...args);
    known.set(name, made);
    return made;
  };
}
function once<A extends unknown[], R>(f: (...args: A) => R): (...args: A) => R | undefined {
  let used = false;
  return (...args) => {
    if (used) return undefined;
    used = true;
    return f(...args);
  };
}
const add = traced("add", (a: number, b: number) => a + b);
const label = traced("label", (text: string, n: number, flag: boolean) => `${text}${flag ? n : -n}`);
const none = traced("none", () => "nothing");
console.log(add(1, 2) + add(3, 4), label("x", 5, false), none());
console.log(curried(label)("curried")(7, true), curried(add)(10)(20));
const slow = cached(
  (a: number, b: number) => `${a}:${b}`,
  traced("power", (a: number, b: number) => a ** b),
);
console.log(slow(2, 10), slow(2, 10), slow(10, 2));
const first = once(traced("first", (names: string[], at: number) => names[at] ?? "?"));
console.log(first(["p", "q"], 1), first(["r"], 0));

function zipWith<A, B, R>(f: (a: A, b: B) => R, as: readonly A[], bs: readonly B[]): R[] {
  return as.slice(0, bs.length).map((a, index) => f(a, bs[index]));
}
console.log(zipWith(add, [1, 2], [10, 20, 30]).join());
const make = <A extends unknown[], T>(Class: new (...args: A) => T, ...args: A): T => new Class(...args);
class Point {
  constructor(
    readonly x: number,
    readonly y: number,
    readonly name = "p",
  ) {}
}
console.log(make(Point, 1, 2).name, make(Point, 3, 4, "q").name, make(Point, 5, 6).x);
