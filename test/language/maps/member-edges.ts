// Members of maps and sets: what they return, NaN and zeros as keys, changes while they are walked over.

const map = new Map<number, string>([
  [NaN, "nan"],
  [0, "zero"],
  [1, "one"],
]);
console.log(map.get(NaN), map.get(-0), map.has(2), map.size, map.set(2, "two") === map, map.delete(1), map.delete(1));
console.log([...map.keys()], [...map.values()], [...map.entries()], [...map]);
map.set(-0, "minus").set(0, "again");
console.log(map, Object.is([...map.keys()][1], 0));
const order: string[] = [];
map.forEach((value, key, all) => {
  order.push(`${key}=${value}`);
  if (key === 0) all.delete(2);
  if (all.size < 5) all.set(10 + all.size, "new");
});
console.log(order.join(), map.size);
map.clear();
console.log(map.size, map, [...map]);
const set = new Set("hello");
console.log(set, set.size, set.add("z") === set, set.delete("h"), set.has("h"), [...set].join(""));
const visited: number[] = [];
const growing = new Set([1]);
for (const value of growing) {
  visited.push(value);
  if (value < 5) growing.add(value + 1);
  growing.delete(value - 1);
}
console.log(visited, growing, [...growing.entries()], growing.keys().next(), growing.values().next().value);
const copy = new Set(growing);
copy.add(99);
console.log(copy.size, growing.size, new Map(new Map([["a", 1]])), new Set([[1], [1]]).size, new Set([NaN, NaN, 0, -0]).size);
const counts = new Map<string, number>();
for (const letter of "mississippi") counts.set(letter, (counts.get(letter) ?? 0) + 1);
console.log(
  [...counts]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([letter, count]) => letter + count)
    .join(" "),
);
const nested = new Map([["a", new Map([["b", new Set([1, 2])]])]]);
console.log(nested, nested.get("a")?.get("b")?.has(2), nested.get("x")?.size);
