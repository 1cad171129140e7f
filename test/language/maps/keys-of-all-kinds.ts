// NaN, -0, objects, strings and booleans as keys.
const numbers = new Map<number, string>([
  [NaN, "nan"],
  [0, "zero"],
  [-0, "minus"],
  [1.5, "x"],
]);
console.log(
  numbers.get(NaN),
  numbers.get(-0),
  numbers.size,
  numbers,
  [...numbers.keys()].some((k) => 1 / k < 0),
);
const o = { id: 1 };
const objects = new Map([[o, "first"]]);
console.log(objects.get(o), objects.get({ id: 1 }), objects.has(o), objects.delete(o), objects.delete(o));
const flags = new Map<boolean, number>([
  [true, 1],
  [false, 0],
]);
console.log(flags.get(true), flags.get(false), flags);
const texts = new Map<string, number>();
for (const word of ["", "a", "a", "é", "é", "long enough to be hashed as a whole"]) texts.set(word, (texts.get(word) ?? 0) + 1);
console.log(texts);
