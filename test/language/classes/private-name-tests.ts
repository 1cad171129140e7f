// `#name in object` tells whether an object is of the class: no other has the name.

interface Shape {
  readonly name: string;
}
class Circle implements Shape {
  readonly name = "circle";
  readonly #radius: number;
  static #secret = 1;
  constructor(radius: number) {
    this.#radius = radius;
  }
  #area(): number {
    return 3 * this.#radius ** 2;
  }
  static areaOf(shape: object): number {
    return #area in shape ? shape.#area() : -1;
  }
  equals(other: Shape): boolean {
    return #radius in other && other.#radius === this.#radius;
  }
  static isItself(): boolean {
    return #secret in Circle;
  }
}
class Ring extends Circle {
  readonly #radius = 1;
  static hasOwn(shape: Shape): boolean {
    if (!(#radius in shape)) return false;
    return shape.#radius === 1;
  }
}
const shapes: Shape[] = [new Circle(2), new Ring(2), { name: "circle" }];
for (const shape of shapes) console.log(Circle.areaOf(shape), new Circle(2).equals(shape), Ring.hasOwn(shape));
console.log(
  Circle.isItself(),
  Circle.areaOf([1]),
  Circle.areaOf(() => 1),
);

class Box<T> {
  #held: T;
  constructor(held: T) {
    this.#held = held;
  }
  static isBox(value: object): boolean {
    return #held in value;
  }
}
console.log(Box.isBox(new Box(1)), Box.isBox(new Box("a")), Box.isBox(new Circle(1)));

function makeKind(): (other: object | null) => boolean {
  class Kind {
    #mark = shapes.length;
    is(other: object): boolean {
      return #mark in other;
    }
  }
  const one = new Kind();
  return (other) => one.is(other ?? new Kind());
}
console.log(makeKind()(null), makeKind()(shapes[0]));
