// Classes, interfaces, enums and types of a namespace, used inside and outside of it.
namespace Shapes {
  export interface Shape {
    readonly kind: Kind;
    area(): number;
  }
  export enum Kind {
    Circle,
    Square = 10,
  }
  export abstract class Named implements Shape {
    static made = 0;
    abstract readonly kind: Kind;
    constructor(readonly name: string) {
      Named.made++;
    }
    abstract area(): number;
    toString(): string {
      return `${this.name} (${Kind[this.kind]})`;
    }
  }
  export class Square extends Named {
    readonly kind = Kind.Square;
    constructor(readonly side: number) {
      super("square");
    }
    area(): number {
      return this.side ** 2;
    }
  }
  export type Maker = (size: number) => Shape;
  export const makers: Maker[] = [(size) => new Square(size)];
}

class Circle extends Shapes.Named {
  readonly kind = Shapes.Kind.Circle;
  constructor(readonly radius: number) {
    super("circle");
  }
  area(): number {
    return 3 * this.radius ** 2;
  }
}

const shapes: Shapes.Shape[] = [new Shapes.Square(2), new Circle(1), Shapes.makers[0](3)];
console.log(shapes.map((shape) => shape.area()).join(), Shapes.Named.made);
console.log(shapes.map((shape) => `${shape}`).join());
console.log(shapes[0] instanceof Shapes.Square, shapes[1] instanceof Shapes.Square, shapes[1] instanceof Shapes.Named);
console.log(Shapes.Kind.Square, Shapes.Kind[0], Shapes.Kind.Circle === shapes[1].kind);

const make: Shapes.Maker = (size) => new Circle(size);
Shapes.makers.push(make);
console.log(Shapes.makers.length, Shapes.makers[1](2).area());
const Made = Shapes.Square;
console.log(new Made(5).area());
switch (shapes[0].kind) {
  case Shapes.Kind.Circle:
    console.log("circle");
    break;
  case Shapes.Kind.Square:
    console.log("square");
    break;
}
