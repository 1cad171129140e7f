// for await over what is not asynchronous: arrays, sets, maps, texts and generators, whose elements may be promises.

function later<T>(value: T): Promise<T> {
  return new Promise((resolve) => setTimeout(() => resolve(value), 1));
}
function* pairs(): Generator<Promise<number> | number> {
  try {
    yield 1;
    yield Promise.resolve(2);
    yield later(3);
  } finally {
    console.log("closed");
  }
}

async function main(): Promise<void> {
  for await (const n of [1, 2]) console.log(n);
  for await (const n of [later(3), later(4)]) console.log(n + 1);
  for await (const text of new Set(["a", "b"])) console.log(text);
  for await (const [key, value] of new Map([["x", 1]])) console.log(key, value);
  for await (const unit of "hé") console.log(unit);
  for await (const n of pairs()) console.log(n);
  for await (const n of pairs()) {
    console.log("left at", n);
    break;
  }
  for await (const part of ["p", Promise.resolve("q"), later("r")] as (string | Promise<string>)[]) console.log(part);
  try {
    for await (const n of [Promise.resolve(1), Promise.reject(new Error("third"))]) console.log(n);
  } catch (error) {
    console.log(error instanceof Error ? error.message : "?");
  }
  for await (const none of [] as Promise<string>[]) console.log(none);
  let last = 0;
  for await (last of [Promise.resolve(8), Promise.resolve(9)]);
  console.log(last);
}
main();
