// Tuples and records: object literals, tuples, type aliases, returning several values.

type Point = { x: number; y: number };
function move(point: Point, by: [number, number]): Point {
  return { x: point.x + by[0], y: point.y + by[1] };
}
const start: Point = { x: 1, y: 2 };
const end = move(start, [10, 20]);
console.log(start.x, start.y, end.x, end.y);
function divide(a: number, b: number): [number, number] {
  return [Math.floor(a / b), a % b];
}
const [quotient, rest] = divide(17, 5);
console.log(quotient, rest);
const pairs: [string, number][] = [
  ["a", 1],
  ["b", 2],
];
pairs.push(["c", 3]);
for (const [name, value] of pairs) console.log(name, value);
const shape = { name: "box", size: { width: 3, height: 4 }, tags: ["x", "y"] };
shape.size.width = 5;
console.log(shape.name, shape.size.width * shape.size.height, shape.tags.join());
const {
  name,
  size: { height },
} = shape;
console.log(name, height);
const copy = { ...start, y: 99 };
console.log(copy.x, copy.y, start.y);
