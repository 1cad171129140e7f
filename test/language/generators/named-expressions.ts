// Generators and async functions as function expressions that go into themselves by name.

interface Tree {
  readonly value: number;
  readonly children: readonly Tree[];
}
const leaf = (value: number): Tree => ({ value, children: [] });
const tree: Tree = { value: 1, children: [{ value: 2, children: [leaf(3), leaf(4)] }, leaf(5)] };

const walk = function* visit(node: Tree): Generator<number> {
  yield node.value;
  for (const child of node.children) yield* visit(child);
};
console.log([...walk(tree)].join());

function countdowns(prefix: string): string {
  const down = function* inner(n: number): Generator<string> {
    if (n === 0) return;
    yield `${prefix}${n}`;
    yield* inner(n - 1);
  };
  return [...down(3), ...down(1)].join(" ");
}
console.log(countdowns("t-"));

const retry = async function attempt(n: number, needed: number): Promise<string> {
  await null;
  return n < needed ? attempt(n + 1, needed) : `after ${n}`;
};
retry(0, 3).then((text) => console.log(text));

async function report(): Promise<void> {
  const seen: number[] = [];
  const collect = async function step(n: number): Promise<number> {
    seen.push(n);
    return n > 0 ? (await step(n - 1)) + n : 0;
  };
  console.log(await collect(4), seen.join());
}
report();
