// Arrays as the console shows them: on one line, in columns, on several lines, and cut off.
console.log([1, 2, 3], [], ["a", "it's", 'say "hi"', "both ' and \""]);
console.log([true, false], [[1, 2], [3]], [[[1]]], [[[[1]]]], [[[[]]]]);
console.log([1.5, -0, NaN, Infinity, 1e21, 1e-7]);
console.log([undefined, 1], ["x", null], [1, undefined, 3]);
const squares: number[] = [];
for (let i = 0; i < 30; i++) squares.push(i * i * i);
console.log(squares);
const words: string[] = [];
for (let i = 0; i < 27; i++) words.push("word".slice(0, (i % 4) + 1) + i);
console.log(words);
const many: number[] = [];
for (let i = 0; i < 120; i++) many.push(i);
console.log(many);
console.log(many.slice(0, 101).map((x) => `n${x}`));
console.log(["a rather long string of more than sixteen units", "and another one of about that length", "and a third"]);
console.log([
  ["name", 1],
  ["other", 2],
] as [string, number][]);
console.log(new Array<number>(7).fill(0), "end");
console.log([
  [1, 2, [3, 4]],
  [5, [6]],
] as (number | number[])[][]);
console.log([new Map([["k", [1, 2]]]), new Map([["q", [3]]])], [new Set(["x"])]);
console.log(["line\nbreak", "tab\t", "\u0001\u007f", "\\", "é", "😀"]);
