// Parts of arrays: slice, splice, toSpliced, fill, copyWithin and with, at every kind of edge.

const letters = (): string[] => ["a", "b", "c", "d", "e"];
for (const [start, end] of [
  [1, 3],
  [-2, 5],
  [0, -1],
  [3, 2],
  [-99, 99],
  [NaN, 2],
  [1.9, 3.9],
  [5, 9],
] as const)
  console.log(start, end, letters().slice(start, end).join(""), letters().fill("-", start, end).join(""));
console.log(letters().slice().length, letters().slice(-2), letters().slice(2, undefined));
for (const [start, count] of [
  [1, 2],
  [-1, 9],
  [2, 0],
  [9, 1],
  [0, -1],
  [1, NaN],
  [-9, 1],
] as const) {
  const list = letters();
  const removed = list.splice(start, count, "X", "Y");
  console.log(start, count, removed.join(""), list.join(""), letters().toSpliced(start, count, "Z").join(""));
}
const all = letters();
console.log(all.splice(3), all, all.splice(0), all);
console.log(letters().toSpliced(1).join(""), letters().toSpliced().join(""));
for (const [target, start, end] of [
  [0, 3, 5],
  [1, 0, 3],
  [-2, 0, 9],
  [2, -3, -1],
  [9, 0, 2],
  [0, 9, 9],
] as const)
  console.log(target, start, end, letters().copyWithin(target, start, end).join(""));
console.log(letters().with(0, "Q").join(""), letters().with(-1, "Q").join(""), letters().with(2.9, "Q").join(""));
for (const index of [5, -6, Infinity]) {
  try {
    letters().with(index, "Q");
  } catch (error) {
    console.log(index, error instanceof RangeError);
  }
}
console.log(
  letters().toReversed().join(""),
  letters()
    .toSorted((a, b) => (a < b ? 1 : -1))
    .join(""),
  letters().reverse().join(""),
);
console.log(
  [3, 20, 100].toSorted(),
  [3, 20, 100].toSorted((a, b) => b - a),
  ["b", "B", "a"].toSorted(),
);
