// What is thrown into an async generator at a yield* goes to the inner one, which may catch it and go on.

async function* patient(): AsyncGenerator<number, string> {
  let caught = 0;
  for (let n = 1; n < 10; n++) {
    try {
      yield n;
    } catch (error) {
      caught++;
      console.log("inner caught", error instanceof Error ? error.message : "?");
      if (caught === 2) return "had enough";
    }
  }
  return "all";
}
async function* outer(): AsyncGenerator<number, string> {
  const result = yield* patient();
  console.log("inner returned", result);
  return `outer: ${result}`;
}
async function* fragile(): AsyncGenerator<number> {
  try {
    yield* simple();
  } catch (error) {
    console.log("outer caught", error instanceof Error ? error.message : "?");
    yield -1;
  }
}
async function* simple(): AsyncGenerator<number> {
  yield 1;
}

async function main(): Promise<void> {
  const walk = outer();
  console.log((await walk.next()).value);
  console.log((await walk.throw(new Error("one"))).value);
  console.log((await walk.next()).value);
  const last = await walk.throw(new Error("two"));
  console.log(last.done, last.value);
  const other = fragile();
  console.log((await other.next()).value);
  console.log((await other.throw(new Error("three"))).value);
  console.log((await other.next()).done);
}
main();
