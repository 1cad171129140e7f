// Elements outside of an array where something asks whether they are there: chains, and the right sides of conditions.

const rows = [
  [true, false],
  [false, true],
];
let alive = 0;
for (const y of [-1, 0, 1, 2]) {
  for (const x of [-1, 0, 1, 2]) {
    if ((x !== 0 || y !== 0) && rows[y]?.[x]) alive++;
  }
}
console.log(alive);

const words = ["a", "", "c"];
function has(index: number): boolean {
  return index >= 0 && words[index] ? true : false;
}
console.log([0, 1, 2, 3, 4].map(has), words[9] == null, words[1] == null, words[7] != undefined);

const names: (string | undefined)[] = ["x", undefined];
console.log(names[5]?.length, names[0]?.length, words[8]?.[0] ?? "none", words[0]?.[0]);
for (let at = 0; at < 9 && words[at] !== undefined; at++) console.log(at, words[at]);
while (alive > 0 && rows[alive]?.[0] === undefined) alive--;
console.log(alive);
if (alive < 0 || words[alive + 50] || rows[3]) console.log("never");
