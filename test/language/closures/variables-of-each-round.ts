// A closure in a loop keeps the variable of its own round; one outside the loop sees the last value.

const kept: (() => number)[] = [];
for (let i = 0; i < 3; i++) kept.push(() => i);
let outer = 0;
for (outer = 0; outer < 3; outer++) kept.push(() => outer);
for (const each of [7, 8]) kept.push(() => each);
let k = 0;
while (k < 2) {
  const own = k * 100;
  kept.push(() => own + k);
  k++;
}
console.log(kept.map((get) => get()).join());
const steps: (() => number)[] = [];
for (let i = 0; i < 3; i++) {
  steps.push(() => i++);
  steps.push(() => i);
}
console.log(steps.map((step) => step()).join(), steps.map((step) => step()).join());
