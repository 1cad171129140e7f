// Hyperbolic functions, expm1 and log1p to the last digit: at the places where their formulas change, and between.
const edges = [
  0,
  1e-320,
  2 ** -54,
  2 ** -29,
  2 ** -28,
  1e-5,
  0.17328679,
  0.2928932,
  0.3465735,
  0.3465737,
  0.4142135,
  0.4142136,
  0.5,
  0.6931471805599453,
];
edges.push(
  0.99999,
  1,
  1.0397207,
  1.0397208,
  1.5,
  2,
  2.0000001,
  3,
  13.5,
  14.2,
  21.9999,
  22,
  22.1,
  38.8,
  39,
  56,
  100.25,
  268435456,
  268435457,
);
edges.push(700.5, 709.7822265625, 709.78271289338397, 709.8, 710.4758600739439, 710.47586007394398, 711, 1e15, 1e300, Infinity, NaN);
for (const x of edges) {
  console.log(x, Math.expm1(x), Math.expm1(-x), Math.log1p(x), Math.log1p(-x));
  console.log(Math.sinh(x), Math.sinh(-x), Math.cosh(x), Math.tanh(x), Math.tanh(-x));
  console.log(Math.asinh(x), Math.asinh(-x), Math.acosh(x), Math.acosh(1 + x), Math.atanh(x), Math.atanh(-x / 2));
}
let seed = 1;
const hashes = [0, 0, 0, 0, 0, 0, 0, 0];
const view = new DataView(new ArrayBuffer(8));
function mix(index: number, value: number): void {
  view.setFloat64(0, value);
  hashes[index] = (Math.imul(hashes[index], 31) + view.getInt32(0) + Math.imul(view.getInt32(4), 7)) | 0;
}
for (let i = 0; i < 3000; i++) {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  const x = ((seed / 2 ** 32) * 2 - 1) * 2 ** ((i % 12) - 6);
  [
    Math.expm1(x),
    Math.log1p(Math.abs(x)),
    Math.sinh(x),
    Math.cosh(x),
    Math.tanh(x),
    Math.asinh(x),
    Math.acosh(1 + Math.abs(x)),
    Math.atanh(x / 64),
  ].forEach((value, index) => mix(index, value));
}
console.log(hashes.join(" "));
