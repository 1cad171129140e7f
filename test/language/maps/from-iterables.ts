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

// Nothing to start from, for now or for good.
const known = (pairs: [string, number][] | null): Map<string, number> => new Map(pairs);
console.log(known(null), known([["a", 1]]), new Map(null).size, new Set<number>(null).add(3));
const letters = (text: string): Set<string> => new Set(text === "" ? null : text);
console.log(letters(""), letters("aba"), new Set(known([["k", 1]]).get("x") === undefined ? undefined : [1]));
const objects = [{ id: 1 }, { id: 2 }];
const texts = new WeakMap<object, string>(objects.length > 2 ? null : objects.map((o): [object, string] => [o, `o${o.id}`]));
console.log(
  objects.map((o) => texts.get(o)),
  new WeakSet(null).has(objects[0]),
);
