// Math at its edges: signs of zero, infinities, NaN, and many or no arguments.

const values = [0, -0, 0.5, -0.5, 1.5, 2.5, -1.5, -2.5, 1e300, -Infinity, NaN, 4503599627370495.5, 2 ** 53];
for (const x of values)
  console.log(
    x,
    Math.round(x),
    Math.floor(x),
    Math.ceil(x),
    Math.trunc(x),
    Math.sign(x),
    Math.abs(x),
    Math.fround(x),
    Math.cbrt(x),
    Math.sqrt(x),
  );
console.log(Math.max(), Math.min(), Math.max(1, NaN), Math.min(-0, 0), Math.max(-0, 0), Math.max(...[3, 9, 2]), Math.min(...[]));
console.log(Math.hypot(), Math.hypot(3, 4), Math.hypot(-0), Math.hypot(NaN, Infinity), Math.hypot(1e200, 1e200), Math.hypot(1, 2, 3));
console.log(
  Math.clz32(0),
  Math.clz32(1),
  Math.clz32(-1),
  Math.clz32(2 ** 32),
  Math.clz32(NaN),
  Math.imul(0xffffffff, 5),
  Math.imul(2 ** 31, 2),
);
console.log(
  Math.pow(0, 0),
  Math.pow(NaN, 0),
  Math.pow(1, Infinity),
  Math.pow(-8, 1 / 3),
  Math.pow(-2, 3),
  Math.pow(2, -1074),
  Math.pow(-0, -1),
  (-0) ** 3,
);
console.log(Math.atan2(0, -0), Math.atan2(-0, 0), Math.atan2(-0, -1), Math.atan2(1, 0), Math.atan2(Infinity, -Infinity), Math.atan2(1, 1));
console.log(
  Math.log(0),
  Math.log(-1),
  Math.log10(1000),
  Math.log2(8),
  Math.log1p(-1),
  Math.log1p(-0),
  Math.expm1(-0),
  Math.exp(-Infinity),
  Math.exp(1),
);
console.log(
  Math.asin(2),
  Math.acos(1),
  Math.acosh(0.5),
  Math.atanh(1),
  Math.sinh(-0),
  Math.cosh(0),
  Math.tanh(Infinity),
  Math.asinh(-0),
  Math.tan(-0),
);
console.log(5 % 3, -5 % 3, 5 % -3, -0 % 5, 5 % Infinity, Infinity % 5, 5.5 % 2.5, 1e17 % 7, 5 % 0);
console.log(Math.E, Math.PI, Math.LN2, Math.LN10, Math.LOG2E, Math.LOG10E, Math.SQRT2, Math.SQRT1_2);
