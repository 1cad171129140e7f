// Setting the length cuts an array; what is no length is refused.
const a = [1, 2, 3, 4, 5];
a.length = 3;
console.log(a, a.length);
a.length -= 1;
console.log(a);
a.length = 0;
console.log(a, a.push(9), a);
for (const bad of [-1, 1.5, NaN, 2 ** 32]) {
  try {
    a.length = bad;
    console.log("set");
  } catch (e) {
    if (e instanceof RangeError) console.log(e.name, e.message);
  }
  try {
    console.log(new Array<number>(bad).length);
  } catch (e) {
    if (e instanceof RangeError) console.log(e.name, e.message);
  }
}
const texts = ["a", "b", "c"];
texts.length = 1;
texts.push("d");
console.log(texts);
