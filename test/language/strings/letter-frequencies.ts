// Letters counted in arrays and in maps; the counts agree.

const text = "It was the best of times, it was the worst of times";
const byCode: number[] = [];
for (let i = 0; i < 26; i++) byCode.push(0);
const byLetter = new Map<string, number>();
for (const c of text.toLowerCase()) {
  const at = c.charCodeAt(0) - 97;
  if (at >= 0 && at < 26) byCode[at]++;
  if (c !== " " && c !== ",") byLetter.set(c, (byLetter.get(c) ?? 0) + 1);
}
const sorted = [...byLetter.entries()].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
console.log(sorted.map(([letter, count]) => `${letter}${count}`).join(" "));
console.log(
  sorted.every(([letter, count]) => byCode[letter.charCodeAt(0) - 97] === count),
  byCode.reduce((a, b) => a + b, 0),
);
