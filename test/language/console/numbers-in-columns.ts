// Arrays of numbers are set in columns, to the right; of texts to the left.
console.log(
  Array.from({ length: 7 }, (_, i) => i),
  Array.from({ length: 16 }, (_, i) => 2 ** i),
  Array.from({ length: 26 }, (_, i) => String.fromCharCode(97 + i)),
);
console.log(
  Array.from({ length: 50 }, (_, i) => (i % 7) / 3),
  Array.from({ length: 20 }, (_, i) => -(i ** 5)),
);
console.log(
  Array.from({ length: 9 }, (_, i) => (i % 2 === 0 ? i : undefined)),
  Array.from({ length: 12 }, (_, i) => i > 5),
);
console.log(
  Array.from({ length: 8 }, (_, i) => [i, i]),
  Array.from({ length: 101 }, () => 7),
  Array.from({ length: 102 }, () => "ab"),
);
console.log(
  ["a", "bb", "a much longer entry than all the others here", "c", "d", "e", "f", "g"],
  ["日本", "ab", "c", "d", "e", "f", "g", "é"],
);
