// sort keeps equal elements in order, puts undefined last, compares texts by default, and gives the array itself.
interface Row {
  key: number;
  id: string;
}
const rows: Row[] = [];
for (let i = 0; i < 40; i++) rows.push({ key: (i * 7) % 5, id: `r${i}` });
console.log(
  rows
    .sort((a, b) => a.key - b.key)
    .map((row) => `${row.key}${row.id}`)
    .join(" "),
);
console.log([10, 9, 1, 100, -1].sort(), [true, false, true].sort(), ["b", "a", "C"].sort(), [[2], [10], [1]].sort());
const holes: (number | undefined)[] = [3, undefined, 1, undefined, 2];
console.log(
  holes.sort(),
  holes.toSorted((a, b) => (b ?? 0) - (a ?? 0)),
);
const list = [3, 1, 2];
console.log(
  list.sort() === list,
  list.toSorted((a, b) => b - a),
  list,
  [5, 1].sort(() => 0),
  [2, 1].sort((a, b) => (a < b ? -1 : 1)),
);
console.log(["é", "z", "a", "😀", "\uffff"].sort(), [0.5, -0, NaN, -1, Infinity].sort((a, b) => a - b).length);
