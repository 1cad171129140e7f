// Errors in async generators: thrown inside, rejected in an await, yielded as a rejected promise; afterwards the generator has ended.

function message(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : "no error";
}
async function* throwing(): AsyncGenerator<number> {
  yield 1;
  throw new Error("inside");
}
async function* awaiting(): AsyncGenerator<number> {
  yield 1;
  await Promise.reject(new RangeError("awaited"));
  yield 2;
}
async function* yielding(): AsyncGenerator<number> {
  try {
    yield 1;
    yield Promise.reject(new TypeError("yielded"));
  } finally {
    console.log("finally");
  }
}
async function* catching(): AsyncGenerator<number> {
  try {
    yield Promise.reject(new TypeError("inside"));
  } catch (error) {
    console.log("caught", message(error));
    yield 7;
  }
}

async function walk(source: AsyncGenerator<number>): Promise<void> {
  try {
    for await (const n of source) console.log(n);
    console.log("whole");
  } catch (error) {
    console.log(message(error));
  }
  const step = await source.next();
  console.log(step.done, step.value === undefined);
}

async function main(): Promise<void> {
  await walk(throwing());
  await walk(awaiting());
  await walk(yielding());
  await walk(catching());
}
main();
