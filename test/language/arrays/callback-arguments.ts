// Callbacks get value, index and the array, and may change it while it is gone over.

const list = ["a", "b", "c"];
list.forEach((value, index, all) => console.log(value, index, all.length));
console.log(list.map((value, index) => value.repeat(index + 1)).join(), list.filter((_, index) => index % 2 === 0).join());
console.log(
  list.some((value, index) => value === "b" && index === 1),
  list.every((value) => value < "c"),
  list.findIndex((_, index) => index > 0),
  list.findLast((value) => value < "c"),
  list.findLastIndex((value) => value === "z"),
);
const growing = [1, 2, 3];
let visits = 0;
growing.forEach((value) => {
  visits++;
  if (growing.length < 10) growing.push(value * 10);
});
console.log(visits, growing.join());
const shrinking = [1, 2, 3, 4];
const seen: number[] = [];
for (const value of shrinking) {
  seen.push(value);
  if (value === 2) shrinking.pop();
}
console.log(seen.join(), shrinking.length);
