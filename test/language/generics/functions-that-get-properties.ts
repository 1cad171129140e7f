// What a type parameter says of functions, with properties besides.

type Named<T> = ((value: T) => T) & { label: string };
function named<T>(label: string, f: (value: T) => T): Named<T> {
  return Object.assign(f, { label });
}
const next = named("next", (n: number) => n + 1);
const shout = named("shout", (text: string) => `${text}!`);
console.log(next(1) * 2, next.label, [1, 2].map(next), shout("a"), shout.label.length);

function remembered<F extends (n: number) => number>(f: F): F & { cache: Map<number, number> } {
  const cache = new Map<number, number>();
  const found = ((n: number) => {
    const known = cache.get(n) ?? f(n);
    cache.set(n, known);
    return known;
  }) as F;
  return Object.assign(found, { cache });
}
const square = remembered((n: number) => n * n);
console.log(square(4) + 1, square(4), square(5), square.cache.size, [...square.cache.keys()]);

function measured<A extends unknown[], R>(f: (...args: A) => R) {
  const measure = (...args: A): R => {
    measure.calls++;
    measure.last = args.length;
    return f(...args);
  };
  measure.calls = 0;
  measure.last = 0;
  return measure;
}
const joined = measured((a: string, b: number) => a.repeat(b));
const none = measured(() => 1);
console.log(joined("ab", 2), joined("c", 3).length, joined.calls, joined.last, none(), none.calls, none.last);
