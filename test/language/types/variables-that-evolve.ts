function* count(n: number): Generator<number, string> {
  for (let i = 0; i < n; i++) yield i;
  return "end";
}
const walk = count(3);
let step;
while (!(step = walk.next()).done) console.log(step.value);
console.log(step.value);
function classify(n: number): string {
  let kind;
  if (n < 0) kind = "negative";
  else if (n === 0) kind = 0;
  else kind = null;
  return typeof kind === "string" ? kind.toUpperCase() : String(kind);
}
console.log(classify(-1), classify(0), classify(1));
let found = null;
for (const word of ["a", "bb", "ccc"]) {
  if (word.length > 1) {
    found = { word, size: word.length };
    break;
  }
}
console.log(found?.word, found);
for (let op, at = 0; (op = "+-x"[at]) === "+" || op === "-"; at++) console.log(op, at);
let total;
total = 1;
total += 2;
console.log(total.toFixed(1));
let a, b;
[a, b] = [1, "two"];
console.log(a + 1, b.length);
let last;
for (const n of [1, 2, 3]) {
  console.log(last === undefined ? "first" : last + 1);
  last = n;
}
