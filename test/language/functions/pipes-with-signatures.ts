// One body for all lengths of a pipe: what the body takes for unknown is what the signatures say.

function pipe<A, B>(value: A, first: (a: A) => B): B;
function pipe<A, B, C>(value: A, first: (a: A) => B, second: (b: B) => C): C;
function pipe<A, B, C, D>(value: A, first: (a: A) => B, second: (b: B) => C, third: (c: C) => D): D;
function pipe(value: unknown, ...steps: Array<(given: unknown) => unknown>): unknown {
  return steps.reduce((given, step) => step(given), value);
}

const double = (n: number): number => n * 2;
const framed = (n: number): string => `<${n}>`;
const total: number = pipe(3, double, (n) => n + 1);
console.log(total + 1, pipe(5, double, framed).length);
console.log(
  pipe(
    "a,b,c",
    (text) => text.split(","),
    (list) => list.map((part) => part.toUpperCase()),
    (list) => list.join("+"),
  ),
);
console.log(
  pipe(
    [3, 1, 2],
    (list) => list.toSorted(),
    (list) => list.at(-1) ?? 0,
  ),
);
console.log(
  pipe(
    true,
    (yes) => !yes,
    (no) => (no ? 1 : 0),
    (n) => n + 0.5,
  ),
);

class Point {
  constructor(
    readonly x: number,
    readonly y: number,
  ) {}
}
const pair = pipe(
  new Point(1, 2),
  (point) => [point.x, point.y] as [number, number],
  ([x, y]) => ({ sum: x + y }),
);
console.log(pair, pair.sum);
console.log(
  pipe(
    new Map([["a", 1]]),
    (map) => [...map.entries()],
    ([[key, n]]) => `${key}${n}`,
  ),
);
console.log(
  pipe(
    null as string | null,
    (text) => text ?? undefined,
    (text) => text === undefined,
  ),
);
