// Patterns with * and ?, by backtracking.

function matches(pattern: string, text: string): boolean {
  let [p, t, star, mark] = [0, 0, -1, 0];
  while (t < text.length) {
    if (p < pattern.length && (pattern[p] === "?" || pattern[p] === text[t])) {
      p++;
      t++;
    } else if (p < pattern.length && pattern[p] === "*") {
      star = p++;
      mark = t;
    } else if (star >= 0) {
      p = star + 1;
      t = ++mark;
    } else return false;
  }
  while (p < pattern.length && pattern[p] === "*") p++;
  return p === pattern.length;
}
for (const [pattern, text] of [
  ["*", ""],
  ["", ""],
  ["", "a"],
  ["?", "a"],
  ["a*c", "abbbc"],
  ["a*c", "abbbd"],
  ["*.ts", "file.ts"],
  ["*a*b*c", "xxaxxbxxcxxc"],
  ["??", "a"],
  ["a**b", "ab"],
  ["*?", ""],
])
  console.log(pattern, text, matches(pattern, text));
