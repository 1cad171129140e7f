// Members that take a position, given NaN or a fraction, also of the empty text.

for (const text of ["", "a", "abcabc", "😀x"]) {
  for (const position of [NaN, -0, -0.5, 1.9, -2.7, Infinity, -Infinity]) {
    const units = [text.charCodeAt(position), text.codePointAt(position)].join();
    const parts = [text.substr(position, 2), text.slice(position), text.substring(position, 2)];
    const parts2 = parts.map((part) => (part.isWellFormed() ? part : "half")).join("|");
    console.log(position, units, text.charAt(position) === "", text.at(position) === undefined, parts2, text.indexOf("a", position));
  }
}
const empty: number[] = [];
for (const list of [empty, [1]])
  for (const index of [NaN, 2.9, -2.9, 0.5])
    try {
      console.log(list.at(index), list.with(index, 4));
    } catch (error) {
      console.log(String(error));
    }
console.log("abcdef".substr(2, NaN) === "", "abcdef".substr(-3.9, 1.9));
