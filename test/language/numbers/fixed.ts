// toFixed: exact decimal digits, halves up, signs, large numbers.
for (const x of [0, -0, 1.005, 1.45, 2.5, -2.5, 1e20, 123.456, -0.0001, 1e-10, 0.5, 1.5, 99.995, 1e21, 4.35]) {
  console.log(x, x.toFixed(), x.toFixed(1), x.toFixed(2), x.toFixed(10));
}
console.log(NaN.toFixed(2), Infinity.toFixed(2), (0.1).toFixed(30), (2 ** 60).toFixed(3), (-1.5).toFixed(0), (1.23e-10).toFixed(2));
