// WeakMap and WeakSet: keys by identity, values that are replaced, data beside objects of a class, and a cache of results.
class Node {
  readonly children: Node[] = [];
  constructor(readonly name: string) {}
}
const depths = new WeakMap<Node, number>();
const seen = new WeakSet<Node>();
let computed = 0;
function depth(node: Node): number {
  const known = depths.get(node);
  if (known !== undefined) return known;
  computed++;
  const result = 1 + node.children.reduce((most, child) => Math.max(most, depth(child)), 0);
  depths.set(node, result);
  return result;
}
const shared = new Node("shared");
shared.children.push(new Node("leaf"));
const root = new Node("root");
root.children.push(shared, new Node("left"), shared);
console.log(depth(root), computed, depth(root), computed, depths.has(shared), depths.get(new Node("shared")));
console.log(depths.delete(shared), depths.delete(shared), depths.has(shared), depth(shared), computed);
function names(node: Node): string[] {
  if (seen.has(node)) return [`(${node.name})`];
  seen.add(node);
  return [node.name, ...node.children.flatMap(names)];
}
console.log(names(root).join(" "), names(root).join(" "), seen.delete(root), names(root).join(" "));
const owners = new WeakMap<object, string>([
  [root, "root"],
  [shared, "shared"],
  [root, "root again"],
]);
console.log(owners.get(root), owners.set(shared, "new").get(shared), owners.get({}), owners.has([]));
const chain = new WeakMap<object, object>();
let last: object = {};
for (let i = 0; i < 100; i++) {
  const next = { i };
  chain.set(next, last);
  last = next;
}
let length = 0;
for (let at: object | undefined = last; at !== undefined; at = chain.get(at)) length++;
console.log(length);
