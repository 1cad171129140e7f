// Types that refer to themselves: trees, lists, nested arrays and functions that return their own kind.

interface Tree<T> {
  value: T;
  children: Tree<T>[];
}
type List<T> = { head: T; tail: List<T> } | null;
interface Nested {
  values: (number | Nested)[];
}
interface Adder {
  total: number;
  add(n: number): Adder;
}

function depth<T>(tree: Tree<T>): number {
  return 1 + tree.children.reduce((most, child) => Math.max(most, depth(child)), 0);
}
function toArray<T>(list: List<T>): T[] {
  const result: T[] = [];
  for (let rest = list; rest !== null; rest = rest.tail) result.push(rest.head);
  return result;
}
function sum(nested: Nested): number {
  let total = 0;
  for (const part of nested.values) total += typeof part === "number" ? part : sum(part);
  return total;
}
const adder = (total: number): Adder => ({ total, add: (n) => adder(total + n) });

const tree: Tree<string> = {
  value: "a",
  children: [
    { value: "b", children: [{ value: "c", children: [] }] },
    { value: "d", children: [] },
  ],
};
console.log(depth(tree), tree.children.map((child) => child.value).join());
console.log(toArray<number>({ head: 1, tail: { head: 2, tail: null } }).join(), toArray<string>(null).length);
console.log(sum({ values: [1, { values: [2, { values: [3, 4] }] }, 5] }), adder(1).add(2).add(3).total);
