// Functions of the library as values: they take as many arguments as they declare, and ignore the others.

console.log([1.5, 2.7, -1.2].map(Math.floor).join(), [1, 4, 9].map(Math.sqrt).join());
console.log(["1", "2x", ""].map(Number).join(), [1, 2].map(String).join("-"), [0, 1, 2].filter(Boolean).join());
console.log(["10", "10", "10"].map(parseInt).join(), ["1.5", "x"].map(parseFloat).join());
console.log([1, 2.5, Number.NaN].filter(Number.isInteger).length, [1, Number.NaN].some(Number.isNaN), [1, 2].every(Number.isSafeInteger));
console.log([[1], [2, 3]].every(Array.isArray), ["%20", "a"].map(decodeURIComponent).join("|"));

["a", "b"].forEach(console.log);
const log: (text: string) => void = console.log;
log("kept");

const largest = Math.max;
console.log(largest(1, 9, 3), largest(), largest === Math.max);
const ofTwo: (a: number, b: number) => number = Math.min;
console.log(
  ofTwo(4, 2),
  [5, 3, 8].reduce((a, b) => ofTwo(a, b)),
);

const table: { name: string; f: (x: number) => number }[] = [
  { name: "abs", f: Math.abs },
  { name: "sign", f: Math.sign },
  { name: "trunc", f: Math.trunc },
  { name: "cbrt", f: Math.cbrt },
];
for (const { name, f } of table) console.log(name, f(-8), f(0.5) > 0.4);

function applied(f: (...codes: number[]) => string, codes: number[]): string {
  return f(...codes);
}
console.log(applied(String.fromCharCode, [72, 105]), applied(String.fromCodePoint, [128512]).length);
