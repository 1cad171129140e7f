// Hyperbolic functions and those for small arguments, to twelve digits, with their edges.
const show = (...values: number[]): void =>
  console.log(values.map((x) => (x === 0 ? (1 / x < 0 ? "-0" : "0") : x.toPrecision(12))).join(" "));
for (const x of [0, -0, 1e-10, 0.001, 0.5, 1, -1, 2.5, -10, 22.5, 100, 700, NaN, Infinity, -Infinity]) {
  show(Math.sinh(x), Math.cosh(x), Math.tanh(x));
  show(Math.asinh(x), Math.expm1(x));
}
for (const x of [1, 1.0001, 1.5, 2, 10, 1e10, Infinity, 0.5]) show(Math.acosh(x));
for (const x of [0, -0, 1e-9, 0.25, -0.5, 0.999, 1, -1, 2]) show(Math.atanh(x), Math.log1p(x));
show(Math.log1p(-1), Math.log1p(-2), Math.log1p(1e-15), Math.expm1(1e-15), Math.expm1(710));
