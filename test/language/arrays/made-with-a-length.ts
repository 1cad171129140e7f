// Arrays made with a length: filled, walked by index, through keys and Array.from, and of references that are put in one by one.

console.log(new Array(3).fill(0), Array(2).fill("x"), new Array(2).fill(null));
console.log(
  [...Array(4).keys()],
  Array.from(Array(3), (_, i) => i * 2),
  Array.from({ length: 2 }),
);
console.log(Array.from(Array(3).keys()).map((n) => n + 1));
const typed: number[] = new Array(3).fill(7);
console.log(typed.reduce((sum, n) => sum + n, 0));
const grid = Array.from({ length: 2 }, () => Array(3).fill(0));
grid[1][2] = 5;
console.log(grid, grid[0][2] + grid[1][2]);
const cells: (string | null)[] = new Array(3).fill(null);
cells[1] = "o";
console.log(cells, cells.indexOf(null));

const lists = new Array<number[]>(3);
for (let i = 0; i < lists.length; i++) lists[i] = [];
lists[2].push(9);
console.log(lists);
const names = new Array<string>(2);
console.log(names.length, names[0] === undefined, names[1] ?? "none");
names[0] = "a";
names[1] = names[0] + names[0];
console.log(names.join("-"));

class Node {
  constructor(readonly value: number) {}
}
const slots = new Array<Node | undefined>(4);
slots[2] = new Node(3);
console.log(
  slots.length,
  slots[2]?.value,
  slots[0]?.value,
  slots.findIndex((slot) => slot !== undefined),
);
const marks = new Array<number | undefined>(2);
console.log(marks[0] === undefined, marks[1] ?? -1);
const anything = new Array(2);
console.log(anything.length, anything[0] === undefined, [...anything]);
anything[0] = 1;
anything[1] = "b";
console.log(anything, Array(3).join("-"), Array(0), new Array());
const queue: (number | undefined)[] = [1, 2];
queue.length = 4;
queue[3] = 4;
console.log(queue.length, queue[2], queue[3], [...queue]);
queue.length = 1;
queue.length++;
console.log([...queue], queue.includes(undefined));
