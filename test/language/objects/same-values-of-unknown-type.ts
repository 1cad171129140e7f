// `Object.is` of values of unknown type: NaN is itself, and the zeros are two.
function same(a: unknown, b: unknown): boolean {
  return Object.is(a, b);
}
const object = {};
console.log(same(NaN, NaN), same(0, -0), same(-0, -0), same(1, 1), same(1, "1"), same("a", "a"), same(true, true), same(true, 1));
console.log(same(object, object), same(object, {}), same(null, undefined), same(undefined, undefined), same(null, null), same(null, 0));
function isNaNValue(value: unknown): boolean {
  return Object.is(value, NaN);
}
console.log(isNaNValue(NaN), isNaNValue(0), isNaNValue("NaN"), isNaNValue(undefined), Object.is(NaN, [NaN][0] as unknown));
const mixed: (number | string | null)[] = [NaN, "x", null, -0];
console.log(
  mixed.map((value) => same(value, NaN)),
  mixed.map((value) => Object.is(value, 0)),
  mixed.map((value) => same(value, null)),
);
