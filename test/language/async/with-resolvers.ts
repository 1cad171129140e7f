// A promise settled from outside: by kept functions, and as a queue that consumers wait on.

class Channel<T> {
  private readonly values: T[] = [];
  private readonly waiting: ((value: T) => void)[] = [];
  send(value: T): void {
    const next = this.waiting.shift();
    if (next !== undefined) next(value);
    else this.values.push(value);
  }
  receive(): Promise<T> {
    return new Promise((resolve) => {
      const value = this.values.shift();
      if (value !== undefined) resolve(value);
      else this.waiting.push((given) => resolve(given));
    });
  }
}

async function consumer(name: string, channel: Channel<string>): Promise<void> {
  for (let text = await channel.receive(); text !== "stop"; text = await channel.receive()) console.log(name, text);
  console.log(name, "stops");
}

const channel = new Channel<string>();
consumer("a", channel);
consumer("b", channel);
for (const text of ["1", "2", "3", "4"]) channel.send(text);
setTimeout(() => {
  channel.send("5");
  channel.send("stop");
  channel.send("stop");
}, 1);
