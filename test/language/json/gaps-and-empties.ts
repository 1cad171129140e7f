// Gaps of stringify: numbers beyond ten, texts beyond ten letters, fractions, and what is empty stays on one line.
const value = { list: [[], [[]], [[], [[]]]], nothing: null, inner: { empty: {}, text: "a\nb", pair: [{ x: 1 }, { y: [true] }] } };
const gaps: (number | string)[] = [0, 1, 3.9, -4, 12, NaN, "", "-", "abcdefghijklmn", "\t", "😀"];
for (const gap of gaps) {
  const text = typeof gap === "number" ? JSON.stringify(value, null, gap) : JSON.stringify(value, null, gap);
  const lines = text.split("\n");
  console.log(gap, text.length, lines.length, JSON.stringify(lines[2] ?? ""), JSON.stringify(lines.at(-2) ?? ""));
}
console.log(JSON.stringify(value, null, 2));
console.log(JSON.stringify([], null, 2), JSON.stringify({}, null, 2), JSON.stringify([[]], null, 1), JSON.stringify("a", null, 4));
interface Part {
  a?: number;
  b?: string | undefined;
  c: undefined;
}
const parts: Part[] = [{ c: undefined }, { a: 1, c: undefined }, { b: undefined, a: 2, c: undefined }, { b: "x", c: undefined }];
console.log(JSON.stringify(parts), JSON.stringify(parts, null, "> "));
const holes: (number | null | undefined)[] = [undefined, 1, null, undefined];
console.log(JSON.stringify(holes), JSON.stringify({ holes, one: holes[0] }), JSON.stringify([[undefined], { u: undefined }]));
