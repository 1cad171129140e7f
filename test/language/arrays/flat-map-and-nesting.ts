// flatMap over what is found, results of other kinds, and lists built while others are walked.
const words = ["it is", "", "a  b", "😀 x"];
console.log(
  words.flatMap((text) => text.split(" ")),
  words.flatMap((text, i) => (i % 2 ? [] : [text.length])),
);
console.log(words.flatMap((text) => [...text].map((letter) => letter.codePointAt(0) ?? 0)).join(" "));
console.log(
  [
    [1, [2]],
    [3, [4]],
  ].length,
  [[[1], [2]], [[3]]].flat().flat(),
  [["a"], [], ["b", "c"]].flat().join(""),
);
const pairs = [1, 2, 3].flatMap((a, i, all) => all.slice(i + 1).map((b): [number, number] => [a, b]));
console.log(
  pairs,
  pairs.map(([a, b]) => a * b),
);
const grown = [3, 1];
const seen: number[] = [];
grown.forEach((value, i) => {
  if (i < 2) grown.push(value * 10);
  seen.push(value);
});
console.log(seen, grown, grown.map((value, i, all) => (all.length < 8 && all.push(i), value)).length, grown.length);
const shrunk = [1, 2, 3, 4, 5, 6];
console.log(
  shrunk.filter((value) => (value % 2 ? shrunk.pop() : 0, value > 1)),
  shrunk,
);
console.log(
  [5, 1, 4].reduce((text, value, i) => `${text}${i}:${value} `, ">"),
  [[1, 2], [3]].reduceRight((all, part) => all.concat(part)),
);
console.log(
  [1, 2, 3, 4].findLast((value) => value % 2 === 1),
  [1, 2].findLastIndex((value) => value > 2),
  ["a"].find((text) => text === "b"),
);
console.log([0, NaN, -0].indexOf(NaN), [0, NaN, -0].includes(NaN), [0].includes(-0), [1, 2, 1].lastIndexOf(1, -2), [1].lastIndexOf(1, -2));
const list: (string | number | null)[] = ["a", 1, null, "b", 2];
const texts = list.filter((value) => typeof value === "string");
const numbers = list.flatMap((value) => (typeof value === "number" ? [value, value] : []));
console.log(
  texts.map((text) => text.toUpperCase()),
  numbers,
  list.every((value) => value !== undefined),
  [].every(() => false),
  [].some(() => true),
);
console.log(list.with(-1, null).at(-1), list.toReversed(), list.toSpliced(1, 3, "new", 9), list.length, list.entries().next().value);
const self = [1, 2];
self.push(...self, ...self.map((value) => value * 3));
console.log(self, self.concat(self, 7, [8]).length, [...self.keys()], self.unshift(...self), self.length);
