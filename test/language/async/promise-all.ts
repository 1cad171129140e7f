// Promise.all: values in the order of the promises, tuples of several types, the first rejection, and nothing at all.

function after<T>(milliseconds: number, value: T): Promise<T> {
  return new Promise((resolve) => setTimeout(() => resolve(value), milliseconds));
}
async function fail(text: string): Promise<number> {
  throw new Error(text);
}

async function main(): Promise<void> {
  const list = await Promise.all([after(3, "c"), after(1, "a"), after(2, "b")]);
  console.log(list.join());
  const [n, text, flag] = await Promise.all([after(2, 1), Promise.resolve("two"), true]);
  console.log(n + 1, text.toUpperCase(), !flag);
  const many = await Promise.all([1, 2, 3].map(async (value) => value * 2));
  console.log(many.join());
  const none: Promise<number>[] = [];
  console.log((await Promise.all(none)).length);
  try {
    await Promise.all([after(5, 1), fail("first"), fail("second")]);
  } catch (error) {
    console.log(error instanceof Error ? error.message : "?");
  }
  const mixed = await Promise.all(new Set([after(1, 4), after(1, 5)]));
  console.log(mixed.join());
}
main().then(() => console.log("end"));
