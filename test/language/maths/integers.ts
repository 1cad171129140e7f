// imul, clz32 and bit operations on numbers that do not fit.
console.log(
  Math.imul(3, 4),
  Math.imul(-5, 12),
  Math.imul(0xffffffff, 5),
  Math.imul(0xfffffffe, 5),
  Math.imul(2 ** 31, 2),
  Math.imul(1.9, 3.9),
  Math.imul(NaN, 1),
);
for (const x of [0, 1, -1, 2 ** 31, 2 ** 32, 2 ** 32 + 8, 0.5, 3.7, NaN, Infinity, -2])
  console.log(x, Math.clz32(x), x | 0, x >>> 0, ~x, x << 1, x >> 1);
