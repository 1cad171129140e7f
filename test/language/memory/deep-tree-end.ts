// Trees that are deep on one side end without recursion, whichever side it is.
class Tree {
  left: Tree | null = null;
  right: Tree | null = null;
  label: string;
  constructor(label: string) {
    this.label = label;
  }
}
function chain(depth: number, isLeft: boolean): Tree {
  let tree = new Tree(`leaf ${depth}`);
  for (let i = 0; i < depth; i++) {
    const above = new Tree("n" + i);
    if (isLeft) above.left = tree;
    else above.right = tree;
    if (i % 1000 === 0) above.label += "!";
    tree = above;
  }
  return tree;
}
console.log(chain(30000, true).label, chain(30000, false).label);
