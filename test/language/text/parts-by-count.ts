// substr counts characters from a start, which may be behind the end or counted from there; split without a separator keeps the text whole.

const word = "abcdef";
for (const start of [0, 2, 5, 6, 9, -1, -3, -9, NaN, 1.9]) {
  const counts = [0, 1, 2, 100, -1, NaN, Infinity, 1.5].map((count) => `[${word.substr(start, count)}]`);
  console.log(start, word.substr(start), counts.join(" "));
}
console.log("".substr(0, 1) === "", "héllo".substr(1, 1));
console.log("a,b".split(), "".split(), "a,b,c".split(undefined, 1), "a".split(undefined, 0));
console.log("a,b,c".split(",", 2), "abc".split("", 2), "a,b,c".split(",", 0), "a,b,c".split(",", -1), "".split(","), "".split(""));
