// Memoized recursion: tables keyed by texts of arguments, shared between functions that call each other.

function memoize<R>(run: (left: number, right: number) => R): (left: number, right: number) => R {
  const known = new Map<string, R>();
  return (left, right) => {
    const key = `${left},${right}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    misses++;
    const made = run(left, right);
    known.set(key, made);
    return made;
  };
}

let misses = 0;
const paths: (rows: number, columns: number) => number = memoize((rows, columns) =>
  rows === 0 || columns === 0 ? 1 : paths(rows - 1, columns) + paths(rows, columns - 1),
);
console.log(paths(2, 2), paths(16, 16), misses);
misses = 0;
const female: (n: number, unused: number) => number = memoize((n) => (n === 0 ? 1 : n - male(female(n - 1, 0), 0)));
const male: (n: number, unused: number) => number = memoize((n) => (n === 0 ? 0 : n - female(male(n - 1, 0), 0)));
console.log(Array.from({ length: 12 }, (_, n) => female(n, 0)).join(" "), misses);
console.log(Array.from({ length: 12 }, (_, n) => male(n, 0)).join(" "), misses);
const partitions: (total: number, largest: number) => number = memoize((total, largest) => {
  if (total === 0) return 1;
  if (total < 0 || largest === 0) return 0;
  return partitions(total - largest, largest) + partitions(total, largest - 1);
});
console.log([1, 5, 10, 50, 100].map((total) => partitions(total, total)));
