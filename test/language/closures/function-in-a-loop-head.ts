// A function made in the head of a for loop sees the variables as they were before the first turn.
let calls = 0;
const makers: (() => number)[] = [];
for (let i = 0, count = () => ++calls * 100 + i; i < 3; i++) makers.push(() => i * 10 + count());
console.log(makers.map((make) => make()).join());
const seen: number[] = [];
for (let low = 0, high = 5, middle = () => low + high; low < high; low++, high--) seen.push(middle() + low);
console.log(seen.join());
