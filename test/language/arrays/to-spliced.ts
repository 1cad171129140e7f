// splice changes, toSpliced copies: every combination of start and count.
const base = [0, 1, 2, 3, 4, 5];
for (const start of [0, 2, -2, 9, -9, 1.8]) {
  for (const count of [0, 1, 3, 99, -1]) {
    const changed = base.slice();
    const removed = changed.splice(start, count, 7, 8);
    console.log(start, count, removed.join(), changed.join(), base.toSpliced(start, count, 7, 8).join() === changed.join());
  }
}
const rest = base.slice();
console.log(rest.splice(2).join(), rest.join(), base.toSpliced(3).join(), base.toSpliced(1, 1).join(), base.join());
const texts = ["x", "y"];
console.log(texts.splice(1, 0, "between", "two"), texts, texts.toSpliced(0, 4), texts.splice(0, 1, "q"), texts);
