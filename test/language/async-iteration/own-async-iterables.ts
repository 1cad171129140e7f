// Classes and objects with [Symbol.asyncIterator]: with and without return, which for await calls when it is left early.

class Countdown implements AsyncIterable<number> {
  private readonly from: number;
  constructor(from: number) {
    this.from = from;
  }
  [Symbol.asyncIterator](): AsyncIterator<number> {
    let left = this.from;
    return {
      next: async (): Promise<IteratorResult<number>> => {
        await null;
        return left > 0 ? { done: false, value: left-- } : { done: true, value: undefined };
      },
    };
  }
}

class Lines {
  closed = 0;
  private readonly lines: readonly string[];
  constructor(lines: readonly string[]) {
    this.lines = lines;
  }
  [Symbol.asyncIterator](): LineIterator {
    return new LineIterator(this, this.lines);
  }
}
class LineIterator implements AsyncIterator<string> {
  private index = 0;
  private readonly owner: Lines;
  private readonly lines: readonly string[];
  constructor(owner: Lines, lines: readonly string[]) {
    this.owner = owner;
    this.lines = lines;
  }
  next(): Promise<IteratorResult<string>> {
    if (this.index >= this.lines.length) return Promise.resolve({ done: true, value: undefined });
    return Promise.resolve({ done: false, value: this.lines[this.index++] });
  }
  async return(): Promise<IteratorResult<string>> {
    await null;
    this.owner.closed++;
    return { done: true, value: undefined };
  }
}

async function main(): Promise<void> {
  for await (const n of new Countdown(3)) console.log(n);
  for await (const n of new Countdown(9)) if (n < 8) break;
  const lines = new Lines(["one", "two", "three"]);
  for await (const line of lines) console.log(line);
  console.log("closed", lines.closed);
  for await (const line of lines) {
    console.log(line);
    if (line === "two") break;
  }
  console.log("closed", lines.closed);
  const walk = lines[Symbol.asyncIterator]();
  const step = await walk.next();
  if (step.done !== true) console.log(step.value.length);
}
main();
