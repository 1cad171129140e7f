// round, floor, ceil, trunc, sign and fround at their edges.
for (const x of [
  0,
  -0,
  0.5,
  -0.5,
  0.49999999999999994,
  1.5,
  2.5,
  -1.5,
  -2.5,
  1e300,
  4503599627370495.5,
  -4503599627370495.5,
  NaN,
  Infinity,
  -Infinity,
  2 ** 53,
]) {
  console.log(x, Math.round(x), Math.floor(x), Math.ceil(x), Math.trunc(x), Math.sign(x), Math.fround(x));
}
console.log(Math.abs(-0), Math.sqrt(-0), Math.cbrt(-27), Math.cbrt(0.001), Math.fround(5.5), Math.fround(5.05), Math.fround(1e40));
