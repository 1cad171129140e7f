// reduce and reduceRight, with and without a start, and of nothing.
const a = [1, 2, 3, 4];
console.log(
  a.reduce((s, x) => s + x),
  a.reduceRight((s, x) => s - x),
  a.reduce((s, x) => s + x, 10),
  a.reduceRight((s, x) => s + x, ""),
);
console.log(
  a.reduce((s, x, i) => s + x * i, 0),
  a.reduceRight((list, x) => [...list, x], [] as number[]),
);
console.log(
  [5].reduce((s, x) => s * x),
  [5].reduceRight((s, x) => s * x),
  ([] as number[]).reduce((s, x) => s + x, 7),
);
const nothing: number[] = [];
for (const f of [() => nothing.reduce((s, x) => s + x), () => nothing.reduceRight((s, x) => s + x)]) {
  try {
    console.log(f());
  } catch (e) {
    if (e instanceof TypeError) console.log(e.name, e.message);
  }
}
console.log(["a", "b", "c"].reduce((map, word, i) => map.set(word, i), new Map<string, number>()));
