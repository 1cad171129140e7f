// Async generators as methods, static methods, members of literals and function expressions; what they capture stays theirs.

class Feed {
  readonly name: string;
  private items: string[] = [];
  constructor(name: string) {
    this.name = name;
  }
  add(item: string): this {
    this.items.push(item);
    return this;
  }
  async *[Symbol.asyncIterator](): AsyncGenerator<string> {
    for (const item of this.items) yield `${this.name}: ${item}`;
  }
  async *numbered(start = 1): AsyncGenerator<[number, string]> {
    let number = start;
    for await (const item of this) yield [number++, item];
  }
  static async *of(...names: string[]): AsyncGenerator<Feed> {
    for (const name of names) yield new Feed(name).add("only");
  }
}

async function main(): Promise<void> {
  const feed = new Feed("news").add("rain").add("sun");
  for await (const [number, item] of feed.numbered(5)) console.log(number, item);
  for await (const one of Feed.of("a", "b")) for await (const item of one) console.log(item);
  let total = 0;
  const adding = async function* (limit: number): AsyncGenerator<number> {
    for (let n = 1; n <= limit; n++) {
      total += n;
      yield total;
    }
  };
  for await (const sum of adding(3)) console.log(sum);
  console.log(total);
  const literal = {
    scale: 10,
    async *values(): AsyncGenerator<number> {
      yield this.scale;
      yield this.scale * 2;
    },
  };
  for await (const value of literal.values()) console.log(value);
  const closures: (() => number)[] = [];
  for await (const n of adding(2)) closures.push(() => n);
  console.log(closures.map((get) => get()).join());
}
main();
