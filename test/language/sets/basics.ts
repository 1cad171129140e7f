// Sets: order of insertion, values that are the same, change while iterating.
const set = new Set([3, 1, 3, NaN, NaN, -0, 0]);
console.log(set.size, [...set], set.has(NaN), set.has(-0), set.add(1) === set, set.delete(3), set.delete(3), set);
const seen: number[] = [];
const growing = new Set([1]);
for (const x of growing) {
  seen.push(x);
  if (x < 20) growing.add(x * 2);
}
console.log(seen, growing);
set.forEach((value, same, all) => {
  if (value === same && value === 1) all.delete(NaN);
});
console.log(set, new Set("hello"), new Set([..."banana"]).size, [...new Set(["b", "a", "b"])].join(""));
const words = new Set(["x"]);
words.clear();
console.log(words.size, words, [...words.values()], [...words.keys()].length);
