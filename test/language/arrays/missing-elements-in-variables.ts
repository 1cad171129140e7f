// Variables that get an element which may not be there: undefined, where the program asks for that later.

function first<T>(list: T[]): T | undefined {
  const top = list[0];
  return top;
}
console.log(first<number>([]), first([1]), first<string>([]));

function take(list: string[]): string {
  const last = list[list.length - 1];
  if (last === undefined) return "none";
  list.pop();
  return last.toUpperCase();
}
console.log(take([]), take(["a"]));

const numberAt = (list: { n: number }[], index: number): number => {
  const item = list[index];
  return item?.n ?? -1;
};
console.log(numberAt([], 0), numberAt([{ n: 4 }], 0));

function captured(list: string[]): string {
  const last = list[list.length - 1];
  const show = (): string => (last === undefined ? "gone" : last.toUpperCase());
  list.pop();
  return show();
}
const words = ["a"];
console.log(captured(words), captured(words));

for (let i = 0, x = [5, 6][i]; x !== undefined; x = [5, 6][++i]) console.log(x);

const word = words[1];
if (!word) console.log("no word");
else console.log(word.length);
const number = [1, 2][5];
console.log(number === undefined, number ?? 7, typeof number);
const grid = [[1]];
const row = grid[3];
console.log(row?.[0], row && row.length, row == null);
const chained = words[3]?.length;
console.log(chained);

let current = grid[0];
let sum = 0;
for (let i = 1; current; i++) {
  sum += current.length;
  current = grid[i];
}
console.log(sum);
const zero = [0, 1][0];
if (zero) console.log("not zero");
console.log(zero || "zero");
