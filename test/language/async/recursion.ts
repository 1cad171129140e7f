// Recursive async functions: trees, and a wait deep inside.

interface Tree {
  readonly value: number;
  readonly children: readonly Tree[];
}

async function sum(tree: Tree): Promise<number> {
  let total = tree.value;
  for (const child of tree.children) total += await sum(child);
  return total;
}
async function depth(tree: Tree): Promise<number> {
  const depths = await Promise.all(tree.children.map(depth));
  return 1 + depths.reduce((most, depth) => Math.max(most, depth), 0);
}
async function down(n: number): Promise<string> {
  if (n === 0) return "bottom";
  const text = await down(n - 1);
  return n % 10 === 0 ? `${text} ${n}` : text;
}

const tree: Tree = {
  value: 1,
  children: [
    { value: 2, children: [{ value: 3, children: [] }] },
    { value: 4, children: [] },
  ],
};
sum(tree)
  .then((total) => console.log(total))
  .then(() => depth(tree))
  .then((levels) => console.log(levels))
  .then(() => down(50))
  .then((text) => console.log(text));
