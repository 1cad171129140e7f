// isWellFormed, toWellFormed and concat of several.
for (const text of ["", "abc", "é😀", "\ud800", "a\udc00b", "\ud83d\ude00\ud83d", "\udc00\ud800"]) {
  console.log(text.isWellFormed(), text.length, [...text.toWellFormed()].map((c) => (c.codePointAt(0) ?? 0).toString(16)).join());
}
console.log("a".concat("b", "c", ""), "x".concat(), "".concat("é", "€"));
