// A method with several signatures says of the object that it gives that it holds less than its own type tells.

class Row<T> implements Iterable<T> {
  readonly list: readonly T[];
  constructor(list: readonly T[]) {
    this.list = list;
  }
  [Symbol.iterator](): Iterator<T> {
    return this.list[Symbol.iterator]();
  }
  filter<S extends T>(test: (value: T) => value is S): Row<S>;
  filter(test: (value: T) => boolean): Row<T>;
  filter(test: (value: T) => boolean): Row<T> {
    return new Row(this.list.filter(test));
  }
  pairs(): Row<[T, T]> {
    return new Row(this.list.slice(1).map((value, index): [T, T] => [this.list[index], value]));
  }
  chunks(size: number): Row<T[]> {
    const parts: T[][] = [];
    for (let at = 0; at < this.list.length; at += size) parts.push(this.list.slice(at, at + size));
    return new Row(parts);
  }
  map<U>(change: (value: T) => U): Row<U> {
    return new Row(this.list.map(change));
  }
  first(): T | undefined {
    return this.list[0];
  }
}

const mixed: (string | number | null)[] = [1, "x", null, 2, "y", "z"];
const texts = new Row(mixed).filter((value) => typeof value === "string");
console.log(
  texts.first()?.toUpperCase(),
  texts.list.length,
  [...texts].map((text) => text + text),
);
console.log(texts.pairs().map(([a, b]) => a + b).list, texts.chunks(2).map((part) => part.join("")).list);
const numbers = new Row(mixed).filter((value): value is number => typeof value === "number");
let sum = 0;
for (const value of numbers) sum += value;
console.log(sum, numbers.chunks(1).first(), numbers.pairs().first());
console.log(new Row(mixed).filter((value) => value !== null).list.length, new Row(mixed).chunks(4).map((part) => part.length).list);
