interface Item {
  name: string;
  tags?: string[];
  count: number;
}
const items: Item[] = [
  { name: "a", tags: ["x"], count: 0 },
  { name: "", count: 2 },
  { name: "c", tags: [], count: NaN },
];
console.log(items.filter((i) => i.tags?.includes("x")).map((i) => i.name));
console.log(
  items.filter((i) => i.name && i.count).length,
  items.some((i) => i.tags),
  items.every((i) => i.name),
);
console.log(
  items.find((i) => i.count)?.count,
  items.findIndex((i) => i.tags?.length),
  items.findLast((i) => i.tags)?.name,
  items.findLastIndex((i) => i.name),
);
console.log(
  ["a", "", "b"].filter((s) => s),
  [0, 1, NaN, 2].filter((n) => n),
  [1, 2, 3].filter(Boolean),
  [null, 1].filter((x) => x !== null),
);
const has = (n: number): number | undefined => (n > 1 ? n : undefined);
console.log([0, 1, 2, 3].filter(has), new Uint8Array([0, 1, 2]).filter((b) => b & 1).length, [1, 2].some(has));
const seen = new Map<string, number>([["a", 1]]);
console.log(
  ["a", "b"].filter((k) => seen.get(k)),
  ["a", "b"].every((k, i, all) => all[i] && seen.has(k)),
);
