// toExponential: with so many digits, and as few as there are.
for (const x of [0, -0, 1, 10, 123.456, 0.000123, 1e21, 9.995, -25, 0.5, 5e-324, 1.7976931348623157e308, 99.5, 123456789012345680000]) {
  console.log(x, x.toExponential(), x.toExponential(0), x.toExponential(1), x.toExponential(2), x.toExponential(5), x.toExponential(20));
}
console.log(NaN.toExponential(), Infinity.toExponential(3), (-Infinity).toExponential(101), (1.5).toExponential(undefined));
for (const d of [-1, 101]) {
  try {
    console.log((1).toExponential(d));
  } catch (e) {
    if (e instanceof RangeError) console.log(e.name, e.message);
  }
}
console.log((2 / 3).toExponential(100));
