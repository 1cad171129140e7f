// Generic functions in object literals and fields that use variables around them, `this`, and type parameters around them.

function boxes(prefix: string) {
  let made = 0;
  return {
    wrap: <T>(value: T) => ({ value, label: `${prefix}${++made}` }),
    count: () => made,
  };
}
const [left, right] = [boxes("L"), boxes("R")];
console.log(left.wrap(1), left.wrap("x"), right.wrap([true]), left.count(), right.count());

const tracker = {
  seen: 0,
  names: [] as string[],
  track<T>(value: T, name: string): T {
    this.seen++;
    this.names.push(name);
    return value;
  },
};
console.log(tracker.track(5, "five") + 1, tracker.track("s", "text").length, tracker.seen, tracker.names);

class Cache {
  private hits = 0;
  private readonly texts = new Map<string, string>();
  readonly through = <T>(key: string, make: () => T): T => {
    const value = make();
    if (this.texts.has(key)) this.hits++;
    this.texts.set(key, String(value));
    return value;
  };
  get report(): string {
    return `${this.hits} of ${[...this.texts.values()]}`;
  }
}
const cache = new Cache();
console.log(
  cache.through("a", () => 1),
  cache.through("a", () => "one"),
  cache.through("b", () => true),
  cache.report,
);

function around<K>(key: K) {
  return { pair: <V>(value: V): [K, V] => [key, value], key };
}
console.log(around("k").pair(1), around(7).pair("v"), around("k").pair([around(1).key]));
