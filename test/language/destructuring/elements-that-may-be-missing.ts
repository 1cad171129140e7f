function isVowel(letter: string | undefined): boolean {
  return letter !== undefined && "aeiou".includes(letter);
}
function describe(text: string): string {
  const [verb, ...rest] = text.split(" ").filter(Boolean);
  switch (verb) {
    case undefined:
      return "nothing";
    case "go": {
      const [direction] = rest;
      if (!direction) return "go where?";
      return `go ${direction.toUpperCase()}`;
    }
    default:
      return `${verb} + ${rest.length}`;
  }
}
console.log(describe(""), describe("go"), describe("go up"), describe("a b c"));
const [first, second] = [..."ab"].slice(1);
console.log(isVowel(first), isVowel(second), second?.length, first.length);
const pairs: number[][] = [[1], [2, 3], []];
for (const [a, b] of pairs) console.log(a ?? "no a", b ?? "no b");
console.log(pairs.map(([a, b]) => (a === undefined ? 0 : b === undefined ? 1 : a + b)));
const [x] = new Set<number>([]);
console.log(x ?? "empty");
const [y] = new Set<number>([0]);
const z: number | undefined = y;
console.log(z);
interface Entry {
  key: string;
  value?: string;
}
const parse = (line: string): Entry => {
  const [key, value] = line.split("=");
  return { key, value };
};
console.log(parse("a=1"), parse("b").value, parse("b").key);
const [sure] = ["s"];
console.log(sure.length);

function readPairs(bytes: Uint8Array, words: string[], list: number[]): void {
  for (let i = 0; i < 4; i += 2) {
    const [x, y] = [bytes[i], bytes[i + 1]];
    console.log(x, y ?? "none", y === undefined);
    const [a, b] = [words[i], words[i + 1]];
    console.log(a.length, b?.length, b === undefined ? "-" : b.toUpperCase());
    let [p, q] = [list[i], list[i + 1]];
    if (q === undefined) q = 7;
    p += q;
    console.log(p, q);
  }
}
readPairs(Uint8Array.of(1, 2, 3), ["a", "bb", "ccc"], [1, 2, 3]);
