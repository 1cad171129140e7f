// Ways to divide whole numbers: by |0, Math.floor, Math.trunc, >> and what each does below zero.

for (const [a, b] of [
  [7, 2],
  [-7, 2],
  [7, -2],
  [-7, -2],
  [1, 3],
  [-1, 3],
  [2147483647, 1],
  [-2147483648, -1],
]) {
  console.log(a, b, (a / b) | 0, Math.floor(a / b), Math.trunc(a / b), Math.round(a / b), Math.ceil(a / b));
}
for (let i = -5; i <= 5; i++) console.log(i, i >> 1, (i / 2) | 0, Math.floor(i / 2), i & 1, i % 2);
