// Huffman codes: a tree of the rarest two, codes by a walk, and back to the text bit by bit.

type Tree = { readonly count: number; readonly order: number } & (
  | { readonly letter: string }
  | { readonly zero: Tree; readonly one: Tree }
);

function treeOf(text: string): Tree {
  const counts = new Map<string, number>();
  for (const letter of text) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  let order = 0;
  const trees: Tree[] = [...counts].map(([letter, count]) => ({ letter, count, order: order++ }));
  while (trees.length > 1) {
    trees.sort((left, right) => left.count - right.count || left.order - right.order);
    const [zero, one] = trees.splice(0, 2);
    trees.push({ zero, one, count: zero.count + one.count, order: order++ });
  }
  return trees[0];
}

function codesOf(tree: Tree, prefix = "", codes = new Map<string, string>()): Map<string, string> {
  if ("letter" in tree) return codes.set(tree.letter, prefix === "" ? "0" : prefix);
  codesOf(tree.zero, `${prefix}0`, codes);
  return codesOf(tree.one, `${prefix}1`, codes);
}

function decode(tree: Tree, bits: string): string {
  let text = "";
  let at = tree;
  for (const bit of bits) {
    if (!("letter" in at)) at = bit === "0" ? at.zero : at.one;
    if ("letter" in at) {
      text += at.letter;
      at = tree;
    }
  }
  return text;
}

for (const text of ["abracadabra", "aaaa", "the rain in spain stays mainly", "z\u{1f600}z\u{1f600}\u{1f600}!"]) {
  const tree = treeOf(text);
  const codes = codesOf(tree);
  const bits = [...text].map((letter) => codes.get(letter) ?? "?").join("");
  console.log(bits, [...codes].map(([letter, code]) => `${letter}=${code}`).join(" "));
  console.log(bits.length, text.length * 16, decode(tree, bits) === text);
}
