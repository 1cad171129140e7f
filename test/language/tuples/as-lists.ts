// Tuples where lists are wanted: they stay the objects that they are.

function sum(numbers: number[]): number {
  let total = 0;
  for (const one of numbers) total += one;
  return total;
}
const all = (numbers: Iterable<number>): number[] => [...numbers];

const pair: [number, number] = [3, 4];
console.log(sum(pair), all(pair), Math.max(...pair), Math.hypot(...pair));
const list: number[] = pair;
list[0] = 30;
console.log(
  pair[0],
  list === pair,
  list.length,
  pair.map((one) => one * 2),
  [...pair, 5],
);
console.log(list.reverse() === pair, pair, list.indexOf(30), list.fill(1).join());

const mixed: [string, number] = ["a", 1];
const either: (string | number)[] = mixed;
console.log(either.length, either[1], either.includes("a"), either.join("-"));
const [first, ...others] = either;
console.log(first, others, either.at(-1), either[5] === undefined);
function show(value: string | readonly unknown[] | null): string {
  return value === null ? "none" : typeof value === "string" ? value : `${value.length} of ${value.map((one) => typeof one).join()}`;
}
console.log(show(mixed), show("text"), show([]), show(null), show(pair));

// One of several tuples
type Step = ["push", number] | ["pop"] | ["add", number, number];
const steps: Step[] = [["push", 1], ["pop"], ["add", 1, 2]];
for (const step of steps) {
  const parts: string[] = [];
  for (const part of step) parts.push(`${part}:${typeof part}`);
  const [name, ...args] = step;
  console.log(parts.join(" "), name, args, step.length);
}
type Vector = [number, number] | [number, number, number];
const norm = (vector: Vector): number => Math.sqrt(vector.map((one) => one * one).reduce((a, b) => a + b, 0));
console.log(norm([3, 4]), norm([1, 2, 2]), steps.map(([name]) => name).join());
