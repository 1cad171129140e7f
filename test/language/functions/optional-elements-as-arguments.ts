// Tuples whose elements may be missing as arguments: to a parameter nothing is the same as undefined, to a rest parameter it is not.

type Failure = [id: number, cause?: string, code?: number];
const failures: Failure[] = [[1], [2, "b"], [3, undefined, 4], [5, "c", 6]];

const plain = (id: number, cause?: string, code?: number): string => `${id} ${cause} ${code}`;
const withDefaults = (id: number, cause = "none", code = -1): string => `${id} ${cause} ${code}`;
function listed(first: number, ...more: (string | number | undefined)[]): string {
  return `${first} [${more.map(String).join("|")}] ${more.length}`;
}
function gathered(...all: Failure): string {
  return `${all.length} ${all.join("/")}`;
}
function passed<T extends unknown[]>(target: (...args: T) => string, ...args: T): string {
  return target(...args);
}
class Made {
  readonly id: number;
  readonly cause: string | undefined;
  readonly code: number;
  constructor(id: number, cause?: string, code = 9) {
    this.id = id;
    this.cause = cause;
    this.code = code;
  }
}

for (const args of failures) {
  console.log(plain(...args), withDefaults(...args), listed(...args), gathered(...args));
  console.log(passed(plain, ...args), passed(withDefaults, ...args), plain.apply(null, args));
  console.log(new Made(...args), ...args, [0, ...args, "end"]);
  const [first, ...rest] = args;
  console.log(first, rest, rest.length);
}
console.log(gathered(1), gathered(1, undefined), gathered(1, undefined, 2));

class Channel<A extends unknown[]> {
  readonly #listeners = new Set<(...args: A) => void>();
  on(listener: (...args: A) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
  emit(...args: A): number {
    for (const listener of this.#listeners) listener(...args);
    return this.#listeners.size;
  }
}
const channel = new Channel<[id: number, cause?: string]>();
const off = channel.on((id, cause) => console.log("both", id, cause));
channel.on((id, cause = "default") => console.log("default", id, cause));
channel.on((...all) => console.log("all", all, all.length));
console.log(channel.emit(1), channel.emit(2, "why"));
off();
console.log(channel.emit(3));

// A function around another one takes as many arguments as it is given.
const traced =
  <A extends unknown[], R>(name: string, target: (...args: A) => R): ((...args: A) => R) =>
  (...args) => {
    console.log(`${name}(${args.join()})`, args.length);
    return target(...args);
  };
const tracedPlain = traced("plain", plain);
console.log(tracedPlain(1), tracedPlain(2, "z"), tracedPlain(3, undefined, 8));
const offset = traced("offset", (base: number, by?: { x: number }) => (by === undefined ? base : base + by.x));
console.log(offset(1), offset(1, { x: 4 }));
