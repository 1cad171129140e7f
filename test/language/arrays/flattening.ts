// flatMap and hand-written flattening of deep lists.

console.log(
  [1, 2, 3].flatMap((x) => [x, x * 10]).join(),
  ["a b", "", "c"].flatMap((text) => text.split(" ")).length,
  [1, 2, 3, 4].flatMap((x) => (x % 2 === 0 ? [x] : [])).join(),
);
interface Tree {
  value: number;
  children: Tree[];
}
const leaf = (value: number): Tree => ({ value, children: [] });
const tree: Tree = { value: 1, children: [leaf(2), { value: 3, children: [leaf(4), leaf(5)] }, leaf(6)] };
const walk = (node: Tree): number[] => [node.value, ...node.children.flatMap(walk)];
const depth = (node: Tree): number => 1 + node.children.reduce((most, child) => Math.max(most, depth(child)), 0);
console.log(walk(tree).join(), depth(tree), walk(leaf(9)).join());
