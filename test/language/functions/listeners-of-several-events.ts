// Functions that take different things, kept as such that take nothing there is, and called as what they were.

type Listener<E> = (event: E) => void;
class Emitter<Events extends object> {
  private readonly listeners = new Map<keyof Events, Set<Listener<never>>>();
  on<K extends keyof Events>(name: K, listener: Listener<Events[K]>): () => boolean {
    const set = this.listeners.get(name) ?? new Set();
    this.listeners.set(name, set);
    set.add(listener as Listener<never>);
    return () => set.delete(listener as Listener<never>);
  }
  emit<K extends keyof Events>(name: K, event: Events[K]): number {
    const set = this.listeners.get(name);
    set?.forEach((listener) => (listener as Listener<Events[K]>)(event));
    return set?.size ?? 0;
  }
}
interface LightEvents {
  change: { from: string; to: string };
  level: number;
  error: Error;
  off: boolean;
}
const light = new Emitter<LightEvents>();
const log: string[] = [];
const stop = light.on("change", ({ from, to }) => log.push(`${from}->${to}`));
light.on("level", (level) => log.push(`level ${level + 0.5}`));
light.on("level", (level) => log.push(`again ${level * 2}`));
light.on("error", (error) => log.push(error.message));
light.on("off", (isOff) => log.push(isOff ? "off" : "on"));
console.log(light.emit("change", { from: "red", to: "green" }), light.emit("level", 2), light.emit("off", true));
console.log(stop(), stop(), light.emit("change", { from: "a", to: "b" }), light.emit("error", new RangeError("broken")));
console.log(log);

const handlers: ((value: never) => string)[] = [
  (n: number) => n.toFixed(1),
  (s: string) => s.toUpperCase(),
  (b: boolean[]) => `${b.length}`,
];
const [first, second, third] = handlers;
console.log((first as (n: number) => string)(2), (second as (s: string) => string)("x"), typeof third);

// Those that take a list of arguments each.
type Action<Arguments extends unknown[]> = (...args: Arguments) => void;
class Channel<Events extends { [K in keyof Events]: unknown[] }> {
  private readonly actions = new Map<keyof Events, Set<Action<never>>>();
  on<K extends keyof Events>(name: K, action: Action<Events[K]>): () => void {
    const set = this.actions.get(name) ?? new Set();
    set.add(action);
    this.actions.set(name, set);
    return () => void set.delete(action);
  }
  emit<K extends keyof Events>(name: K, ...args: Events[K]): void {
    for (const action of this.actions.get(name) ?? []) (action as Action<Events[K]>)(...args);
  }
}
const jobs = new Channel<{ start: [id: number, name: string]; idle: [] }>();
const quiet = jobs.on("start", (id, name) => console.log("start", id, name));
jobs.on("idle", () => console.log("idle"));
jobs.emit("start", 1, "first");
quiet();
jobs.emit("start", 2, "second");
jobs.emit("idle");

const commands: ((...args: never) => string)[] = [(n: number, s: string) => s.repeat(n), () => "nothing"];
console.log((commands[0] as (n: number, s: string) => string)(2, "ab"), (commands[1] as () => string)());
