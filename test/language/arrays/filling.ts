// fill, copyWithin, and arrays made by length.

const show = (list: readonly number[]): string => list.join("");
console.log(
  show([1, 2, 3, 4].fill(0)),
  show([1, 2, 3, 4].fill(9, 1)),
  show([1, 2, 3, 4].fill(9, 1, 3)),
  show([1, 2, 3, 4].fill(9, -1)),
  show([1, 2, 3, 4].fill(9, 3, 1)),
);
console.log(show([1, 2, 3, 4, 5].copyWithin(0, 3)), show([1, 2, 3, 4, 5].copyWithin(1, 0, 3)), show([1, 2, 3, 4, 5].copyWithin(-2, 0)));
console.log(show(new Array<number>(4).fill(7)), show(Array.from({ length: 5 }, (_, i) => i * i)), show(Array.of(3, 1, 2)));
const objects: number[][] = [[], []];
objects.fill([1]);
objects[0].push(2);
console.log(objects[1].length, objects[0] === objects[1]);
