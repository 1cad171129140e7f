// Generic generators: map, filter, take and zip over generators of any kind.

function* map<T, U>(source: Generator<T>, change: (value: T) => U): Generator<U> {
  for (const value of source) yield change(value);
}
function* filter<T>(source: Generator<T>, isWanted: (value: T) => boolean): Generator<T> {
  for (const value of source) if (isWanted(value)) yield value;
}
function* take<T>(source: Generator<T>, count: number): Generator<T> {
  if (count <= 0) return;
  for (const value of source) {
    yield value;
    if (--count === 0) return;
  }
}
function* zip<A, B>(left: Generator<A>, right: Generator<B>): Generator<[A, B]> {
  while (true) {
    const [a, b] = [left.next(), right.next()];
    if (a.done || b.done) return;
    yield [a.value, b.value];
  }
}
function* from(start: number): Generator<number> {
  try {
    while (true) yield start++;
  } finally {
    console.log("source closed");
  }
}

const odd = filter(from(1), (n) => n % 2 === 1);
for (const text of take(
  map(odd, (n) => `#${n}`),
  3,
))
  console.log(text);
for (const [n, text] of zip(
  take(from(10), 2),
  map(from(1), (n) => "x".repeat(n)),
))
  console.log(n, text);
