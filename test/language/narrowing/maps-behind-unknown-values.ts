// Maps, sets and arrays that `instanceof` finds behind values of unknown type, and maps seen as maps of wider values.

function show(value: unknown): string {
  if (value instanceof Map) return `Map(${value.size}) {${[...value].map(([key, one]) => `${show(key)} => ${show(one)}`).join(", ")}}`;
  if (value instanceof Set) return `Set(${value.size}) {${Array.from(value, show).join(", ")}}`;
  if (value instanceof Array) return `[${value.map((one) => show(one)).join(", ")}]`;
  return String(value);
}
console.log(show(new Map([["a", 1]])), show(new Map<number, string[]>([[1, ["x"]]])), show(new Set([1, "b", null])));
console.log(show([1, new Set([true]), new Map<unknown, unknown>([[undefined, null]])]));

function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (a instanceof Map && b instanceof Map) {
    if (a.size !== b.size) return false;
    for (const [key, value] of a) if (!b.has(key) || !equal(value, b.get(key))) return false;
    return true;
  }
  if (a instanceof Set && b instanceof Set) return a.size === b.size && [...a].every((one) => b.has(one));
  return false;
}
const numbers = new Map([
  ["a", 1],
  ["b", 2],
]);
console.log(
  equal(
    numbers,
    new Map([
      ["b", 2],
      ["a", 1],
    ]),
  ),
  equal(
    numbers,
    new Map([
      [1, 1],
      [2, 2],
    ]),
  ),
  equal(numbers, numbers),
);
console.log(equal(new Set([1, 2]), new Set([2, 1])), equal(new Set([1]), new Set(["1"])), equal(new Set(), new Map()));

const hidden: unknown = numbers;
if (hidden instanceof Map) {
  console.log(hidden.get("a"), hidden.get(1), hidden.get(undefined), hidden.has("b"), hidden.delete(true), hidden === numbers);
  hidden.set("c", 3);
  hidden.forEach((value, key, map) => console.log(key, value, map === numbers));
  console.log([...hidden.keys()].join(), numbers.get("c"), hidden.delete("a"), numbers.size, hidden);
}
const wider = (map: ReadonlyMap<string, unknown>): string => [...map.entries()].map(([key, value]) => `${key}:${typeof value}`).join();
console.log(wider(numbers), wider(new Map([["x", [1]]])), wider(new Map<string, unknown>([["y", undefined]])));
function sizeOf(value: unknown): number {
  if (typeof value === "string" || Array.isArray(value)) return value.length;
  return value instanceof Map || value instanceof Set ? value.size : -1;
}
console.log(["abc", [1], new Map([[1, 2]]), new Set(), 5].map(sizeOf).join());
