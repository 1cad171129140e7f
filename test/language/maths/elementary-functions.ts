// Elementary functions: exponentials, logarithms, angles and powers, to the last bit.

const values = [
  0,
  -0,
  1,
  -1,
  0.5,
  -0.5,
  0.1,
  2,
  3.7,
  -7.25,
  10,
  100.5,
  1e-9,
  1e-320,
  745,
  -745,
  1e6,
  123456789.5,
  1e22,
  -1e300,
  1.5707963267948966,
  NaN,
  Infinity,
];
for (const x of values) {
  console.log(`${x}: ${Math.exp(x)} ${Math.log(x)} ${Math.log2(x)} ${Math.log10(x)} ${Math.cbrt(x)}`);
  console.log(`  ${Math.sin(x)} ${Math.cos(x)} ${Math.tan(x)} ${Math.asin(x)} ${Math.acos(x)} ${Math.atan(x)}`);
}
let state = 42;
function random(): number {
  state = (state * 1103515245 + 12345) % 2147483648;
  return state / 2147483648;
}
let sum = 0;
for (let i = 0; i < 500; i++) {
  const x = (random() - 0.5) * 20;
  const y = (random() - 0.5) * 10 ** (i % 40);
  sum =
    (sum +
      Math.exp(x) +
      Math.log(Math.abs(y)) +
      Math.sin(y) +
      Math.cos(x) +
      Math.tan(y) +
      Math.atan2(y, x) +
      Math.pow(Math.abs(x), y % 7)) %
    1e6;
  if (i % 20 === 0) console.log(sum);
}
console.log(
  2 ** 10,
  2 ** -1074,
  10 ** 308,
  10 ** 309,
  (-8) ** (1 / 3),
  (-2) ** 3,
  1.1 ** 100,
  0 ** 0,
  1e-200 ** 2,
  7 ** 0.5,
  0.9999999 ** 1e9,
);
