// Lists among other values: made flat, and taken for lists of pairs behind an assertion.

const nested: (number | number[])[] = [1, [2, 3], 4];
console.log(
  nested.flat(),
  [[1], [2]].flat(),
  [[[1]], [[2]]].flat(2),
  [
    [1, "a"],
    ["b", 2],
  ].flat(),
);
const points: [number, number][] = [
  [1, 2],
  [3, 4],
];
console.log(
  points.flat().reduce((a, b) => a + b, 0),
  ["x", ["y"], null].flat(),
);
for (const word of [["a"], [], ["b"]].flat()) console.log(word.toUpperCase());

type Tree = string | number | null | Tree[] | { $: string; value: Tree };
function decode(tree: Tree): string {
  if (tree === null || typeof tree !== "object") return String(tree);
  if (Array.isArray(tree)) return `[${tree.map(decode).join(" ")}]`;
  if (tree.$ !== "pairs") return tree.$;
  return (tree.value as [Tree, Tree][]).map(([key, value]) => `${decode(key)}=${decode(value)}`).join();
}
const text = JSON.stringify({
  $: "pairs",
  value: [
    ["a", 1],
    ["b", [2, null]],
  ],
} as Tree);
console.log(text.length, decode(JSON.parse(text) as Tree), decode([1, { $: "other", value: null }]));
console.log(JSON.stringify(null as Tree).length, JSON.stringify(undefined), JSON.stringify([1, undefined]));

const all: unknown[] = ["a", 2];
const taken = [5, 6].map((index) => all[index]);
console.log(all.indexOf(2), all.includes("a"), taken, all[7], all.concat([1], "q").length);
all.sort((a, b) => String(b).localeCompare(String(a)));
console.log(all, all.fill(7));

// Callbacks of flatMap that give lists and other values, or nothing as an empty list.
const prices = new Map([["tea", { cents: 250 }]]);
const priced = (names: readonly string[]): { cents: number }[] => names.flatMap((name) => prices.get(name) ?? []);
console.log(priced(["tea", "cake", "tea"]), priced([]));
console.log(
  [1, 2].flatMap((n) => (n === 1 ? n : [n, "x"])),
  ["a", ""].flatMap((text) => text.length || []),
  [1, 2].flatMap((n) => (n === 1 ? null : [undefined, n])),
);
