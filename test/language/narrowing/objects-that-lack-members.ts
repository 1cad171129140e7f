// An object that is asserted to be of an interface whose member it has with another type: the call panics, and reaches nothing else.
// Exits: 70

interface Shape {
  area(): number;
  readonly tag: string;
}
class NotShape {
  area(): string {
    return "wrong";
  }
  tag = "of another kind";
}
class Square {
  readonly tag = "square";
  constructor(readonly side: number) {}
  area(): number {
    return this.side ** 2;
  }
}
const isShape = (value: unknown): value is Shape => typeof value === "object" && value !== null && "area" in value;

const square: unknown = new Square(3);
console.log((square as Shape).area(), isShape(square) && square.area());
const other = new NotShape() as unknown as Shape;
console.log(other.tag);
console.log(other.area() + 1);
