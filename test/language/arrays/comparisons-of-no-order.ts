// Comparisons that contradict themselves, give NaN, or throw: short arrays are asked about in the order in which Node asks.

const asked: string[] = [];
const sorted = [5, 3, 9, 1, 7].sort((a, b) => {
  asked.push(`${a}:${b}`);
  return a - b;
});
console.log(sorted, asked.join(" "));
console.log(
  [1, 2, 3, 4].sort((a, b) => (a < b ? 1 : 0)),
  [1, 2, 3, 4].sort((a, b) => Number(a < b)),
);
console.log(
  [4, 3, 2, 1].sort(() => -1),
  [1, 2, 3, 4, 5].sort(() => 1),
  [2, 1].toSorted(() => NaN),
);
const kept = [3, 1, 2];
try {
  kept.sort((a, b) => {
    if (a === 2) throw new RangeError("two");
    return a - b;
  });
} catch (error) {
  console.log(String(error), kept);
}
const many = Array.from({ length: 100 }, (_, i) => ({ key: (i * 37) % 7, i }));
many.sort((a, b) => a.key - b.key);
console.log(many.every(({ key, i }, at) => at === 0 || many[at - 1].key < key || (many[at - 1].key === key && many[at - 1].i < i)));
console.log(
  [undefined, 3, undefined, 1].sort(),
  [9, 8, 7, 1, 2, 3].sort(),
  new Int8Array([3, -1, 2]).sort((a, b) => b - a),
);
