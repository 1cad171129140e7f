// Literals beside each other with the same names and unlike values, in lists, branches and where interfaces are wanted.

const rows = [
  { name: "a", value: "x", inner: { n: 1 }, list: [1] },
  { name: "b", value: 1, inner: { n: "s" }, list: ["t"] },
  { name: "c", value: true, inner: { n: null }, list: [] },
  { name: "d", value: null, inner: { n: 5 }, list: [[1]] },
];
for (const { name, value, inner, list } of rows) console.log(name, value, inner.n, list, typeof value);
console.log(JSON.stringify(rows));

const shown = [
  { k: "a", v: "x" },
  { k: "b", v: [1] },
  { k: "c", v: 5 },
].map((one) => `${one.k} ${typeof one.v === "string" ? one.v.length : typeof one.v}`);
console.log(shown.join());

const pick = (n: number) => (n > 1 ? { id: n, v: "s" } : { id: n, v: [n] });
for (const n of [1, 2]) {
  const { v } = pick(n);
  console.log(typeof v === "string" ? v.toUpperCase() : v.length);
}

type Json = null | boolean | number | string | Json[];
type Patch = { op: "set"; path: string; value: Json } | { op: "remove"; path: string };
const apply = (done: string, patch: Patch): string => `${done}${patch.path}=${patch.op === "set" ? JSON.stringify(patch.value) : "-"};`;
const patches = [
  { op: "set", path: "a", value: "end" },
  { op: "remove", path: "b" },
  { op: "set", path: "c", value: [1] },
] satisfies Patch[];
console.log(patches.reduce<string>(apply, ""));
const now = (
  [
    { op: "set", path: "a", value: "end" },
    { op: "remove", path: "b" },
    { op: "set", path: "c", value: [1] },
  ] satisfies Patch[]
).reduce<string>(apply, "now ");
console.log(now);

// Lists of other elements than those that the interface reads.
interface Shape {
  readonly name: string;
  readonly points: readonly unknown[];
}
const show = (shape: Shape): string => `${shape.name} ${shape.points.length} ${shape.points[0]}`;
const numbers = { name: "n", points: [1, 2] };
const texts = { name: "m", points: ["a"] };
console.log(show(numbers), show(texts));
