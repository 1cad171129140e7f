// Methods that say more of their `this` than their class does, or that they have none.

interface Named {
  readonly name: string;
}
abstract class Shape {
  abstract area(): number;
  /** For those with a name. */
  describe(this: Shape & Named): string {
    return `${this.name}: ${this.area()}`;
  }
  bigger(this: this, other: Shape): boolean {
    return this.area() > other.area();
  }
  static unit(this: void): string {
    return "cm2";
  }
}
class Square extends Shape {
  readonly name = "square";
  constructor(readonly side: number) {
    super();
  }
  area(): number {
    return this.side ** 2;
  }
  grown(this: Square, by: number): Square {
    return new Square(this.side + by);
  }
}
const square = new Square(3);
console.log(square.describe(), square.grown(2).describe(), square.bigger(new Square(2)), Shape.unit());
const { unit } = Shape;
console.log(unit());

// In interfaces: called on the object, whatever it is of.
interface Counter {
  count: number;
  add(this: Counter, by: number): Counter;
  twice: (this: Counter) => number;
}
const counter: Counter = {
  count: 2,
  add(by) {
    this.count += by;
    return this;
  },
  twice() {
    return this.count * 2;
  },
};
console.log(counter.add(3).add(1).count, counter.twice());

// A static method that makes objects of the class it is called on.
class Base {
  static made = 0;
  static create<T extends Base>(this: new () => T): T {
    Base.made++;
    return new this();
  }
  hi(): string {
    return "base";
  }
}
class Sub extends Base {
  override hi(): string {
    return "sub";
  }
}
console.log(Base.create().hi(), Sub.create().hi(), Base.made);
