// Loops and labels: every kind of loop, with break and continue to inner and outer loops.

let log = "";
outer: for (let i = 0; i < 5; i++) {
  for (let j = 0; j < 5; j++) {
    if (j === 3) continue outer;
    if (i === 3) break outer;
    log += `${i}${j} `;
  }
}
console.log(log);

let count = 10;
while (true) {
  count -= 3;
  if (count < 0) break;
}
do {
  count++;
} while (count < 3);
console.log(count);

block: {
  if (count === 3) break block;
  console.log("not reached");
}

for (let up = 0, down = 9; up < down; up++, down--) {
  if (up === 2) continue;
  console.log(up, down);
}
let steps = 0;
for (let n = 27; n !== 1; n = n % 2 === 0 ? n / 2 : 3 * n + 1) steps++;
console.log(steps);
