// Counting: a generator in for-of, its steps by hand, and what it gives after its end.

function* count(from: number, to: number) {
  for (let i = from; i <= to; i++) yield i;
}

for (const n of count(1, 3)) console.log(n);
for (const n of count(5, 4)) console.log("never", n);

const steps = count(7, 8);
const first = steps.next();
console.log(first.done === true, first.value);
console.log(steps.next().value);
const last = steps.next();
console.log(last.done, last.value);
console.log(steps.next().done);

const half = count(0, 10);
for (const n of half) {
  if (n === 2) break;
}
console.log(half.next().done);
