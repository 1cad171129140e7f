// Generic functions given to other generic functions, with type arguments written, and where a function of certain types is wanted.

function identity<T>(value: T): T {
  return value;
}
const toList = <T>(value: T): T[] => [value];
function apply<A, B>(run: (a: A) => B, a: A): B {
  return run(a);
}
function compose<A, B, C>(f: (a: A) => B, g: (b: B) => C): (a: A) => C {
  return (a) => g(f(a));
}
console.log(apply(identity, 1) + 1, apply(identity, "a").length, apply(toList, 2), apply(toList, "b"));
console.log(compose(identity<number>, toList<number>)(3), compose((n: number) => `${n}`, identity)(4).padStart(3, "0"));
const strings = toList<string>;
console.log(strings("s").join(), identity<number[]>([1, 2]).length);

function maker(base: number): <T>(value: T) => string {
  return (value) => `${base}:${String(value)}`;
}
const show = maker(7);
const showNumber: (n: number) => string = show;
console.log(
  showNumber(8),
  [1, 2].map((n) => show(n)),
  ["x"].map(show),
);
const byName = new Map<string, <T>(list: readonly T[]) => T | undefined>([
  ["first", (list) => list[0]],
  ["last", (list) => list.at(-1)],
]);
for (const [name, pick] of byName) console.log(name, pick([1, 2, 3]), pick(["a", "b"]), pick([]));
