// The result of >>> is not an int32: it stays above 2^31 in further arithmetic.

const big = -1 >>> 0;
console.log(big, big + 1, big * 2, big / 2, -big, big % 10, big > 0, big === -1);
const values: number[] = [];
for (let i = -3; i < 3; i++) values.push(i >>> 0);
console.log(
  values.join(),
  values.reduce((a, b) => a + b, 0),
);
const half = (0x80000000 >>> 0) / 2;
console.log(half, (half | 0) === half, (0x80000000 | 0) === 0x80000000, 0x80000000 >>> 0 === 0x80000000);
function average(a: number, b: number): number {
  return (a + b) >>> 1;
}
console.log(average(2147483647, 2147483647), average(4294967295, 4294967295), average(-2, -4));
