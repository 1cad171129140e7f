// Classes that mixins made, as values: each call makes another class, `instanceof` tells them apart, functions take them.

type Constructor<T = {}> = new (...args: any[]) => T;

class Shape {
  area(): number {
    return 0;
  }
  toString(): string {
    return `${this.area()}`;
  }
}
class Square extends Shape {
  constructor(readonly side: number) {
    super();
  }
  override area(): number {
    return this.side ** 2;
  }
}
class Circle extends Shape {
  override area(): number {
    return 3;
  }
}
const Named = <T extends Constructor<Shape>>(Parent: T, name: string) =>
  class extends Parent {
    readonly name = name;
    override toString(): string {
      return `${this.name}(${super.toString()})`;
    }
  };
const Red = Named(Square, "red");
const Blue = Named(Square, "blue");
const Round = Named(Circle, "round");
const shapes: Shape[] = [new Red(2), new Blue(3), new Round()];
for (const shape of shapes) console.log(String(shape), shape instanceof Red, shape instanceof Square, shape instanceof Round);

function repeat<T>(Kind: new (side: number) => T, sides: number[]): T[] {
  return sides.map((side) => new Kind(side));
}
console.log(repeat(Red, [1, 2]).join(), repeat(Square, [4]).join());
class Special extends Blue {
  override area(): number {
    return super.area() + 0.5;
  }
}
const special: Shape = new Special(1);
console.log(`${special}`, special instanceof Blue, special instanceof Red, special instanceof Special);
function describe(shape: Shape): string {
  if (shape instanceof Round) return `round ${shape.area()}`;
  return shape instanceof Special ? `special ${shape.side}` : "shape";
}
console.log(describe(special), describe(new Round()), describe(new Square(1)));
