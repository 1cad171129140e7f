// Math.round goes up at halves, also below zero; others by their names.

for (const value of [
  0.5, 1.5, 2.5, -0.5, -1.5, -2.5, 0.49999999999999994, -0.49999999999999994, 4503599627370495.5, 4503599627370497.5, 1e300, -1e-300,
]) {
  const rounded = Math.round(value);
  console.log(
    value,
    rounded === 0 && 1 / rounded < 0 ? "-0" : rounded,
    Math.floor(value),
    Math.ceil(value) + 0,
    Math.trunc(value) + 0,
    Math.sign(value),
  );
}
console.log(Math.round(NaN), Math.round(Infinity), Math.floor(-Infinity));
