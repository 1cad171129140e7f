// Which keys are one key: NaN, both zeros, texts made at run time, objects by identity, and order after delete and set.
const numbers = new Map<number, string>([
  [NaN, "nan"],
  [-0, "zero"],
  [0, "zero again"],
  [0 / 0, "nan again"],
  [2 ** 53, "big"],
  [2 ** 53 + 1, "same"],
]);
console.log(numbers.size, [...numbers.keys()].map((key) => (Object.is(key, -0) ? "-0" : String(key))).join(" "));
console.log(numbers.get(NaN), numbers.get(-0), numbers.get(9007199254740992), numbers.has(Infinity - Infinity));
const texts = new Map<string, number>();
for (const part of ["ab", "a" + "b", "xab".slice(1), "AB".toLowerCase(), ["a", "b"].join(""), "é", "e\u0301"])
  texts.set(part, (texts.get(part) ?? 0) + 1);
console.log([...texts.values()].join(), texts.size);
const mixed = new Map<string | number | boolean | null | undefined, string>();
for (const key of ["1", 1, true, "true", null, "null", undefined, "undefined", 0, false, "", NaN, "NaN", -0]) mixed.set(key, typeof key);
console.log(mixed.size, mixed.get(1), mixed.get("1"), mixed.get(null), mixed.get(undefined), mixed.get(-0), mixed.get(NaN));
const objects = new Map<object, number>();
const [first, second] = [{ a: 1 }, { a: 1 }];
objects.set(first, 1).set(second, 2).set([first], 3).set(first, 4);
console.log(objects.size, objects.get(first), objects.get(second), objects.get({ a: 1 }), objects.get([first]));
const order = new Map([..."dcba"].map((letter, i): [string, number] => [letter, i]));
order.delete("c");
order.set("d", 9).set("c", 8).delete("a");
order.set("a", 7);
console.log([...order].join(" "), order.delete("zz"), [...order.keys()].sort().join(""));
for (const [key, value] of order) if (value > 7) order.delete(key);
console.log([...order.entries()].map(([letter, at]) => `${letter},${at}`).join(), order.size);
order.clear();
console.log(order.size, order.get("a"), [...order].length, order.set("n", 1).size);
