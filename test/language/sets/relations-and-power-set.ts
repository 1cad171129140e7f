// Sets over sets: all subsets, equality by members, closures under an operation, and order that follows insertion.
const isSubset = <T>(a: Set<T>, b: Set<T>): boolean => [...a].every((value) => b.has(value));
const isSame = <T>(a: Set<T>, b: Set<T>): boolean => a.size === b.size && isSubset(a, b);
const numbers = (...values: number[]): Set<number> => new Set<number>(values);
function subsets<T>(values: T[]): Set<T>[] {
  return values.reduce((all: Set<T>[], value) => all.concat(all.map((one) => new Set([...one, value]))), [new Set<T>()]);
}
const all = subsets(["x", "y", "z"]);
console.log(all.map((set) => `{${[...set].join()}}`).join(" "), all.filter((set) => set.has("y")).length);
console.log(isSame(numbers(1, 2, 3), numbers(3, 2, 1, 1)), isSame(numbers(NaN, 0), numbers(-0, NaN)), isSame(numbers(1), numbers()));
const closed = new Set([1]);
for (const value of closed) {
  closed.add((value * 3) % 14);
  closed.add((value * 5) % 14);
}
console.log([...closed].join(" "), closed.size);
const shrinking = new Set([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
for (const prime of shrinking) for (let i = prime * prime; i < 14; i += prime) shrinking.delete(i);
console.log([...shrinking].join(" "));
const order = new Set("hello world");
order.delete("l");
order.add("h").add("l");
console.log([...order].join(""), order.size, [...order.entries()].slice(0, 2), [...order.keys()].length, order.has("lo"));
const seen: string[] = [];
order.forEach((value, key, set) => {
  if (value === "o") set.delete("w");
  if (value === "r") set.add("!");
  seen.push(value === key ? value : "?");
});
console.log(seen.join(""), order);
const pairs = new Set([
  [1, 2],
  [1, 2],
]);
console.log(
  pairs.size,
  new Set(
    [
      [1, 2],
      [1, 2],
    ].map(String),
  ).size,
  pairs.has([1, 2]),
  new Set([undefined, null, undefined]).size,
);
