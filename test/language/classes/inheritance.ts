// Inheritance: abstract classes, overriding, super, instanceof, calls through the parent's type.

abstract class Shape {
  constructor(readonly name: string) {}
  abstract area(): number;
  describe(): string {
    return `${this.name} of area ${this.area()}`;
  }
}
class Rectangle extends Shape {
  constructor(
    readonly width: number,
    readonly height: number,
    name = "rectangle",
  ) {
    super(name);
  }
  area(): number {
    return this.width * this.height;
  }
}
class Square extends Rectangle {
  constructor(side: number) {
    super(side, side, "square");
  }
  override describe(): string {
    return `a ${super.describe()}!`;
  }
}
class Disc extends Shape {
  constructor(readonly radius: number) {
    super("disc");
  }
  area(): number {
    return 3 * this.radius * this.radius;
  }
}
const shapes: Shape[] = [new Rectangle(2, 3), new Square(4), new Disc(1)];
let total = 0;
for (const shape of shapes) {
  console.log(shape.describe(), shape instanceof Rectangle, shape instanceof Square, shape instanceof Disc);
  total += shape.area();
}
console.log(total);
