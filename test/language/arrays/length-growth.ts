// Appending by index and by push, to empty arrays and full ones.

const list: number[] = [];
for (let i = 0; i < 40; i++) list[list.length] = i * i;
for (let i = 0; i < 40; i++) list.push(-i);
console.log(
  list.length,
  list[39],
  list[40],
  list[79],
  list.reduce((a, b) => a + b, 0),
);
let kept = "";
while (list.length > 5) {
  const last = list.pop();
  if (list.length % 16 === 0) kept += `${last} `;
}
console.log(kept, list.join());
const copies: number[][] = [];
for (let i = 0; i < 5; i++) {
  copies.push([...list]);
  list.push(i);
}
console.log(copies.map((copy) => copy.length).join());
