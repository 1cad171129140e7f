// indexOf, includes and find for numbers, texts and objects.

class Point {
  constructor(readonly x: number) {}
}
const p = new Point(1);
const points = [p, new Point(2), p];
console.log(
  points.indexOf(p),
  points.lastIndexOf(p),
  points.indexOf(new Point(1)),
  points.includes(p),
  points.find((each) => each.x === 2)?.x,
  points.find((each) => each.x === 3)?.x ?? "none",
);
const numbers = [1, NaN, -0, 1];
console.log(
  numbers.indexOf(NaN),
  numbers.includes(NaN),
  numbers.indexOf(0),
  numbers.includes(0),
  numbers.indexOf(1, 1),
  numbers.lastIndexOf(1, 2),
  numbers.indexOf(1, -1),
);
console.log(["a", "b"].indexOf("a" + ""), ["ab"].includes("a" + "b"), [undefined, 1].includes(undefined), [[1]].indexOf([1]));
