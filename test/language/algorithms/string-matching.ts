// String matching by Knuth, Morris and Pratt: the table of borders, overlapping finds, and agreement with indexOf.

function borders(pattern: string): number[] {
  const table = [0];
  let length = 0;
  for (let at = 1; at < pattern.length; at++) {
    while (length > 0 && pattern[at] !== pattern[length]) length = table[length - 1];
    if (pattern[at] === pattern[length]) length++;
    table.push(length);
  }
  return table;
}

function finds(text: string, pattern: string): number[] {
  const table = borders(pattern);
  const found: number[] = [];
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    while (length > 0 && (length === pattern.length || text[at] !== pattern[length])) length = table[length - 1];
    if (text[at] === pattern[length]) length++;
    if (length === pattern.length) found.push(at - length + 1);
  }
  return found;
}

function byIndexOf(text: string, pattern: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(pattern); at >= 0; at = text.indexOf(pattern, at + 1)) found.push(at);
  return found;
}

console.log(borders("abacabab").join(), borders("aaaa").join(), borders("a\u{1f600}a").join());
for (const [text, pattern] of [
  ["aaaaa", "aa"],
  ["abababab", "abab"],
  ["\u{1f600}\u{1f600}", "\ude00"],
  ["", "x"],
  ["short", "shorter"],
  ["one", "one"],
]) {
  const found = finds(text, pattern);
  console.log(pattern.length, found, found.join() === byIndexOf(text, pattern).join());
}
