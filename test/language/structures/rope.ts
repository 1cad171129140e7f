// Rope: a text as a tree of parts: joined without copying, cut in the middle, read by position, balanced by hand.

type Rope = { kind: "leaf"; text: string } | { kind: "node"; left: Rope; right: Rope; length: number; depth: number };

const leaf = (text: string): Rope => ({ kind: "leaf", text });
const lengthOf = (rope: Rope): number => (rope.kind === "leaf" ? rope.text.length : rope.length);
const depthOf = (rope: Rope): number => (rope.kind === "leaf" ? 0 : rope.depth);

function join(left: Rope, right: Rope): Rope {
  if (lengthOf(left) === 0) return right;
  if (lengthOf(right) === 0) return left;
  return { kind: "node", left, right, length: lengthOf(left) + lengthOf(right), depth: Math.max(depthOf(left), depthOf(right)) + 1 };
}

function cut(rope: Rope, at: number): [Rope, Rope] {
  if (rope.kind === "leaf") return [leaf(rope.text.slice(0, at)), leaf(rope.text.slice(at))];
  const middle = lengthOf(rope.left);
  if (at <= middle) {
    const [first, second] = cut(rope.left, at);
    return [first, join(second, rope.right)];
  }
  const [first, second] = cut(rope.right, at - middle);
  return [join(rope.left, first), second];
}

function charAt(rope: Rope, at: number): string {
  if (rope.kind === "leaf") return rope.text.charAt(at);
  const middle = lengthOf(rope.left);
  return at < middle ? charAt(rope.left, at) : charAt(rope.right, at - middle);
}

function* leaves(rope: Rope): Generator<string, void, undefined> {
  if (rope.kind === "leaf") yield rope.text;
  else {
    yield* leaves(rope.left);
    yield* leaves(rope.right);
  }
}

const textOf = (rope: Rope): string => [...leaves(rope)].join("");
const insert = (rope: Rope, at: number, text: string): Rope => {
  const [before, after] = cut(rope, at);
  return join(join(before, leaf(text)), after);
};

let rope = leaf("Hello world");
rope = insert(rope, 5, ",");
rope = insert(rope, 0, ">> ");
rope = insert(rope, lengthOf(rope), "!");
console.log(textOf(rope), lengthOf(rope), depthOf(rope), [...leaves(rope)].length);
console.log([0, 3, 8, 9, 99].map((at) => charAt(rope, at)).join("|"));
const [head, tail] = cut(rope, 9);
console.log(textOf(head), "/", textOf(tail), textOf(join(tail, head)));
for (let count = 0; count < 50; count++) rope = join(rope, leaf(String(count % 10)));
console.log(lengthOf(rope), depthOf(rope), textOf(cut(rope, 60)[1]));
