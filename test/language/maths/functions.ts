// Math functions: rounding, signs, extremes, at the edges.

const values = [0, -0, 0.5, -0.5, 1.5, 2.5, -1.5, 0.49999999999999994, 1e300, -4503599627370497.5, NaN, Infinity, -Infinity];
for (const x of values) {
  console.log(`${Math.floor(x)} ${Math.ceil(x)} ${Math.round(x)} ${Math.trunc(x)} ${Math.sign(x)} ${Math.abs(x)} ${1 / Math.round(x)}`);
}
console.log(Math.max(1, 2, 3), Math.min(1, 2, 3), Math.max(NaN, 1), Math.min(1, NaN), 1 / Math.max(-0, 0), 1 / Math.min(0, -0));
console.log(Math.sqrt(2), Math.sqrt(-1), Math.hypot(3, 4), Math.hypot(1e200, 1e200), Math.clz32(1), Math.clz32(0), Math.clz32(-1));
console.log(Math.imul(0xffffffff, 5), Math.imul(123456789, 987654321), Math.fround(5.5), Math.fround(5.05), Math.PI, Math.E);
