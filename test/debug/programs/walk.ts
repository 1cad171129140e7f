// A loop over objects of several classes: the code of a method is found in the object.

abstract class Shape {
  constructor(readonly side: number) {}
  abstract area(): number;
}
class Square extends Shape {
  area(): number {
    return this.side * this.side;
  }
}
class Line extends Shape {
  area(): number {
    return 0;
  }
}
function totalOf(shapes: readonly Shape[]): number {
  let sum = 0;
  for (const shape of shapes) {
    sum += shape.area(); // body
    sum += shape.side;
  }
  return sum;
}
console.log(totalOf([new Square(3), new Line(4)]));
