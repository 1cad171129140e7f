// Iterators under their declared types: what they return at the end may be left open, and is undefined for the library's own.

class Range implements Iterable<number> {
  constructor(
    private readonly start: number,
    private readonly end: number,
  ) {}

  [Symbol.iterator](): Iterator<number> {
    let next = this.start;
    return {
      next: (): IteratorResult<number> => (next < this.end ? { value: next++, done: false } : { value: undefined, done: true }),
    };
  }
}

function* digits(): IterableIterator<number> {
  yield 1;
  yield* [2, 3];
}

function* letters(): Iterable<string> {
  yield "a";
}

class Bag<T> {
  private readonly items: T[] = [];

  add(item: T): this {
    this.items.push(item);
    return this;
  }

  *[Symbol.iterator](): IterableIterator<T> {
    yield* this.items;
  }
}

function* counted(): Generator<number, string> {
  yield 4;
  return "done";
}

function total(values: Iterable<number>): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

console.log([...new Range(1, 4)], [...digits()], [...letters()], [...new Bag<string>().add("x").add("y")]);
const ages = new Map([
  ["ann", 1],
  ["bob", 2],
]);
const first = ages.keys().next().value;
if (first !== undefined) ages.delete(first);
console.log(ages, total(digits()), total(new Set([1, 2])), total(counted()), total(ages.values()), total(new Range(0, 5)));

const steps = counted();
const step = steps.next();
if (!step.done) console.log(step.value + 1);
const last = steps.next();
if (last.done) console.log(last.value.length);

const walk = digits()[Symbol.iterator]();
for (let at = walk.next(); !at.done; at = walk.next()) console.log(at.value);
