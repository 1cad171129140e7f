// String parts: slice, substring, at, charAt, split, trim, with positions outside the text.

const text = "Hello, World";
console.log(text.slice(7), text.slice(-5), text.slice(2, -2), text.slice(5, 2), text.slice(-100, 3), text.slice(0, 1000));
console.log(text.substring(7), text.substring(5, 2), text.substring(-3, 4), text.substring(3, 3), text.substring(NaN, 2));
console.log(text.charAt(4), text.charAt(99), text.charAt(-1), text[1], text.length, "".length);
console.log(text.charCodeAt(0), text.charCodeAt(99), text.charCodeAt(11));
const words = "one,two,,three".split(",");
console.log(words.length, words[0], words[1], words[2], words[3]);
const letters = "abc".split("");
console.log(
  letters.length,
  letters[0],
  letters[2],
  "abc".split("abc").length,
  "".split("").length,
  "".split(",").length,
  "a-b-c".split("-", 2).length,
);
console.log(`[${"  pad \t\n".trim()}] [${"  pad ".trimStart()}] [${"  pad ".trimEnd()}] [${"\u00a0\ufeffx\u2003".trim()}]`);
