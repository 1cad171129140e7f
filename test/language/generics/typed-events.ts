// An emitter whose events and their arguments are known by type.

type Events = { login: [user: string, at: number]; logout: [user: string]; error: [Error] };
type Listener<A extends unknown[]> = (...args: A) => void;
class Emitter<T extends { [K in keyof T]: unknown[] }> {
  private listeners: { [K in keyof T]?: Listener<T[K]>[] } = {};
  on<K extends keyof T>(name: K, fn: Listener<T[K]>): () => void {
    (this.listeners[name] ??= []).push(fn);
    return () => {
      this.listeners[name] = this.listeners[name]?.filter((f) => f !== fn);
    };
  }
  emit<K extends keyof T>(name: K, ...args: T[K]): boolean {
    const list = this.listeners[name];
    if (!list || list.length === 0) return false;
    for (const fn of list) fn(...args);
    return true;
  }
}
const e = new Emitter<Events>();
const off = e.on("login", (user, at) => console.log("login", user, at));
e.on("error", (err) => console.error(err.message));
console.log(e.emit("login", "ann", 3));
off();
console.log(e.emit("login", "bob", 4));
console.log(e.emit("logout", "x"));
e.emit("error", new Error("bad"));
