// Defaults and destructuring: parameters left out, rest parameters, array and object patterns.

function greet(name: string, greeting = "Hello", mark?: string): string {
  return `${greeting}, ${name}${mark ?? "."}`;
}
console.log(greet("Ann"), greet("Bob", "Hi"), greet("Cid", "Hey", "!"));
function total(first: number, ...others: number[]): number {
  let sum = first;
  for (const other of others) sum += other;
  return sum;
}
console.log(total(1), total(1, 2, 3), total(1, ...[4, 5]));
const [a, b = 10, ...rest] = [1, 2, 3, 4];
const { x, y: renamed, z = 9 } = { x: 5, y: 6 } as { x: number; y: number; z?: number };
console.log(a, b, rest.join(), x, renamed, z);
let p = 1;
let q = 2;
[p, q] = [q, p];
console.log(p, q);
