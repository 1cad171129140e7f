// Texts of numbers in every form: radixes with fractions, fixed digits, precision and exponents at their borders.

const values = [0, -0, 1, -1.5, 0.1, 123.456, 1e21, 1.7976931348623157e308, 5e-324, 0.000001, 1e-7, 255, NaN, -Infinity];
for (const value of values) {
  console.log(String(value), value.toFixed(2), value.toPrecision(3), value.toExponential(2), value.toExponential());
  console.log(value.toString(2).slice(0, 30), value.toString(16).slice(0, 30), value.toString(36).slice(0, 30));
}
console.log(
  (1.005).toFixed(2),
  (2.5).toFixed(0),
  (-2.5).toFixed(0),
  (1e21).toFixed(2),
  (0.5).toFixed(0),
  (1.45).toFixed(1),
  (-0.0001).toFixed(2),
);
console.log((123.456).toPrecision(1), (123.456).toPrecision(6), (0.00001234).toPrecision(2), (1e21).toPrecision(5), (99.99).toPrecision(3));
console.log(
  (12345).toExponential(0),
  (0).toExponential(3),
  (9.9999).toExponential(1),
  (255).toString(16),
  (-255).toString(36),
  (0.5).toString(3),
);
for (const attempt of [
  () => (1).toFixed(101),
  () => (1).toFixed(-1),
  () => (1).toPrecision(0),
  () => (1).toPrecision(101),
  () => (1).toExponential(-1),
  () => (1).toString(1),
  () => (1).toString(37),
]) {
  try {
    console.log(attempt());
  } catch (error) {
    console.log(String(error));
  }
}
console.log(
  parseInt("0x1F"),
  parseInt("12px"),
  parseInt("-0"),
  parseInt("101", 2),
  parseInt("z", 36),
  parseInt(""),
  parseInt("9", 8),
  parseInt("  7"),
);
console.log(
  parseFloat("3.14abc"),
  parseFloat(".5."),
  parseFloat("-.5e-2x"),
  parseFloat("Infinityx"),
  parseFloat("e5"),
  parseFloat("1e1000"),
  parseFloat("0x10"),
);
console.log(
  Number(""),
  Number(" 12 "),
  Number("1_000"),
  Number("0b101"),
  Number("0o17"),
  Number("-0x1"),
  Number("1e3"),
  Number("."),
  Number("\n"),
  Number("Infinity"),
);
console.log(
  Number.isInteger(5.0),
  Number.isSafeInteger(2 ** 53),
  Number.isFinite(Infinity),
  Number.isNaN(NaN),
  isNaN(Number("x")),
  Number.parseFloat("1.5"),
);
