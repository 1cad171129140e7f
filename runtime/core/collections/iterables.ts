// Iterables: arrays and strings where something that can be walked over is wanted.
// Called:     by compiled code, where an array or string becomes an Iterable.

export class ArrayIterable<T> {
  private readonly array: readonly T[];

  constructor(array: readonly T[]) {
    this.array = array;
  }

  *[Symbol.iterator](): Generator<T> {
    for (const value of this.array) yield value;
  }
}

/** Gives the text of each code point. */
export class StringIterable {
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  *[Symbol.iterator](): Generator<string> {
    for (const point of this.text) yield point;
  }
}

/** Begins each walk with an iterator of its own. */
export class IterableOfIterators<T> {
  private readonly begin: () => IteratorObject<T>;

  constructor(begin: () => IteratorObject<T>) {
    this.begin = begin;
  }

  [Symbol.iterator](): IteratorObject<T> {
    return this.begin();
  }
}
