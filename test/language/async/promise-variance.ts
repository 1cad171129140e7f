// A promise of one type where one of a wider type is wanted: it is the same promise, settled in the same job.

class Animal {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}
class Dog extends Animal {
  bark(): string {
    return `${this.name} barks`;
  }
}
interface Named {
  readonly name: string;
}
async function show(promise: Promise<Animal>): Promise<void> {
  console.log((await promise).name);
}
function nameOf(promise: Promise<Named>): Promise<string> {
  return promise.then((named) => named.name);
}
async function text(promise: Promise<string | number | undefined>): Promise<string> {
  const value = await promise;
  return typeof value === "number" ? `number ${value}` : (value ?? "nothing");
}
function isSame(a: Promise<number | string>, b: Promise<number>): boolean {
  return a === b;
}

async function main(): Promise<void> {
  const dog: Promise<Dog> = Promise.resolve(new Dog("Rex"));
  await show(dog);
  console.log(await nameOf(dog), (await dog).bark());
  const number: Promise<number> = Promise.resolve(42);
  console.log(await text(number), await text(Promise.resolve("word")), await text(Promise.resolve(undefined)));
  console.log(isSame(number, number), isSame(Promise.resolve(42), number));
  const wide: Promise<number | undefined> = number;
  console.log(wide === number, (await wide) ?? "none");
  const rejected: Promise<number> = Promise.reject(new Error("no number"));
  await text(rejected).catch((error: unknown) => console.log(error instanceof Error ? error.message : "?"));
  const order: string[] = [];
  const source = Promise.resolve(1);
  const view: Promise<number | string> = source;
  await Promise.all([
    source.then(() => order.push("source first")),
    view.then(() => order.push("view")),
    source.then(() => order.push("source again")),
  ]);
  console.log(order.join(", "));
  let pending: Promise<string | null> = Promise.resolve(null);
  for (const word of ["a", "b"]) {
    const next: Promise<string> = pending.then((before) => `${before ?? ""}${word}`);
    pending = next;
  }
  console.log(await pending);
}
main();
