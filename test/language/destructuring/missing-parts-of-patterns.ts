// A name in an array pattern may miss its element, where the program asks for that: `const [key, value] = line.split("=")`.
function parse(line: string): [string, string | undefined] {
  const [key, value] = line.split("=");
  if (value === undefined) return [key, undefined];
  return [key, value.trim()];
}
console.log(parse("a = 1"), parse("b"));
function range(text: string): string {
  const [low, high] = text.split(",");
  const most = high === undefined ? Number(low) : high === "" ? Infinity : Number(high);
  return `${low}..${most}`;
}
console.log(range("1"), range("1,"), range("1,3"));
const only: string[] = ["only"];
const [first, second] = only;
console.log(first, second ?? "none", second?.length);
const numbers: number[] = [7];
const [one, two] = numbers;
console.log(one, two !== undefined ? two : "missing");
const [oldest] = new Map([["k", 1]]);
if (oldest) console.log(oldest[0], oldest[1]);
const [nobody] = new Map<string, number>();
console.log(!nobody);
for (const [name, size] of [["a", "1"], ["b"]]) console.log(name, size ? Number(size) : -1);
console.log([["x", "y"], ["z"]].map(([a, b]) => (b == null ? a : a + b)));
let left = "";
let right: string | undefined = "old";
[left, right] = "alone".split(" ");
console.log(left, right);
const optional: (number | undefined)[] = [];
const [absent] = optional;
console.log(absent);
