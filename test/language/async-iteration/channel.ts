// A channel between producers and a consumer: a queue of values and of those who wait for them, as an async iterable.

class Channel<T> {
  private readonly values: T[] = [];
  private waiting: ((step: T | undefined) => void)[] = [];
  private isClosed = false;
  send(value: T): void {
    const receiver = this.waiting.shift();
    if (receiver === undefined) this.values.push(value);
    else receiver(value);
  }
  close(): void {
    this.isClosed = true;
    const { waiting } = this;
    this.waiting = [];
    for (const receiver of waiting) receiver(undefined);
  }
  private receive(): Promise<T | undefined> {
    const value = this.values.shift();
    if (value !== undefined) return Promise.resolve<T | undefined>(value);
    if (this.isClosed) return Promise.resolve<T | undefined>(undefined);
    return new Promise((resolve) => this.waiting.push(resolve));
  }
  async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    for (let value = await this.receive(); value !== undefined; value = await this.receive()) yield value;
  }
}
const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function produce(channel: Channel<string>, name: string, count: number): Promise<void> {
  for (let n = 0; n < count; n++) {
    channel.send(`${name}${n}`);
    await sleep(1);
  }
}
async function main(): Promise<void> {
  const channel = new Channel<string>();
  channel.send("early");
  const producing = Promise.all([produce(channel, "a", 2), produce(channel, "b", 3)]).then(() => channel.close());
  const got: string[] = [];
  for await (const text of channel) got.push(text);
  await producing;
  console.log(got.sort().join(" "));
}
main();
