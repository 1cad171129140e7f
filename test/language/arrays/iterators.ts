// keys, values and entries: in loops, spread, by hand, and with elements added on the way.
const a = ["x", "y", "z"];
for (const key of a.keys()) console.log(key);
for (const [index, value] of a.entries()) console.log(index, value);
console.log([...a.keys()], [...a.values()], [...a.entries()]);
const grown = [1, 2];
for (const value of grown.values()) if (grown.length < 5) grown.push(value * 10);
console.log(grown);
console.log(Array.from(a.keys()), new Set(a.values()).size, [...([] as number[]).keys()].length);
let sum = 0;
for (const [i, x] of [10, 20, 30].entries()) sum += i * x;
console.log(sum);
