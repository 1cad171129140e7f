// toPrecision: exact digits, the exponent where it is needed, halves that go up.
for (const x of [
  0, -0, 1, 123.456, 0.000123, 1e21, 123456789, -1.5, 0.5, 2.5, 1.255, 1e-7, 5e-324, 1.7976931348623157e308, 99.99, 999999, 0.1,
]) {
  const shown: string[] = [];
  for (const p of [1, 2, 3, 6, 10, 17, 21]) shown.push(x.toPrecision(p));
  console.log(x, shown.join(" "));
}
console.log(
  (1.45).toPrecision(2),
  (1.35).toPrecision(2),
  (25).toPrecision(1),
  (35).toPrecision(1),
  (0.000001).toPrecision(1),
  (0.0000001).toPrecision(1),
);
console.log((123.456).toPrecision(), NaN.toPrecision(3), Infinity.toPrecision(1), (-Infinity).toPrecision(200));
console.log((1 / 3).toPrecision(60));
for (const p of [0, 101, -1]) {
  try {
    console.log((1).toPrecision(p));
  } catch (e) {
    if (e instanceof RangeError) console.log(e.name, e.message);
  }
}
