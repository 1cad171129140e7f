// Array.from of lengths, arrays, strings, sets and maps, with and without a function; Array.of.
console.log(
  Array.from({ length: 4 }, (_, i) => i * i),
  Array.from({ length: 0 }, () => "x"),
  Array.from({ length: 2.9 }, (_, i) => `${i}`),
);
console.log(
  Array.from([1, 2, 3], (x) => x + 0.5),
  Array.from("a😀b"),
  Array.from("ab", (c, i) => c.repeat(i + 1)),
);
console.log(
  Array.from(new Set([3, 1, 3])),
  Array.from(new Map([["k", 1]])),
  Array.from(new Map([["k", 1]]).values(), (v) => v * 2),
);
console.log(Array.of(1, 2), Array.of("a"), Array.of(7).length, new Array(1, 2, 3), new Array<number>(2).fill(5), new Array<string>());
const copy = Array.from([[1], [2]]);
copy[0].push(9);
console.log(copy, Array.isArray(copy), Array.isArray("x"), Array.isArray({ length: 0 }));
