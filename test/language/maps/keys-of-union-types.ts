// Keys and values of union types: numbers, texts, booleans, null, undefined and objects in one collection.

const set = new Set<number | string>([1, "1", 2, "a", 1]);
console.log(set.size, set.has(1), set.has("1"), set.has("2"), [...set].join());
console.log(set.delete("1"), set.delete("1"), set.size);
set.add(Number.NaN).add(Number.NaN).add(-0).add(0);
console.log(set.size, set.has(Number.NaN), set.has(0));

const map = new Map<string | number | boolean | null, string>();
map.set(1, "number").set("1", "text").set(true, "boolean").set(null, "null").set(Number.NaN, "NaN");
console.log(map.get(1), map.get("1"), map.get(true), map.get(null), map.get(Number.NaN), map.get(false), map.size);
for (const [key, value] of map) console.log(typeof key, String(key), value);

type Key = string | { id: number };
const known: Key = { id: 1 };
const byKey = new Map<Key, number>([
  ["a", 1],
  [known, 2],
]);
console.log(byKey.get("a"), byKey.get(known), byKey.get({ id: 1 }), byKey.has("id"));

const anything = new Set<unknown>([1, "1", known, 1, null, undefined, known, true, "1"]);
console.log(anything.size, anything.has(null), anything.has(undefined), anything.has(known), anything.has(false));
