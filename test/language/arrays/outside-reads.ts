// Reading outside an array gives undefined where the place can hold it.

const list = [10, 20];
console.log(list[5], list[2] ?? "none", list.at(-3) ?? "none", list[-1] === undefined, typeof list[9], `${list[7]}`);
let sum = 0;
for (let i = -2; i < 5; i++) sum += list[i] ?? 1;
console.log(sum);
const words = ["x"];
console.log((words[3] ?? "long").length, words[1] ?? "none");
if (list[2]) console.log("no");
else console.log("absent");
const rows = [[1, 2], [3]];
console.log(rows[1][1] ?? "-", rows[0]?.[1]);
