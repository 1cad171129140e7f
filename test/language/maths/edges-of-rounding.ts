// Rounding, signs and extremes: what gives -0, where halves go, and functions of what is not finite.
const sign = (value: number): string => (Object.is(value, -0) ? "-0" : String(value));
const values = [
  -0,
  0,
  -0.2,
  0.49999999999999994,
  0.5,
  -0.5,
  1.5,
  2.5,
  -1.5,
  -2.5,
  2 ** 52 + 0.5,
  -(2 ** 52) - 1,
  4503599627370495.5,
  1e300,
  NaN,
];
values.push(Infinity, -Infinity, 5e-324, -5e-324);
for (const value of values)
  console.log(
    value,
    [Math.round(value), Math.floor(value), Math.ceil(value), Math.trunc(value), Math.sign(value), Math.abs(value)].map(sign).join(" "),
    [Math.fround(value), Math.clz32(value), Math.cbrt(value), Math.sqrt(value), value % 1, -value % 2].map(sign).join(" "),
  );
console.log(Math.max(), Math.min(), sign(Math.max(-0, 0)), sign(Math.min(0, -0)), Math.max(NaN, 1), Math.min(1, NaN, -Infinity));
console.log(Math.hypot(), Math.hypot(-3), Math.hypot(3, 4), Math.hypot(NaN, Infinity), Math.hypot(1e200, 1e200), Math.hypot(1, NaN));
for (const [x, y] of [
  [0, 0],
  [NaN, 0],
  [1, Infinity],
  [-1, -Infinity],
  [0, -1],
  [-0, -1],
  [-0, -2],
  [-8, 1 / 3],
  [-2, 3],
  [2, -1074],
  [2, 1024],
  [-Infinity, 3],
  [-Infinity, -3],
])
  console.log(x, y, sign(x ** y), sign(Math.pow(x, y)), sign(Math.atan2(x, y)).slice(0, 15));
console.log(
  Math.imul(0xffffffff, 5),
  Math.imul(2 ** 31, 2),
  Math.imul(1e20, 3),
  Math.imul(NaN, 1),
  Math.imul(-5.9, 2),
  Math.clz32(-1),
  Math.clz32(2 ** 32),
);
console.log(
  Math.max(...[3, 9, 2]),
  Math.min(...new Float32Array([0.5, -0.25])),
  [..."314"].map(Number).reduce((a, b) => Math.max(a, b)),
);
