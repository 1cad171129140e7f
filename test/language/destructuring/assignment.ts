// Destructuring into places that exist: swaps, members, elements, defaults and rests.

let a = 1;
let b = 2;
let c = 3;
[a, b, c] = [b, c, a];
console.log(a, b, c);
const list = [10, 20, 30];
[list[0], list[2]] = [list[2], list[0]];
console.log(list.join());
const point = { x: 1, y: 2, label: "p" };
[point.x, point.y] = [point.y, point.x];
console.log(point.x, point.y);
let label: string;
({ x: a, label } = point);
console.log(a, label);
let rest: number[];
[a, ...rest] = list;
console.log(a, rest.join());
const source: { first?: number; second?: number } = { second: 8 };
({ first: a = 99, second: b = 77 } = source);
console.log(a, b);
[a = 5, b = 6] = [7];
console.log(a, b);
let nested: { inner: number[] } = { inner: [1, 2, 3] };
({
  inner: [, c],
} = nested);
console.log(c);
({ nested } = { nested: { inner: [4] } });
console.log(nested.inner.join());
let previous = 0;
let current = 1;
for (let i = 0; i < 10; i++) [previous, current] = [current, previous + current];
console.log(previous);
const order: string[] = [];
const trace = (name: string): number[] => {
  order.push(name);
  return list;
};
[trace("left")[0], trace("right")[1]] = [order.push("value"), 2];
console.log(order.join(), list.join());
