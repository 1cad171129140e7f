// Objects, tuples, arrays and functions are keys by identity.

const a: [number, number] = [1, 2];
const b: [number, number] = [1, 2];
const cells = new Map<[number, number], string>([
  [a, "first"],
  [b, "second"],
]);
console.log(cells.get(a), cells.get(b), cells.get([1, 2]), cells.size);
a[0] = 99;
console.log(cells.get(a));

const point = { x: 1 };
const points = new Set<{ x: number }>([point, { x: 1 }, point]);
console.log(points.size, points.has(point), points.has({ x: 1 }));

const handlers = new Set<() => number>();
const one = (): number => 1;
handlers
  .add(one)
  .add(() => 1)
  .add(one);
console.log(handlers.size, handlers.has(one));

const lists = new Map<number[], number>();
const list = [3, 1, 2];
lists.set(list, list.length);
list.push(4);
console.log(lists.get(list), lists.get([3, 1, 2, 4]));
