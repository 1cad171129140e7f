// Multi-map: several values a key, empty keys vanish, and the inverse of it; a map of maps beside it.

class MultiMap<K, V> {
  private readonly lists = new Map<K, V[]>();
  size = 0;

  add(key: K, ...values: V[]): this {
    const list = this.lists.get(key);
    if (list === undefined) this.lists.set(key, values);
    else list.push(...values);
    this.size += values.length;
    return this;
  }

  remove(key: K, value: V): boolean {
    const list = this.lists.get(key) ?? [];
    const at = list.indexOf(value);
    if (at < 0) return false;
    list.splice(at, 1);
    if (list.length === 0) this.lists.delete(key);
    this.size--;
    return true;
  }

  inverse(): MultiMap<V, K> {
    const result = new MultiMap<V, K>();
    for (const [key, values] of this.lists) for (const value of values) result.add(value, key);
    return result;
  }

  *[Symbol.iterator](): Generator<[K, V], void, undefined> {
    for (const [key, values] of this.lists) for (const value of values) yield [key, value];
  }
}

const tags = new MultiMap<string, number>().add("odd", 1, 3).add("prime", 2, 3).add("odd", 5).add("none");
const shown = <A, B>(map: MultiMap<A, B>): string => [...map].map(([key, value]) => `${key}:${value}`).join(" ");
console.log(shown(tags), tags.size);
console.log(shown(tags.inverse()));
console.log(tags.remove("odd", 3), tags.remove("odd", 4), tags.remove("never", 1), tags.size);
for (const value of [1, 5]) tags.remove("odd", value);
console.log(shown(tags));

const distances = new Map<string, Map<string, number>>();
for (const [from, to, miles] of [
  ["a", "b", 1],
  ["a", "c", 2],
  ["b", "c", 3],
] as [string, string, number][]) {
  const row = distances.get(from) ?? new Map<string, number>();
  distances.set(from, row.set(to, miles));
}
console.log(
  [...distances].map(([from, row]) => `${from}(${[...row.keys()].join("")})`).join(),
  distances.get("a")?.get("c"),
  distances.get("z")?.get("c"),
);
