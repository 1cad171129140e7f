// sort by text when not told how; by any comparison; equal ones stay in order.

console.log(
  [10, 9, 1, 100, 2].sort().join(),
  [10, 9, 1, 100, 2].sort((a, b) => a - b).join(),
  [3, -1, -0, 0, -2].sort((a, b) => b - a).join(),
);
console.log(["b", "a", "C", ""].sort().join("|"), [true, false, true].sort().join(), [1, 2, 3].sort(() => 0).join());
const people: [string, number][] = [
  ["Ann", 3],
  ["Bob", 1],
  ["Cid", 3],
  ["Dan", 2],
  ["Eve", 1],
];
console.log(
  people
    .toSorted((a, b) => a[1] - b[1])
    .map(([name]) => name)
    .join(),
  people.map(([name]) => name).join(),
);
people.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? 1 : -1));
console.log(people.map(([name]) => name).join());
const long = Array.from({ length: 200 }, (_, i) => ({ key: (i * 37) % 10, at: i }));
long.sort((a, b) => a.key - b.key);
let stable = true;
for (let i = 1; i < long.length; i++) if (long[i].key === long[i - 1].key && long[i].at < long[i - 1].at) stable = false;
console.log(stable, long[0].at, long[199].at);
