// Strings compare by code units, the shorter first.

const words = ["b", "a", "B", "", "aa", "a ", "\u00e4", "z", "\u{1f600}", "\uffff", "10", "9"];
console.log(
  [...words]
    .sort()
    .map((word) => `<${word}>`)
    .join(" "),
);
for (const [a, b] of [
  ["a", "b"],
  ["a", "B"],
  ["", "a"],
  ["ab", "a"],
  ["10", "9"],
  ["\u{1f600}", "\uffff"],
  ["x", "x"],
])
  console.log(a < b, a > b, a <= b, a === b, a !== b);
let least = words[0];
for (const word of words) if (word < least) least = word;
console.log(`<${least}>`, "a" + "b" === "ab", "ab".slice(0, 1) === "a");
