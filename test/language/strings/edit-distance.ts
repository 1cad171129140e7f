// Levenshtein distances over two rows.

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length];
}
for (const [a, b] of [
  ["kitten", "sitting"],
  ["", "abc"],
  ["abc", ""],
  ["", ""],
  ["flaw", "lawn"],
  ["same", "same"],
  ["intention", "execution"],
])
  console.log(a, b, distance(a, b), distance(a, b) === distance(b, a));
