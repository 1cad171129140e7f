// Lists of tuples: sorting, splitting, and changes through destructuring.

const pairs: [string, number][] = [
  ["a", 3],
  ["b", 1],
  ["c", 2],
];
for (const [name, value] of pairs) console.log(name, value);
for (const pair of pairs) pair[1] *= 10;
const [[first, least], ...others] = pairs.toSorted((a, b) => a[1] - b[1]);
console.log(first, least, others.length, pairs.map(([name, value]) => name + value).join());
const names = pairs.map(([name]) => name);
const table = new Map(pairs);
console.log(
  names.join(),
  table.get("b"),
  [...table.keys()].join(""),
  pairs.findIndex(([name]) => name === "c"),
);
let [x, y, z] = [1, 2, 3];
[x, y, z] = [z, x, y];
console.log(
  x,
  y,
  z,
  [
    [1, 2],
    [3, 4],
  ]
    .map(([a, b]) => a * b)
    .join(),
);
