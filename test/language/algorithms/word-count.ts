// Word count: splitting, a Map of counts, sorting by two keys.

const text = `the quick brown fox jumps over the lazy dog the fox
was quick and the dog was not as lazy as the fox said it was`;
const counts = new Map<string, number>();
for (const line of text.split("\n")) {
  for (const word of line.split(" ")) counts.set(word, (counts.get(word) ?? 0) + 1);
}
class Entry {
  constructor(
    readonly word: string,
    readonly count: number,
  ) {}
}
const entries: Entry[] = [];
counts.forEach((count, word) => {
  entries.push(new Entry(word, count));
});
entries.sort((a, b) => (b.count - a.count !== 0 ? b.count - a.count : a.word < b.word ? -1 : 1));
for (const entry of entries) console.log(`${entry.word.padEnd(6)} ${"#".repeat(entry.count)} ${entry.count}`);
