// Recursive generators: walks over a tree in three orders, without delegation.

class Node {
  constructor(
    readonly value: number,
    readonly left: Node | null = null,
    readonly right: Node | null = null,
  ) {}
}

function* inorder(node: Node | null): Generator<number> {
  if (node === null) return;
  for (const value of inorder(node.left)) yield value;
  yield node.value;
  for (const value of inorder(node.right)) yield value;
}

function* preorder(node: Node | null): Generator<number> {
  if (node === null) return;
  yield node.value;
  for (const value of preorder(node.left)) yield value;
  for (const value of preorder(node.right)) yield value;
}

const tree = new Node(4, new Node(2, new Node(1), new Node(3)), new Node(6, new Node(5)));
let line = "";
for (const value of inorder(tree)) line += `${value} `;
console.log(line);
line = "";
for (const value of preorder(tree)) line += `${value} `;
console.log(line);
for (const value of inorder(tree)) {
  if (value === 3) break;
  console.log(value);
}
