// Pipeline: stages joined by queues that hold little, so that fast ones wait for slow ones, until an end goes through.

class Channel<T> {
  private readonly items: T[] = [];
  private readonly takers: ((item: T | undefined) => void)[] = [];
  private readonly putters: (() => void)[] = [];
  private isClosed = false;

  constructor(private readonly capacity: number) {}

  async put(item: T): Promise<void> {
    const taker = this.takers.shift();
    if (taker !== undefined) return taker(item);
    while (this.items.length >= this.capacity) await new Promise<void>((resolve) => this.putters.push(resolve));
    this.items.push(item);
  }

  async take(): Promise<T | undefined> {
    const item = this.items.shift();
    if (item !== undefined) {
      this.putters.shift()?.();
      return item;
    }
    if (this.isClosed) return undefined;
    return await new Promise<T | undefined>((resolve) => this.takers.push(resolve));
  }

  close(): void {
    this.isClosed = true;
    for (const taker of this.takers.splice(0)) taker(undefined);
  }
}

const log: string[] = [];

async function produce(to: Channel<number>, count: number): Promise<void> {
  for (let value = 1; value <= count; value++) {
    await to.put(value);
    log.push(`p${value}`);
  }
  to.close();
}

async function transform(from: Channel<number>, to: Channel<string>): Promise<void> {
  for (let value = await from.take(); value !== undefined; value = await from.take()) {
    if (value % 3 === 0) continue;
    await to.put("*".repeat(value));
  }
  to.close();
}

async function consume(from: Channel<string>): Promise<string[]> {
  const all: string[] = [];
  for (;;) {
    const text = await from.take();
    if (text === undefined) return all;
    await null;
    await null;
    log.push(`c${text.length}`);
    all.push(text);
  }
}

const [numbers, texts] = [new Channel<number>(2), new Channel<string>(1)];
const [, , all] = await Promise.all([produce(numbers, 8), transform(numbers, texts), consume(texts)]);
console.log(all.join(" "));
console.log(log.filter((mark) => mark.startsWith("p")).join(" "), "|", log.filter((mark) => mark.startsWith("c")).join(" "));
