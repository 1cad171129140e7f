// The protocol by hand: next() of arrays, strings, maps and sets, and what it gives at the end and after.

const array = [10, 20].values();
for (let step = array.next(); !step.done; step = array.next()) console.log(step.value);
console.log(array.next().done);

const map = new Map([
  ["x", 1],
  ["y", 2],
]);
const keys = map.keys();
console.log(keys.next().done, keys.next().done, keys.next().done);
const entries = map.entries();
const first = entries.next();
if (!first.done) {
  const [key, value] = first.value;
  console.log(key, value);
}
for (const [key, value] of entries) console.log("rest", key, value);

const values = new Set([5, 6]).values();
let sum = 0;
while (true) {
  const step = values.next();
  if (step.done) break;
  sum += step.value;
}
console.log(sum);

function* two() {
  yield 1;
  yield 2;
}
const generator: Iterator<number> = two();
console.log(generator.next().done, generator.next().done, generator.next().done);
