// Object.is: as ===, but NaN is itself and the two zeros are two.
const values: (number | string | boolean | null | undefined)[] = [0, -0, NaN, 1, "1", "", true, false, null, undefined];
for (const left of values) console.log(values.map((right) => (Object.is(left, right) ? 1 : 0)).join(" "));
console.log(Object.is(0, -0), Object.is(NaN, NaN), Object.is(-0, -0), Object.is(1 / 3, 1 / 3), Object.is("a", "a"));
const a = { x: 1 };
const b = a;
console.log(Object.is(a, b), Object.is(a, { x: 1 }), Object.is(null, undefined));
function isNegativeZero(x: number): boolean {
  return Object.is(x, -0);
}
console.log(isNegativeZero(0), isNegativeZero(-0), isNegativeZero(0 * -1), isNegativeZero(Math.round(-0.4)));
const unknowns: unknown[] = [NaN, -0, "s"];
console.log(
  unknowns.length,
  [NaN, 0].findIndex((x) => Object.is(x, NaN)),
);
