// Names that are indexes come first wherever properties are listed: in for-in, Object.keys, values and entries, and on the console.

const mixed = { b: 1, 10: 2, a: 3, 9: 4, "01": 5, "-1": 6, 4294967295: 7, 0: 8 };
const names: string[] = [];
for (const key in mixed) names.push(key);
console.log(names.join(" "));
console.log(Object.keys(mixed).join(" "));
console.log(Object.values(mixed).join(" "));
console.log(
  Object.entries(mixed)
    .map(([key, value]) => `${key}=${value}`)
    .join(" "),
);
console.log(mixed);
class Numbered {
  z = 1;
  2 = "two";
  y = 2;
  1 = "one";
}
for (const key in new Numbered()) console.log(key);
console.log(Object.keys(new Numbered()).join());
