// Powers, roots and logarithms of special values.
const values = [0, -0, 1, -1, 0.5, 2, Infinity, -Infinity, NaN];
for (const x of values)
  console.log(
    x,
    values.map((y) => Math.pow(x, y)).join(" "),
    values.map((y) => x ** y === Math.pow(x, y) || x !== x || y !== y).every(Boolean),
  );
for (const x of values) console.log(Math.sqrt(x), Math.log(x), Math.log2(x), Math.log10(x), Math.exp(x), Math.cbrt(x));
for (const x of values) console.log(values.map((y) => Math.atan2(x, y).toFixed(6)).join(" "));
console.log(
  Math.log2(8),
  Math.log10(1000),
  Math.log10(1e-5),
  Math.log2(2 ** -1074),
  Math.exp(1) === Math.E,
  Math.PI,
  Math.LN2,
  Math.LN10,
  Math.SQRT2,
  Math.SQRT1_2,
  Math.LOG2E,
  Math.LOG10E,
);
