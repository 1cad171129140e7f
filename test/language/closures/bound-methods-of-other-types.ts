// Methods bound to their object in fields whose types are not those of the methods.

class Listener {
  readonly seen: string[] = [];
  on: (event: { name: string; detail?: number }) => unknown;
  off: ((code: number, ...rest: string[]) => string) | undefined;
  constructor() {
    this.on = this.handle.bind(this);
    this.off = this.stop.bind(this);
  }
  handle(event: { name: string }): number {
    return this.seen.push(event.name);
  }
  stop(): string {
    return this.seen.join();
  }
}
const listener = new Listener();
const { on, off } = listener;
on({ name: "a" });
console.log(on({ name: "b", detail: 1 }), off?.(1, "x"), listener.seen.length);
console.log(listener.off?.(2));
function silence(given: Listener): void {
  given.off = undefined;
}
silence(listener);
console.log(listener.off?.(3), off?.(4));

class Lazy {
  value = 1;
  get: (times: number) => number | undefined = this.read.bind(this);
  read(times: number): number {
    return this.value * times;
  }
}
const held = new Lazy().get;
console.log(held(3));
