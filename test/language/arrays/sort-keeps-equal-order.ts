// Sorting is stable at every length, also by several keys, backwards, of parts, and with results that are not whole numbers.
interface Row {
  key: number;
  at: number;
}
const rows = (count: number, kinds: number): Row[] => Array.from({ length: count }, (_, at) => ({ key: (at * 7919) % kinds, at }));
const isStable = (sorted: Row[]): boolean =>
  sorted.every((row, i) => i === 0 || sorted[i - 1].key < row.key || (sorted[i - 1].key === row.key && sorted[i - 1].at < row.at));
for (const count of [0, 1, 2, 3, 10, 11, 31, 32, 33, 64, 100, 1000]) {
  const list = rows(count, 5);
  const sorted = list.toSorted((a, b) => a.key - b.key);
  console.log(
    count,
    isStable(sorted),
    list.every((row, at) => row.at === at),
    isStable(list.sort((a, b) => a.key - b.key)),
  );
}
const list = rows(12, 3);
list.sort((a, b) => (b.key - a.key) / 100);
console.log(list.map((row) => `${row.key}${row.at}`).join(" "));
list.sort((a, b) => (a.at % 2) - (b.at % 2) || b.key - a.key);
console.log(list.map((row) => `${row.key}${row.at}`).join(" "));
list.sort(() => 0);
list.sort(() => NaN);
console.log(list.map((row) => row.at).join(" "));
const texts = ["b", "B", "a", "", "10", "9", "é", "😀", "\uffff", "ab", "A"];
console.log(texts.toSorted().join("|"), texts.toSorted((a, b) => a.length - b.length).join("|"));
const values: (number | undefined)[] = [3, undefined, 10, 1, undefined, -1];
console.log(
  values.toSorted(),
  values.toSorted((a, b) => (b ?? 0) - (a ?? 0)),
);
console.log(
  [10, 9, 1, -1, -10, 100, NaN, Infinity, 1e21].sort(),
  [true, false, true].toSorted(),
  [0, -0, 0].sort((a, b) => a - b),
);
console.log(
  Float64Array.of(3, NaN, -0, 0, -Infinity, 1e-9).sort(),
  Int8Array.of(10, 9, -1).toSorted(),
  [[2, 1], [10], [1, 5]].sort().join(" "),
);
