// Type arguments from arguments, from what is expected, from callbacks, and by default; classes that are generic over functions.

class Emitter<T = string> {
  private readonly listeners: ((event: T) => void)[] = [];
  on(listener: (event: T) => void): this {
    this.listeners.push(listener);
    return this;
  }
  emit(event: T): number {
    for (const listener of this.listeners) listener(event);
    return this.listeners.length;
  }
}
function mapValues<K, V, W>(map: Map<K, V>, change: (value: V, key: K) => W): Map<K, W> {
  const result = new Map<K, W>();
  for (const [key, value] of map) result.set(key, change(value, key));
  return result;
}
const compose =
  <A, B, C>(f: (a: A) => B, g: (b: B) => C): ((a: A) => C) =>
  (a) =>
    g(f(a));
function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
const identity = <T>(value: T): T => value;

const heard: string[] = [];
console.log(new Emitter().on((event) => heard.push(event)).emit("plain"));
console.log(
  new Emitter<number>()
    .on((n) => heard.push(`${n + 1}`))
    .on(() => heard.push("!"))
    .emit(4),
  heard.join(),
);
const lengths = mapValues(
  new Map([
    ["a", "xx"],
    ["b", "yyy"],
  ]),
  (text, key) => `${key}${text.length}`,
);
console.log([...lengths.values()].join());
console.log(
  compose(
    (n: number) => n + 1,
    (n) => `<${n}>`,
  )(4),
  compose(String, (text: string) => text.length)(12345),
);
for (const [isLong, words] of groupBy(["a", "abc", "b", "abcd"], (word) => word.length > 2)) console.log(isLong, words.join());
console.log(identity(3) + identity([1, 2])[1], identity("s"), identity<number | undefined>(undefined));
