// max, min and hypot of any number of arguments, spread ones too.
const values = [3, -7, 12, 0.5];
console.log(Math.max(...values), Math.min(...values), Math.max(), Math.min(), Math.max(...[]), Math.min(1, ...values, -100));
console.log(Math.max(NaN, 1), Math.min(1, NaN), Math.max(-0, 0), Math.min(0, -0), Math.max(...[1, NaN, 2]));
console.log(
  Math.hypot(),
  Math.hypot(-3),
  Math.hypot(3, 4),
  Math.hypot(1, 2, 2),
  Math.hypot(2, 3, 6, 0),
  Math.hypot(NaN, Infinity),
  Math.hypot(1e200, 1e200) > 1e200,
);
console.log(Math.hypot(...[8, 9, 12]), Math.hypot(0, -0, 0), Math.hypot(1, NaN, 3));
const r = Math.random();
console.log(r >= 0 && r < 1, r !== Math.random());
let low = 0;
for (let i = 0; i < 2000; i++) if (Math.random() < 0.5) low++;
console.log(low > 800 && low < 1200);
