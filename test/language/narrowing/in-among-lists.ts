// `in` where a value may be a list or a collection, or an object with the property.

type Id = string & { readonly b: "id" };
function f(n: number): Id[] | { cycle: Id[] } {
  return n > 1 ? ["a" as Id] : { cycle: ["c" as Id] };
}
for (const r of [f(1), f(2)]) {
  if ("cycle" in r) console.log(r.cycle.join());
  else console.log(r.length);
}
function g(n: number): string[] | { cycle: string[] } | { error: string } {
  return n === 1 ? ["a"] : n === 2 ? { cycle: ["c"] } : { error: "bad" };
}
for (const r of [g(1), g(2), g(3)]) {
  if ("cycle" in r) console.log(r.cycle.join());
  else if ("error" in r) console.log(r.error);
  else console.log(r.length);
  if ("length" in r) console.log("list", r[0]);
}
class Q {
  x = 1;
}
function h(n: number): Map<string, number> | { map: string } | Q {
  return n === 1 ? new Map() : n === 2 ? { map: "c" } : new Q();
}
for (const r of [h(1), h(2), h(3)]) {
  console.log("map" in r ? r.map : "-", "size" in r ? r.size : "-", "x" in r ? r.x : "-");
}
