// Maps that give what they have, or take what they lack: `getOrInsert` and `getOrInsertComputed` (ECMAScript 2026).

const counts = new Map<string, number>();
for (const word of "a b a c a b".split(" ")) counts.set(word, counts.getOrInsert(word, 0) + 1);
console.log(counts);

let made = 0;
const groups = new Map<number, string[]>();
for (const word of ["one", "two", "three", "six", "seven"]) {
  const group = groups.getOrInsertComputed(word.length, (length) => {
    made += length;
    return [];
  });
  group.push(word);
}
console.log(groups, made);

const missing = new Map<number, string | undefined>([[1, undefined]]);
console.log(missing.getOrInsert(1, "no"), missing.getOrInsert(2, "yes"), missing.getOrInsert(Number.NaN, "nan"), missing.get(Number.NaN));
try {
  groups.getOrInsertComputed(99, () => {
    throw new Error("not made");
  });
} catch (error) {
  console.log((error as Error).message, groups.has(99), groups.size);
}
