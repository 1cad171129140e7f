// Lists of unknown values that are written down with null and undefined among them: both are kept, and told apart.

function id<T>(xs: T[]): T[] {
  return xs;
}
console.log(id([1, null])[1] === null, id([null])[0] === null, id([[1], [null]]));
function first<T>(xs: Iterable<T>): T | undefined {
  for (const x of xs) return x;
  return undefined;
}
console.log(first([null, 1]), first(new Set([null, 2])));
const m = new Map([
  ["a", [1]],
  ["b", [2, 3]],
]);
console.log(m.get("b"));
const n = new Map<string, unknown>([
  ["n", 5],
  ["s", "text"],
  ["z", null],
  ["u", undefined],
]);
console.log(n, n.get("z"), n.get("u"));
const deep: unknown[][] = [[1, null], [], ["x", undefined]];
console.log(deep);
const tagged: [string, unknown][] = [
  ["a", 1],
  ["b", null],
];
for (const [k, v] of tagged) console.log(k, v === null, v);
const all: readonly unknown[] = [...deep, null];
console.log(all);
const rec: Record<"a" | "b", unknown> = { a: null, b: [null] };
console.log(rec);
function show(...args: unknown[]): void {
  console.log(args, args.length);
}
show(null, [null], undefined);
console.log([null, 1, "a"].map((x) => typeof x));
const alone: unknown[] = [null];
console.log(alone[0], alone, String(alone[0]), typeof alone[0]);
