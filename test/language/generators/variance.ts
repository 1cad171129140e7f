// Generators where iterables and generators of wider types are wanted.

interface Shape {
  readonly sides: number;
}
class Square implements Shape {
  readonly sides = 4;
  readonly width: number;
  constructor(width: number) {
    this.width = width;
  }
}
function* literals(): Generator<1 | 2> {
  yield 1;
  yield 2;
}
function* squares(): Generator<Square> {
  try {
    yield new Square(1);
    yield new Square(2);
  } finally {
    console.log("squares end");
  }
}
function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
function countSides(shapes: Generator<Shape>): number {
  let sides = 0;
  for (const shape of shapes) sides += shape.sides;
  return sides;
}
function first(values: Generator<number | string | undefined>): string {
  for (const value of values) return `first ${value ?? "nothing"}`;
  return "empty";
}
function* numbers(): Generator<number> {
  try {
    yield 1.5;
    yield 2.5;
  } finally {
    console.log("numbers end");
  }
}
console.log(sum(literals()), countSides(squares()));
console.log(first(numbers()));
const wide: Generator<number | undefined> = numbers();
console.log(wide.next().value, [...wide].length);
const shapes: Generator<Shape> = squares();
console.log(shapes.next().done, shapes.return().done, shapes.next().done);
const made: IterableIterator<Shape> = squares();
for (const shape of made) console.log(shape.sides);
const choice: Iterable<number | string> = literals();
console.log([...choice].join("-"));

/** The first of what never ends: such a generator returns nothing. */
function some<T>(walk: () => Generator<T, void, undefined>): T[] {
  const found: T[] = [];
  for (const value of walk()) if (found.push(value) === 3) break;
  return found;
}
const doubles = function* () {
  for (let value = 1; ; value *= 2) yield value;
};
console.log(some(doubles), some(numbers as () => Generator<number, void, undefined>));
