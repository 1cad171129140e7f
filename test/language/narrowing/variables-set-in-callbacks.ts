// A variable that callbacks assign: the checker takes it for null afterwards, what was tested is handed on all the same.
interface Hunk {
  start: number;
  lines: string[];
}
function hunks(lines: string[]): Hunk[] {
  const out: Hunk[] = [];
  let current: Hunk | null = null;
  lines.forEach((line, index) => {
    if (line.startsWith("+")) {
      current ??= { start: index, lines: [] };
      current.lines.push(line);
    } else {
      if (current) out.push(current);
      current = null;
    }
  });
  if (current) out.push(current);
  return out;
}
console.log(hunks(["+a", "+b", " c", "+d"]));
console.log(hunks([" c"]), hunks(["+x"]).length);

function longest(words: string[]): string {
  let best: string | undefined = undefined;
  words.forEach((word) => {
    if (best === undefined || word.length > best.length) best = word;
  });
  return best ?? "none";
}
console.log(longest(["a", "ccc", "bb"]), longest([]));

function last(numbers: number[]): number {
  let found: number | null = null;
  numbers.forEach((n) => {
    if (n > 1) found = n;
  });
  const twice = (n: number): number => n * 2;
  if (found !== null) return twice(found);
  return -1;
}
console.log(last([1, 2, 3]), last([0]));
