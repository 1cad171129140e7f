// Money: cents as whole numbers, three ways to round halves, shares that add up, and what fractions do wrong.

function halfUp(value: number): number {
  return Math.floor(value + 0.5);
}
function halfEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}
function halfAway(value: number): number {
  return Math.sign(value) * Math.floor(Math.abs(value) + 0.5);
}

for (const value of [0.5, 1.5, 2.5, -0.5, -1.5, -2.5, 2.4999, -2.5001, 1e15 + 0.5])
  console.log(value, halfUp(value), halfEven(value), halfAway(value), Math.round(value));

function share(cents: number, parts: readonly number[]): number[] {
  const total = parts.reduce((sum, part) => sum + part, 0);
  const shares = parts.map((part) => Math.floor((cents * part) / total));
  let left = cents - shares.reduce((sum, each) => sum + each, 0);
  for (let at = 0; left > 0; at = (at + 1) % shares.length, left--) shares[at]++;
  return shares;
}

console.log(share(100, [1, 1, 1]), share(5, [3, 7]), share(0, [1, 2]), share(1001, [1, 2, 3, 4]));
const text = (cents: number): string =>
  `${cents < 0 ? "-" : ""}${Math.trunc(Math.abs(cents) / 100)}.${(Math.abs(cents) % 100).toString().padStart(2, "0")}`;
console.log([0, 5, -5, 100, -12345].map(text).join(" "));
console.log(0.1 + 0.2 === 0.3, 0.1 * 3, 1.1 + 2.2, 1.005 * 1000, (1.005).toFixed(2), (8.345).toFixed(2), 4.35 * 100, (1.15).toFixed(1));
let balance = 0;
for (let month = 0; month < 12; month++) balance = halfEven(balance * 1.01) + 10000;
console.log(text(balance));
