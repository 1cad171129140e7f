// Comparisons of numbers that were integers and numbers that were not.

function compare(a: number, b: number): string {
  return `${a < b ? "<" : ""}${a > b ? ">" : ""}${a === b ? "=" : ""}${a <= b ? "L" : ""}${a >= b ? "G" : ""}${a !== b ? "!" : ""}`;
}
const values = [0, -0, 1, 0.5, -1, 2147483647, 2147483648, -2147483648, 4294967295, NaN, Infinity];
for (const a of values) console.log(a, values.map((b) => compare(a, b)).join(" "));
