// flatMap walks over whatever its callback gives, and Iterator.from over whatever has next. Node 20 lacks them: see the .out file.

function* twice<T>(value: T): Generator<T> {
  try {
    yield value;
    yield value;
  } finally {
    console.log(`  twice ${value} is over`);
  }
}

console.log(
  [1, 2]
    .values()
    .flatMap((n) => [n, n * 10])
    .toArray(),
);
console.log(
  [1, 2]
    .values()
    .flatMap((n) => twice(n))
    .toArray(),
);
console.log(
  [3, 0, 2]
    .values()
    .flatMap((n) => Array.from({ length: n }, () => n))
    .toArray(),
);
console.log(
  [1, 2]
    .values()
    .flatMap((n) => new Set([n, n, -n]))
    .toArray(),
);
for (const value of ["a", "b"].values().flatMap((letter) => twice(letter))) {
  console.log(value);
  if (value === "b") break;
}
console.log(
  ["x=1", "y=2"]
    .values()
    .flatMap((text) => text.split("=").values())
    .toArray(),
);
let calls = 0;
const counter = { next: (): { done: boolean; value: number } => ({ done: calls >= 3, value: calls++ }) };
console.log(
  Iterator.from(counter)
    .map((n) => n + 0.5)
    .toArray(),
  calls,
);
console.log(
  Iterator.from([5, 6]).drop(1).toArray(),
  Iterator.from("añ😀")
    .map((point) => point.length)
    .toArray(),
);
console.log(Iterator.from(new Map([["k", 1]])).toArray(), Iterator.from(twice(true)).take(1).toArray());
class Range implements Iterable<number> {
  constructor(readonly end: number) {}
  *[Symbol.iterator](): Generator<number> {
    for (let n = 0; n < this.end; n++) yield n;
  }
}
console.log(
  Iterator.from(new Range(4))
    .filter((n) => n % 2 === 0)
    .toArray(),
);
const walk: IteratorObject<string> = Iterator.from(["p", "q"]);
console.log([...walk], [...walk]);
const pairs = new Range(3)[Symbol.iterator]().flatMap((x) => new Range(x)[Symbol.iterator]().map((y) => [x, y]));
console.log(pairs.toArray());
