// A type that contains itself without an object between: numbers in arrays in arrays. Narrowing, the console, JSON, copies, spread, texts.

type Nested = number | Nested[];

function sum(value: Nested): number {
  return typeof value === "number" ? value : value.reduce<number>((total, each) => total + sum(each), 0);
}

function depth(value: Nested): number {
  return Array.isArray(value) ? 1 + value.reduce<number>((most, each) => Math.max(most, depth(each)), 0) : 0;
}

const value: Nested = [1, [2, [3, 4]], [], 5];
console.log(sum(value), depth(value), sum(7), depth(7));
console.log(value);
console.log(JSON.stringify(value), String(value));

const copy = structuredClone(value);
if (Array.isArray(copy)) copy.push([6, [[]]]);
console.log(JSON.stringify(copy), JSON.stringify(value));

const spread: Nested = [...(Array.isArray(value) ? value : [value]), ...[[8], 9]];
console.log(JSON.stringify(spread), sum(spread));

const stack: Nested[] = [spread];
const leaves: number[] = [];
while (stack.length > 0) {
  const top = stack.pop();
  if (top === undefined) break;
  if (typeof top === "number") leaves.push(top);
  else stack.push(...top);
}
console.log(leaves.join());

interface Holder {
  nested: Nested;
  other?: Nested;
}
const holder: Holder = { nested: [[1], 2] };
console.log(holder, holder.other);
holder.other = [holder.nested, 3];
console.log(JSON.stringify(holder));
