// Positions in texts: at, charAt, charCodeAt, codePointAt, slice, substring, and searches from positions outside.

const text = "a😀cd";
for (const index of [0, 1, 2, 4, 5, -1, -5, 1.9, NaN, Infinity])
  console.log(
    index,
    JSON.stringify(text.charAt(index)),
    text.charCodeAt(index),
    text.codePointAt(index),
    JSON.stringify(text.at(index) ?? "none"),
  );
for (const [start, end] of [
  [1, 3],
  [3, 1],
  [-2, 9],
  [0, -1],
  [NaN, 2],
  [2.9, 4.1],
  [9, 0],
] as const)
  console.log(start, end, JSON.stringify(text.slice(start, end)), JSON.stringify(text.substring(start, end)));
const banana = "banana";
console.log(
  banana.indexOf("an"),
  banana.indexOf("an", 2),
  banana.indexOf("an", -5),
  banana.indexOf("", 99),
  banana.indexOf("", 3),
  banana.indexOf("x"),
);
console.log(
  banana.lastIndexOf("an"),
  banana.lastIndexOf("an", 2),
  banana.lastIndexOf("an", -1),
  banana.lastIndexOf(""),
  banana.lastIndexOf("", 2),
  banana.lastIndexOf("b", -9),
);
console.log(
  banana.includes("nan", 2),
  banana.includes("nan", 3),
  banana.includes(""),
  banana.startsWith("an", 1),
  banana.startsWith("", 99),
);
console.log(
  banana.endsWith("an", 5),
  banana.endsWith("na"),
  banana.endsWith("", 0),
  banana.endsWith("banana", 99),
  banana.endsWith("b", -3),
);
console.log("x".padStart(5, "ab"), "x".padEnd(5, "ab"), "x".padStart(0), "x".padEnd(3), "x".padStart(3, ""), "long".padStart(2, "-"));
console.log("ab".repeat(0), "ab".repeat(2.9), "".repeat(1e6).length);
for (const count of [-1, Infinity]) {
  try {
    "ab".repeat(count);
  } catch (error) {
    console.log(error instanceof RangeError, error instanceof Error ? error.message : "");
  }
}
console.log(
  "a-b-c".split("-"),
  "a-b-c".split("-", 2),
  "abc".split(""),
  "abc".split("", 2),
  "".split(""),
  "".split("-"),
  "abc".split("-", 0),
);
console.log("a,b,".split(","), ",".split(","), "aXXb".split("X"), "😀b".split("").length, "ab".split("ab"));
console.log("\u00a0\t x \n\ufeff".trim().length, " x ".trimStart(), "|", " x ".trimEnd(), "|");
