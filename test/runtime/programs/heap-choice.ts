// Makes, grows and forgets objects.

const lists: number[][] = [];
for (let i = 0; i < 200; i++) {
  const list: number[] = [];
  for (let j = 0; j < i * 20; j++) list.push(i + j);
  lists.push(list);
}
let sum = 0;
for (const list of lists) for (const value of list) sum += value;
console.log(sum);
