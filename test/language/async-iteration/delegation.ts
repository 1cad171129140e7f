// yield* in async generators: over async generators, other async iterables, and ordinary iterables, with results and early ends.

async function* inner(name: string): AsyncGenerator<string, number> {
  try {
    yield `${name} 1`;
    await null;
    yield `${name} 2`;
    return name.length;
  } finally {
    console.log(`${name} ends`);
  }
}
async function* outer(): AsyncGenerator<string, number> {
  const first = yield* inner("abc");
  console.log("got", first);
  const second = yield* inner("de");
  yield* ["x", "y"];
  yield* new Set(["z"]);
  yield* "é!";
  return first + second;
}
async function* source(): AsyncIterable<string, void> {
  yield "from iterable";
}
async function* twice(): AsyncGenerator<string> {
  yield* source();
  yield* twiceMore();
}
function* twiceMore(): Generator<string> {
  try {
    yield "sync 1";
    yield "sync 2";
  } finally {
    console.log("sync ends");
  }
}

async function main(): Promise<void> {
  const walk = outer();
  for (let step = await walk.next(); ; step = await walk.next()) {
    console.log(step.done === true, step.value);
    if (step.done === true) break;
  }
  for await (const text of outer()) if (text === "abc 2") break;
  for await (const text of twice()) {
    console.log(text);
    if (text === "sync 1") break;
  }
  const ended = outer();
  await ended.next();
  const end = await ended.return(42);
  console.log(end.done, end.value, (await ended.next()).done);
}
main();
