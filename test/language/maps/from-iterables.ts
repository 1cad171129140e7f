// Maps made of arrays, other maps and generators; copies are apart.
const a = new Map([
  ["x", 1],
  ["y", 2],
]);
const b = new Map(a);
b.set("x", 9).delete("y");
console.log(a, b, new Map([...a].map(([k, v]) => [v, k] as [number, string])));
function* pairs(): Generator<[string, number]> {
  yield ["p", 1];
  yield ["q", 2];
  yield ["p", 3];
}
console.log(new Map(pairs()), new Map<string, number>(), new Map([...a, ...b]));
const sorted = new Map([...a.entries()].sort((p, q) => q[1] - p[1]));
console.log(sorted, Array.from(sorted, ([k, v]) => k + v).join());
