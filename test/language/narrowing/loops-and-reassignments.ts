// Narrowing that changes on the way: variables of union type assigned in loops, after try, in conditions, and reset by closures' copies.

type Value = number | string | boolean | null | number[];

function reduce(start: Value): string {
  const path: string[] = [];
  let value: Value = start;
  while (value !== null) {
    path.push(Array.isArray(value) ? `[${value.length}]` : typeof value);
    if (typeof value === "string") value = value.length > 3 ? value.length : [...value].map(Number);
    else if (typeof value === "number") value = value > 2;
    else if (typeof value === "boolean") {
      if (!value) return path.join(">");
      value = "abc";
    } else {
      const sum: number = value.reduce((a, b) => a + b, 0);
      value = Number.isNaN(sum) ? null : sum;
    }
  }
  return `${path.join(">")}>null`;
}
console.log(["12", "hello", 1, 7, true, [1, 1], null].map((value) => reduce(value as Value)).join(" | "));

interface Node {
  next: Node | null;
  weight: number | undefined;
}
function heaviest(list: Node | null): number | undefined {
  let best: number | undefined;
  for (let node = list; node !== null; node = node.next) {
    const { weight } = node;
    if (weight === undefined) continue;
    if (best === undefined || weight > best) best = weight;
  }
  return best;
}
const chain: Node = { weight: 3, next: { weight: undefined, next: { weight: 9, next: { weight: 4, next: null } } } };
console.log(heaviest(chain), heaviest(null), heaviest({ weight: undefined, next: null }));

function read(text: string): number | Error {
  let result: number | Error = new Error("not started");
  try {
    if (text === "") throw new RangeError("empty");
    result = Number.parseFloat(text);
    if (Number.isNaN(result)) result = new TypeError(`no number: ${text}`);
  } catch (error) {
    if (error instanceof Error) result = error;
  }
  return result;
}
for (const text of ["4.5", "", "abc"]) {
  const result = read(text);
  console.log(result instanceof TypeError ? "type" : result instanceof Error ? result.message : result * 2);
}
function last(...values: (string | undefined)[]): string {
  let current: string | undefined;
  const seen: (() => number)[] = [];
  for (const value of values) {
    if ((current = value) === undefined) continue;
    const kept = current;
    seen.push(() => kept.length);
  }
  return `${current?.toUpperCase() ?? "none"} ${seen.map((f) => f()).join("")}`;
}
console.log(last("a", undefined, "bcd"), last("x", undefined), last());
