// A syntax tree as JSON: nodes told apart by their kind, read, changed, written, and compared as text.
type Node = { kind: "number"; value: number } | { kind: "name"; name: string } | { kind: "call"; name: string; parts: Node[] } | Pair;
interface Pair {
  kind: "pair";
  operator: "+" | "*";
  left: Node;
  right: Node;
}
const text =
  '{"kind":"pair","operator":"+","left":{"kind":"pair","operator":"*","left":{"kind":"number","value":2},' +
  '"right":{"kind":"name","name":"x"}},"right":{"kind":"call","name":"max","parts":[{"kind":"number","value":-0.5},{"kind":"name","name":"y"}]}}';
const tree = JSON.parse(text) as Node;
console.log(JSON.stringify(tree) === text, tree.kind);
function evaluate(node: Node, names: Map<string, number>): number {
  if (node.kind === "number") return node.value;
  if (node.kind === "name") return names.get(node.name) ?? NaN;
  if (node.kind === "call") return Math.max(...node.parts.map((part) => evaluate(part, names)));
  const [left, right] = [evaluate(node.left, names), evaluate(node.right, names)];
  return node.operator === "+" ? left + right : left * right;
}
function replace(node: Node, name: string, by: Node): Node {
  switch (node.kind) {
    case "number":
      return node;
    case "name":
      return node.name === name ? by : node;
    case "call":
      return { ...node, parts: node.parts.map((part) => replace(part, name, by)) };
    case "pair":
      return { ...node, left: replace(node.left, name, by), right: replace(node.right, name, by) };
  }
}
console.log(
  evaluate(tree, new Map([["x", 4]])),
  evaluate(
    tree,
    new Map([
      ["x", 4],
      ["y", 9],
    ]),
  ),
);
const changed = replace(tree, "y", { kind: "pair", operator: "*", left: tree, right: { kind: "number", value: 1e3 } });
console.log(
  JSON.stringify(changed).length,
  evaluate(
    changed,
    new Map([
      ["x", 1],
      ["y", 2],
    ]),
  ),
  JSON.stringify(tree) === text,
);
console.log(JSON.stringify(changed, ["kind", "left", "right"]), JSON.stringify(changed, null, 1).split("\n").length);
const copy = JSON.parse(JSON.stringify(changed, null, "\t")) as Node;
console.log(JSON.stringify(copy) === JSON.stringify(changed), copy === changed);
