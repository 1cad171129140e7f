// Event emitters: typed by a map of events, with listeners that hear once, that are removed, and that come first.

import EventEmitter, { once } from "node:events";

interface Events {
  data: [text: string, count: number];
  end: [];
  error: [error: Error];
}

class Source extends EventEmitter<Events> {
  feed(...parts: string[]): void {
    parts.forEach((part, index) => this.emit("data", part, index));
    this.emit("end");
  }
}

const source = new Source();
const show = (text: string, count: number): void => console.log("show", text, count);
source.on("data", show).once("data", (text) => console.log("once", text));
source.prependListener("data", (text) => console.log("first", text.length));
source.on("end", () => console.log("end", source.listenerCount("data")));
source.feed("a", "bc");
console.log(source.listenerCount("data"), source.eventNames().join(), source.listeners("data").length);

source.off("data", show);
console.log(source.emit("data", "x", 0), source.emit("end"));
source.removeAllListeners("data");
console.log(source.emit("data", "nobody", 0), source.eventNames().join());

try {
  source.emit("error", new RangeError("unheard"));
} catch (error) {
  console.log(error instanceof RangeError, String(error));
}
source.on("error", (error) => console.log("heard", error.message));
console.log(source.emit("error", new Error("mended")));

const plain = new EventEmitter<{ tick: [number] }>();
let sum = 0;
plain.on("tick", (n) => {
  sum += n;
  if (n < 3) plain.emit("tick", n + 1);
});
plain.emit("tick", 1);
console.log(sum);

async function wait(): Promise<void> {
  const promise = once(plain, "tick");
  plain.emit("tick", 40);
  const [n] = await promise;
  console.log("awaited", n, plain.listenerCount("tick"));
}
void wait();

// What a class below says of its events is known where it is waited for, too.
class Compactor extends EventEmitter<{ compacted: [before: number, after: number] }> {
  compact(): void {
    this.emit("compacted", 5, 2);
  }
}
const compactor = new Compactor();
const compacted = once(compactor, "compacted");
compactor.compact();
const [before, after] = await compacted;
console.log(before - after, await compacted);
