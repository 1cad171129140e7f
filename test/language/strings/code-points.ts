// Code points: iteration, making, surrogate pairs and their halves.
const text = "a😀é\u{1F1E9}";
console.log(
  text.length,
  [...text].length,
  [...text].map((c) => (c.codePointAt(0) ?? 0).toString(16)),
  Array.from(text, (c) => c.length),
);
console.log(
  String.fromCodePoint(97, 0x1f600, 0xe9),
  String.fromCodePoint(),
  String.fromCharCode(0xd83d, 0xde00),
  String.fromCharCode(65.9, 65536 + 66),
);
for (const c of "x\ud800y") console.log(c.length, c.charCodeAt(0));
console.log("😀".split("").length, "😀" === "\ud83d\ude00", "😀" < "\uffff", "z" < "é", "a" < "B", "".localeCompare("a"));
