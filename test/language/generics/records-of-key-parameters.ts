// Record<K, A> where K is a type parameter has the properties that K stands for in each call.
function mapValues<K extends string, A, B>(source: Record<K, A>, change: (value: A, key: K) => B): Record<K, B> {
  const result = {} as Record<K, B>;
  for (const key of Object.keys(source) as K[]) result[key] = change(source[key], key);
  return result;
}
function tally<K extends string>(keys: readonly K[], items: readonly K[]): Record<K, number> {
  const counts = {} as Record<K, number>;
  for (const key of keys) counts[key] = 0;
  for (const item of items) counts[item] += 1;
  return counts;
}
function groupBy<T, K extends string>(items: readonly T[], kinds: readonly K[], kindOf: (item: T) => K): Record<K, T[]> {
  const groups = {} as Record<K, T[]>;
  for (const kind of kinds) groups[kind] = [];
  for (const item of items) groups[kindOf(item)].push(item);
  return groups;
}
const prices = { apple: 3, pear: 4.5 };
const labels = mapValues(prices, (value, key) => `${key}=${value}`);
console.log(labels.apple, labels.pear, Object.keys(labels).join());
const lengths = mapValues<"ash" | "birch", string, number>({ ash: "x", birch: "yyy" }, (text) => text.length);
console.log(lengths.ash + lengths.birch, JSON.stringify(lengths));
console.log(JSON.stringify(tally(["red", "blue"], ["red", "red", "blue"])));
console.log(JSON.stringify(groupBy([1, 2, 3, 4], ["even", "odd"], (n) => (n % 2 === 0 ? "even" : "odd"))));
