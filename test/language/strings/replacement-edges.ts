// replace and replaceAll: patterns in the replacement, functions, empty searches.

console.log("aXbX".replace("X", "-"), "aXbX".replaceAll("X", "-"), "abc".replace("z", "-"), "abc".replaceAll("z", "-"));
console.log(
  "abc".replace("b", "[$&]"),
  "abc".replace("b", "[$`|$']"),
  "abc".replace("b", "$$"),
  "abc".replace("b", "$1"),
  "abc".replace("b", "$"),
);
console.log(
  "abcb".replaceAll("b", "<$&$`>"),
  "ab".replaceAll("", "-"),
  "ab".replace("", "-"),
  "".replaceAll("", "x"),
  "aaa".replaceAll("aa", "b"),
);
const seen: string[] = [];
console.log(
  "x1x2".replaceAll("x", (found, position, whole) => {
    seen.push(`${found}@${position} of ${whole}`);
    return position === 0 ? "$&" : "Y";
  }),
  seen,
);
console.log(
  "abc".replace("b", (found) => found.toUpperCase()),
  "abc".replace("z", () => "never"),
  "aa".replace("a", (_, at) => `${at}`),
);
console.log("ß".toUpperCase(), "İ".toLowerCase().length, "ΑΣ".toLowerCase(), "ﬁ".toUpperCase(), "ǆ".toUpperCase());
console.log(
  "a".localeCompare("b"),
  "b".localeCompare("a"),
  "a".localeCompare("a"),
  ["b", "a", "C"].sort((x, y) => x.localeCompare(y)),
);
console.log("a\ud800b".isWellFormed(), "a\ud800b".toWellFormed(), "😀".isWellFormed(), "\udc00".toWellFormed().charCodeAt(0).toString(16));
console.log("abc".concat("d", "e"), "abc".concat(), String.fromCharCode(65, 0x10041, 66), String.fromCodePoint(0x1f600, 97));
for (const point of [-1, 0x110000, 1.5]) {
  try {
    String.fromCodePoint(point);
  } catch (error) {
    console.log(error instanceof RangeError, error instanceof Error ? error.message : "");
  }
}
console.log(String.raw`a\n${1 + 1}\u{41}`, `${"x"}\n`.length, [..."a😀"].map((c) => c.length).join());
