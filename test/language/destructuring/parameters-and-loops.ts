// Nested patterns in parameters, for-of heads and catch clauses.

interface Item {
  id: number;
  tags: string[];
  size: { width: number; height?: number };
}

function show({ id, tags: [first = "none", ...rest], size: { width, height = width } }: Item): string {
  return `${id} ${first} ${rest.length} ${width}x${height}`;
}
const items: Item[] = [
  { id: 1, tags: ["a", "b", "c"], size: { width: 2 } },
  { id: 2, tags: [], size: { width: 3, height: 4 } },
];
for (const item of items) console.log(show(item));
for (const {
  id,
  size: { width },
} of items)
  console.log(id * width);
for (const [index, { tags }] of items.entries()) console.log(index, tags.length);
const add = ([a, b]: [number, number], { by = 1 }: { by?: number } = {}): number => (a + b) * by;
console.log(add([1, 2]), add([1, 2], { by: 3 }), add([1, 2], {}));
try {
  throw new RangeError("too far");
} catch (error) {
  if (error instanceof RangeError) {
    const { name, message } = error;
    console.log(name, message);
  }
}
const map = new Map([
  ["x", { n: 1 }],
  ["y", { n: 2 }],
]);
let total = 0;
for (const [key, { n }] of map) total += key.length * n;
console.log(total);
