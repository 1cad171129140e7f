type Maker = new (message: string) => Error;
function raised(work: () => void, kind: Maker = Error): string {
  try {
    work();
  } catch (e) {
    return `${e instanceof kind} ${kind.name}`;
  }
  return "nothing";
}
console.log(
  raised(() => {
    throw new TypeError("x");
  }),
  raised(() => {
    throw new TypeError("x");
  }, RangeError),
  raised(() => {}),
);
const made = (kind?: Maker): Error => new (kind ?? RangeError)("made");
console.log(made().name, made(TypeError).name);
class Holder<T> {
  constructor(private readonly value: T) {}
  call(): unknown {
    if (typeof this.value !== "function") return "no function";
    return (this.value as unknown as () => unknown)();
  }
}
console.log(new Holder(() => 5).call(), new Holder(4).call(), new Holder("x").call());
type Listener<A extends unknown[]> = (...args: A) => void;
class Emitter<E extends { [K in keyof E]: unknown[] }> {
  private listeners = new Map<keyof E, Set<Listener<never[]>>>();
  on<K extends keyof E>(event: K, listener: Listener<E[K]>): () => boolean {
    const set = this.listeners.get(event) ?? new Set();
    this.listeners.set(event, set);
    set.add(listener as unknown as Listener<never[]>);
    return () => set.delete(listener as unknown as Listener<never[]>);
  }
  emit<K extends keyof E>(event: K, ...args: E[K]): void {
    for (const listener of this.listeners.get(event) ?? []) (listener as unknown as Listener<E[K]>)(...args);
  }
}
const events = new Emitter<{ start: [id: number, name: string]; end: [] }>();
const off = events.on("start", (id, name) => console.log("start", id, name));
events.on("end", () => console.log("end"));
events.emit("start", 1, "a");
events.emit("end");
console.log(off(), off());
events.emit("start", 2, "b");
