// replace takes the first, replaceAll all, without looking at what was put in.

console.log(
  "aaa".replace("a", "b"),
  "aaa".replaceAll("a", "aa"),
  "abc".replace("x", "y"),
  "abc".replace("", "_"),
  "abc".replaceAll("", "-"),
);
console.log(
  "a.b.c".replaceAll(".", ""),
  "aXbX".replace("X", "XX"),
  "aaaa".replaceAll("aa", "b"),
  "tab\tx".replace("\t", "  "),
  "".replace("", "z"),
);
let text = "((()))";
while (text.includes("()")) text = text.replace("()", "");
console.log(`[${text}]`, "line\nline".replaceAll("\n", "|"));
