// Lazy pipelines of generic async generators: each asks the one before it only when it is asked.

async function* map<T, U>(source: AsyncIterable<T>, change: (value: T) => U | Promise<U>): AsyncGenerator<U> {
  for await (const value of source) yield change(value);
}
async function* filter<T>(source: AsyncIterable<T>, wanted: (value: T) => boolean): AsyncGenerator<T> {
  for await (const value of source) if (wanted(value)) yield value;
}
async function* take<T>(source: AsyncIterable<T>, count: number): AsyncGenerator<T> {
  if (count <= 0) return;
  let left = count;
  for await (const value of source) {
    yield value;
    if (--left === 0) return;
  }
}
async function collect<T>(source: AsyncIterable<T>): Promise<T[]> {
  const result: T[] = [];
  for await (const value of source) result.push(value);
  return result;
}
let made = 0;
async function* naturals(): AsyncGenerator<number> {
  try {
    for (let n = 1; ; n++) {
      made++;
      yield n;
    }
  } finally {
    console.log("source closed after", made);
  }
}
async function main(): Promise<void> {
  const squares = map(
    filter(naturals(), (n) => n % 2 === 1),
    async (n) => {
      await null;
      return n * n;
    },
  );
  console.log((await collect(take(squares, 4))).join(" "));
  const texts = map(take(naturals(), 2), (n) => `<${n}>`);
  console.log((await collect(texts)).join(""));
  console.log((await collect(take(naturals(), 0))).length);
}
main();
