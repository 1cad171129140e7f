// Loops whose body is the empty statement: all is done in the head.

const list = [3, 1, 2, 0, 5];
let index = 0;
while (list[index++] !== 0);
console.log(index);
let total = 0;
for (let i = 0; i < 5; total += list[i++]);
console.log(total);
let n = 100;
do;
while ((n >>= 1) > 3);
console.log(n);
for (const _ of [1, 2]);
