// Values that may be null or undefined are there, and are not the undefined of a missing key.

const numbers = new Map<string, number | null>([["a", 1]]);
numbers.set("b", null);
console.log(numbers.get("a"), numbers.get("b"), numbers.get("c"), numbers.has("b"), numbers.size);
for (const [key, value] of numbers) console.log(key, value);
for (let i = 0; i < 40; i++) numbers.set(`k${i % 20}`, i % 3 === 0 ? null : i);
numbers.delete("k1");
let nulls = 0;
for (const value of numbers.values()) if (value === null) nulls++;
console.log(numbers.size, nulls, numbers.get("k2"), numbers.get("k1") === undefined);

const texts = new Map<string, string | undefined>([
  ["x", undefined],
  ["y", "z"],
]);
console.log(texts.get("x"), texts.has("x"), texts.size, texts.get("y"));

const flags = new Map<number, boolean | null | undefined>([
  [1, true],
  [2, null],
  [3, undefined],
]);
console.log([...flags.values()].map(String).join(), [...flags.keys()].join());
flags.forEach((value, key) => console.log(key, value ?? "absent", value === null, value === undefined));
