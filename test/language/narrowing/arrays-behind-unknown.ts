// Array.isArray of unknown values: arrays of all kinds of elements, tuples, and what is no array.

function describe(value: unknown): string {
  if (Array.isArray(value)) {
    const kinds = value.map((element) => (element === null ? "null" : typeof element));
    return `${value.length} elements: ${kinds.join(" ")}`;
  }
  return `no array: ${value === null ? "null" : typeof value}`;
}

const pair: [string, number] = ["a", 1];
const maybe: (string | null)[] = ["x", null];
const missing: (number | undefined)[] = [1, undefined];
const mixed: (string | number | boolean)[] = ["m", 2, false];
const nested = [[1], ["two"]];
for (const value of [[1, 2.5], ["a"], [true, false], [], pair, maybe, missing, mixed, nested, [{ a: 1 }], [null, undefined]])
  console.log(describe(value));
for (const value of ["text", 5, null, undefined, { length: 2 }, new Set([1]), new Uint8Array(2), () => []]) console.log(describe(value));

function sum(value: unknown): number {
  if (typeof value === "number") return value;
  if (!Array.isArray(value)) return 0;
  let total = 0;
  for (const element of value) total += sum(element);
  return total;
}
console.log(sum([1, 2, 3]), sum([1, [2, [3, "x"]], pair]), sum("9"), sum([]));

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((element) => typeof element === "string");
}
for (const value of [["p", "q"], ["p", 1], [], "pq"] as unknown[]) console.log(isTexts(value) ? value.join("+") : "not texts");

function flatten(value: unknown): unknown[] {
  return Array.isArray(value) ? value.flatMap((element) => flatten(element)) : [value];
}
console.log(flatten([1, ["a", [true, [null]], [[]]], undefined]), JSON.stringify(flatten(nested)));
const [first, ...others] = Array.isArray(mixed) ? mixed : [];
console.log(first, others);
