// localeCompare for ASCII: the alphabet first, then small before capital letters.
const words = [
  "banana",
  "Apple",
  "apple",
  "cherry",
  "Banana",
  "_x",
  "-y",
  "10",
  "9",
  "a b",
  "ab",
  "a-b",
  "",
  "Zebra",
  "zebra",
  "~",
  "$5",
  "(a)",
];
console.log(words.toSorted((a, b) => a.localeCompare(b)).join("|"));
for (const [a, b] of [
  ["a", "B"],
  ["B", "a"],
  ["a", "A"],
  ["aB", "Ab"],
  ["ab", "abc"],
  ["same", "same"],
  ["a\u0001b", "ab"],
] as [string, string][])
  console.log(a.localeCompare(b), b.localeCompare(a));
console.log(words.toSorted().join("|"));
