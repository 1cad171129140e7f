// A lazy pipeline: each stage asks the one before only for what it needs; the log shows the order of work.

const log: string[] = [];

class Lazy<T> {
  constructor(private readonly source: () => Generator<T>) {}
  static of<T>(...values: T[]): Lazy<T> {
    return new Lazy(function* () {
      for (const value of values) {
        log.push(`give ${value}`);
        yield value;
      }
    });
  }
  map<U>(change: (value: T) => U): Lazy<U> {
    const { source } = this;
    return new Lazy(function* () {
      for (const value of source()) yield change(value);
    });
  }
  filter(isWanted: (value: T) => boolean): Lazy<T> {
    const { source } = this;
    return new Lazy(function* () {
      for (const value of source()) if (isWanted(value)) yield value;
    });
  }
  take(count: number): Lazy<T> {
    const { source } = this;
    return new Lazy(function* () {
      let left = count;
      if (left === 0) return;
      for (const value of source()) {
        yield value;
        if (--left === 0) return;
      }
    });
  }
  toArray(): T[] {
    return [...this.source()];
  }
}

const result = Lazy.of(1, 2, 3, 4, 5, 6)
  .filter((n) => n % 2 === 0)
  .map((n) => {
    log.push(`square ${n}`);
    return n * n;
  })
  .take(2);
console.log("nothing yet", log.length);
console.log(result.toArray().join());
for (const line of log) console.log(line);
