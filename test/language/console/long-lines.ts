// Where a line ends: at seventy-six columns, or seventy-two and what is around.
for (const length of [10, 20, 22, 23, 24, 25, 30]) {
  const word = "w".repeat(length);
  console.log([word, word, word], { a: word, b: word });
}
for (let count = 5; count < 9; count++)
  console.log(
    Array.from({ length: count }, (_, i) => "item" + i),
    Array.from({ length: count }, (_, i) => i * 1000),
  );
console.log({ key: "v".repeat(60) }, { key: "v".repeat(80) }, ["v".repeat(90)]);
console.log([
  { id: 1, name: "first", tags: ["a", "b"] },
  { id: 2, name: "second", tags: [] as string[] },
  { id: 3, name: "third", tags: ["c"] },
]);
console.log(["first line\nsecond line that goes on for long enough to be over eighty columns, for sure it is"]);
