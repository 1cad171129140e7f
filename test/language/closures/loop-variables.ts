// Closures keep the variable of their own turn, in each kind of loop.

const makers: (() => number)[] = [];
for (let i = 0; i < 3; i++) makers.push(() => i);
for (let i = 10; i < 12; i++) {
  makers.push(() => i++);
  i += 0;
}
for (const value of [20, 21]) makers.push(() => value);
for (const [index, text] of ["a", "b"].entries()) makers.push(() => index + text.length * 30);
let n = 40;
while (n < 42) {
  const own = n++;
  makers.push(() => own);
}
do {
  let own = n;
  makers.push(() => ++own);
  n++;
} while (n < 44);
console.log(makers.map((make) => make()).join(), makers.map((make) => make()).join());

const counters: { up(): number; down(): number }[] = [];
for (let i = 0, step = 2; i < 6; i += step) {
  let count = i;
  counters.push({ up: () => (count += step), down: () => --count });
}
console.log(counters.map((counter) => counter.up() + counter.up() - counter.down()).join());
const late: (() => string)[] = [];
for (let i = 0; i < 2; i++) {
  switch (i) {
    case 0: {
      const name = "zero";
      late.push(() => name + i);
      break;
    }
    default:
      late.push(() => `other${i}`);
  }
}
console.log(late.map((make) => make()).join());
