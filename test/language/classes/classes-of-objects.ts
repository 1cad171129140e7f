// `object.constructor` is the class an object was made of: its name, and whether it is a certain one.
abstract class Shape {
  describe = (): string => `${this.constructor.name} of ${this.area()}`;
  abstract area(): number;
  isPlain(): boolean {
    return this.constructor === Square;
  }
}
class Square extends Shape {
  constructor(protected readonly side: number) {
    super();
  }
  area(): number {
    return this.side ** 2;
  }
}
class Tile extends Square {
  override toString(): string {
    return `<${this.constructor.name.toLowerCase()}>`;
  }
}
const shapes: Shape[] = [new Square(2), new Tile(3), new (class Odd extends Tile {})(1)];
for (const shape of shapes) console.log(shape.describe(), shape.isPlain(), shape.constructor !== Tile);
console.log(shapes.map((shape) => shape.constructor.name).join());
console.log(String(new Tile(1)), new (class {})().constructor.name.length);

class NotFound extends Error {
  constructor(what: string) {
    super(`no ${what}`);
    this.name = this.constructor.name;
  }
}
class NoUser extends NotFound {}
for (const error of [new NotFound("page"), new NoUser("user"), new Error("plain"), new TypeError("type")])
  console.log(error.constructor.name, error.name, error.constructor === NotFound, `${error}`);

let made = 0;
const make = (): Square => {
  made++;
  return new Square(made);
};
console.log(make().constructor.name, make().constructor === Square, made);
class Box<T> {
  constructor(readonly value: T) {}
}
console.log(new Box(1).constructor.name);
