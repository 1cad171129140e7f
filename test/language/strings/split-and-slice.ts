// split with limits and empty separators; slice, substring and at with every sign.
console.log(
  "a,b,,c".split(","),
  "abc".split(""),
  "".split(""),
  "".split(","),
  "a,b".split(",", 1),
  "abc".split("", 2),
  "aXXb".split("XX"),
  "no".split("x"),
  "a,b".split(",", 0),
);
const s = "hello";
console.log(
  s.slice(1, 3),
  s.slice(-3),
  s.slice(-3, -1),
  s.slice(3, 1) === "",
  s.slice(9) === "",
  s.slice(NaN, 2),
  s.substring(3, 1),
  s.substring(-5, 2),
  s.substring(2, NaN),
  s.substring(1),
);
console.log(
  s.at(-1),
  s.at(9),
  s.charAt(1),
  s.charAt(9) === "",
  s[0],
  s.charCodeAt(9),
  s.codePointAt(0),
  "😀".codePointAt(0),
  "😀".codePointAt(1),
  "😀".charCodeAt(0),
  s.codePointAt(9),
);
console.log(
  "a-b-c".replace("-", "+"),
  "a-b-c".replaceAll("-", "+"),
  "abc".includes("bc", 2),
  "abcabc".indexOf("c", 3),
  "abcabc".lastIndexOf("a", 2),
  "abc".startsWith("b", 1),
  "abc".endsWith("b", 2),
);
