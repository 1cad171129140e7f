// Array growth: push, pop, shift, unshift, appending at the length, nested arrays.

const numbers: number[] = [];
for (let i = 0; i < 100; i++) numbers.push(i * i);
let sum = 0;
for (const value of numbers) sum += value;
console.log(numbers.length, sum, numbers[99]);
while (numbers.length > 5) numbers.pop();
numbers[numbers.length] = 1000;
console.log(numbers.join(), numbers.length);
console.log(numbers.shift(), numbers.shift(), numbers.join(" "));
numbers.unshift(7);
numbers.unshift(8);
console.log(numbers.join("/"));

const grid: number[][] = [];
for (let y = 0; y < 3; y++) {
  const row: number[] = [];
  for (let x = 0; x < 3; x++) row.push(x * y);
  grid.push(row);
}
grid[1][2] = 50;
for (const row of grid) console.log(row.join(","));
const words = ["x", "y"];
words.push("z");
console.log(words.join("") + words.length);
