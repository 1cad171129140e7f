// slice, substring and at with negative, swapped, fractional and far indices.

const text = "abcdef";
for (const [a, b] of [
  [0, 3],
  [2, 2],
  [3, 1],
  [-3, -1],
  [-1, 2],
  [4, 99],
  [-99, 2],
  [1.9, 3.9],
  [NaN, 2],
]) {
  console.log(a, b, `[${text.slice(a, b)}]`, `[${text.substring(a, b)}]`);
}
console.log(
  text.slice(2),
  text.slice(-2),
  text.slice(),
  text.substring(4),
  text.at(0),
  text.at(-6),
  text.at(6) ?? "none",
  text.at(-7) ?? "none",
);
console.log("".slice(0, 1) === "", "x".substring(-5, 5));
