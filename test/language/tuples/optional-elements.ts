// Tuples whose last elements may be missing: length, destructuring and narrowing.

type Entry = [name: string, count?: number, note?: string];

function show(entry: Entry): string {
  const [name, count = -1, note = "none"] = entry;
  return `${name} ${count} ${note} (${entry.length})`;
}
console.log(show(["a"]), show(["b", 2]), show(["c", 3, "!"]), show(["d", undefined]));
const entries: Entry[] = [["x"], ["y", 5]];
console.log(entries.map((entry) => entry[1] ?? 0).join(), entries.map((entry) => entry.length).join());
let total = 0;
for (const [, count] of entries) if (count !== undefined) total += count;
console.log(total);
const open: [number, string?] = [4];
console.log(open[0], open[1], open[1]?.length, open.length);
