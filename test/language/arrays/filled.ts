// Arrays of a length: new Array(n).fill(x) of any type, Array(n) without new, and lengths that cannot be.
console.log(new Array<string>(3).fill("x"), new Array<number>(2).fill(0), Array<boolean>(2).fill(true), new Array<string>(0).fill("y"));
const point = { x: 1 };
const same = new Array<{ x: number }>(3).fill(point);
same[0].x = 5;
console.log(same, same[0] === same[2]);
const rows = new Array<number[] | null>(2).fill(null);
console.log(rows, new Array<string | undefined>(2).length, Array<number>(3).length);
const grid = new Array<number>(2).fill(0).map((_, y) => new Array<number>(3).fill(y));
console.log(grid, grid.length, Array<string>("a", "b"), new Array<string>("c"), Array<number>());
console.log(
  new Array<() => number>(2).fill(() => 7).map((f) => f()),
  new Array<[string, number]>(1).fill(["t", 1]),
);
const size: number = 4;
let text = "";
for (const part of new Array<string>(size).fill("ab")) text += part;
console.log(text);
for (const length of [-1, 1.5, NaN, 2 ** 32, 2]) {
  try {
    console.log(new Array<string>(length).fill("z").length);
  } catch (error) {
    console.log(error instanceof RangeError ? error.message : "other");
  }
}
