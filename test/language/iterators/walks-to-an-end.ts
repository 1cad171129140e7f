// Helpers that walk to an end: how many elements they ask for, and what they give for nothing. Node 20 lacks them: see the .out file.

function* upTo(end: number): Generator<number, string> {
  try {
    for (let n = 1; n <= end; n++) yield n;
    return "ended by itself";
  } finally {
    console.log(`  closed at ${end}`);
  }
}

console.log(
  "some",
  upTo(5).some((n) => n === 3),
  upTo(2).some((n) => n > 9),
);
console.log(
  "every",
  upTo(5).every((n) => n < 2),
  upTo(2).every((n) => n < 9),
);
console.log(
  "find",
  upTo(5).find((n) => n * n > 10),
  upTo(2).find((n) => n > 9),
);
console.log(
  "reduce",
  upTo(4).reduce((product, n) => product * n),
  upTo(3).reduce((text, n) => text + n, ""),
);
console.log("toArray", upTo(0).toArray(), upTo(3).toArray());
upTo(2).forEach((n, index) => console.log("forEach", n, index));
try {
  upTo(0).reduce((a, b) => a + b);
} catch (error) {
  console.log(error instanceof TypeError, error instanceof Error ? error.message : "");
}
console.log(
  upTo(0).reduce((a, b) => a + b, 100),
  upTo(1).reduce((a, b) => a + b),
);
console.log(
  "empty",
  upTo(0).some(() => true),
  upTo(0).every(() => false),
  upTo(0).find(() => true),
);
const words = ["to", "be", "or", "not"].values();
console.log(
  words.find((word) => word.length === 2 && word !== "to"),
  words.toArray(),
);
const longest = ["a", "ccc", "bb"].values().reduce((best, word) => (word.length > best.length ? word : best));
console.log(
  longest,
  [[1, 2], [3]]
    .values()
    .map((list) => list.length)
    .toArray(),
);
