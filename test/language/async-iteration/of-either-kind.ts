// Walks over what may be asynchronous or not: interfaces that are told apart by their members, and classes and lists beside them.

type Either<T> = Iterable<T> | AsyncIterable<T>;
const closed: string[] = [];

async function* slow<T>(...items: T[]): AsyncGenerator<T, void> {
  try {
    for (const item of items) yield item;
  } finally {
    closed.push("slow");
  }
}

function* quick<T>(...items: T[]): Generator<T, void> {
  try {
    yield* items;
  } finally {
    closed.push("quick");
  }
}

async function collect<T>(source: Either<T>, limit = Infinity): Promise<T[]> {
  const list: T[] = [];
  for await (const item of source) {
    list.push(item);
    if (list.length >= limit) break;
  }
  return list;
}

async function* map<T, U>(source: AsyncIterable<T> | Iterable<T | Promise<T>>, change: (item: T, index: number) => U | Promise<U>) {
  let index = 0;
  for await (const item of source) yield await change(item, index++);
}

async function* all<T>(source: Either<T>): AsyncGenerator<T> {
  yield* source;
}

console.log(await collect([1, 2, 3]), await collect(new Set(["a"])), await collect("xy"), await collect(new Map([[1, "one"]])));
console.log(await collect(slow(true, false)), await collect(quick(1.5)), await collect([]));
closed.length = 0;
console.log(await collect(slow(1, 2, 3), 2), await collect(quick("a", "b"), 1), closed);
console.log(
  await collect(map([Promise.resolve(1), 2], async (item, index) => item * 10 + index)),
  await collect(map(slow("q"), (text) => `${text}!`)),
);
console.log(await collect(all([1, 2])), await collect(all(slow(3, 4))));

async function sum(source: number[] | AsyncGenerator<number, void>): Promise<number> {
  let total = 0;
  for await (const item of source) total += item;
  return total;
}
console.log(await sum([1, 2]), await sum(slow(3, 4)));

class Source<T> {
  constructor(private readonly items: T[] | Set<T> | AsyncIterable<T>) {}

  async first(): Promise<T | undefined> {
    for await (const item of this.items) return item;
    return undefined;
  }
}
console.log(await new Source([7, 8]).first(), await new Source(new Set<string>()).first(), await new Source(slow(9)).first());

async function failing(source: Iterable<number | Promise<number>> | AsyncIterable<number>): Promise<string> {
  try {
    for await (const item of source) if (item > 1) throw new Error(`${item} is too much`);
    return "fine";
  } catch (error) {
    return error instanceof Error ? error.message : "";
  }
}
console.log(await failing([1, 2]), await failing(slow(0, 5)), await failing([Promise.reject(new Error("rejected"))]), await failing([]));

// Each step takes as many jobs as the kind of the walk says.
const order: string[] = [];
async function walk(name: string, source: Either<number>): Promise<void> {
  for await (const item of source) order.push(name + item);
  order.push(`${name}.`);
}
async function clock(): Promise<void> {
  for (let turn = 0; turn < 12; turn++) {
    order.push(`t${turn}`);
    await null;
  }
}
await Promise.all([walk("s", [1, 2, 3]), walk("a", slow(1, 2, 3)), clock()]);
console.log(order.join(" "));

// The properties of a step stand in the order in which JavaScript makes them.
const steps = slow("only");
console.log(await steps.next(), await steps.next(), await steps.return());
