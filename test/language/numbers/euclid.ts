// Euclid on whole numbers, with zeros, signs and large values.

function gcd(a: number, b: number): number {
  return b === 0 ? Math.abs(a) : gcd(b, a % b);
}
const lcm = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : Math.abs(a / gcd(a, b)) * Math.abs(b));
for (const [a, b] of [
  [12, 18],
  [-12, 18],
  [0, 5],
  [5, 0],
  [0, 0],
  [17, 31],
  [1071, 462],
  [9007199254740991, 3],
  [2 ** 40, 2 ** 20 * 3],
])
  console.log(a, b, gcd(a, b), lcm(a, b));
console.log([12, 30, 42, 66].reduce(gcd), [2, 3, 4, 5, 6].reduce(lcm));
