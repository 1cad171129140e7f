// with makes a copy; at counts from the end; both refuse or give undefined outside.
const a = [1, 2, 3];
console.log(a.at(0), a.at(-1), a.at(3), a.at(-4), a.at(1.9), a.at(NaN));
console.log(a.with(0, 9), a.with(-1, 8), a.with(1.7, 7), a);
for (const index of [3, -4, Infinity]) {
  try {
    console.log(a.with(index, 0));
  } catch (e) {
    if (e instanceof RangeError) console.log(e.name, e.message);
  }
}
const words = ["a", "b"];
console.log(words.with(1, "z"), words.at(-2)?.toUpperCase(), words.at(9)?.toUpperCase());
