// instanceof with a class that is known only when the program runs: abstract ones, in guards of generic functions, of local classes.

abstract class Shape {
  abstract area(): number;
}
class Square extends Shape {
  constructor(readonly side = 2) {
    super();
  }
  area(): number {
    return this.side ** 2;
  }
}
class Disc extends Shape {
  area(): number {
    return 3;
  }
}
class Tile extends Square {
  readonly color = "red";
}

function isA<T>(value: unknown, kind: abstract new (...args: never[]) => T): value is T {
  return value instanceof kind;
}
const things: unknown[] = [new Square(3), new Disc(), new Tile(), 5, "text", null, undefined, [new Disc()], { area: () => 1 }, Square];
for (const kind of [Shape, Square, Disc, Tile]) console.log(kind.name, things.map((thing) => (isA(thing, kind) ? 1 : 0)).join(""));
const first = things[2];
if (isA(first, Tile)) console.log(first.color, first.side);

function firstOf<T extends Shape>(shapes: readonly Shape[], kind: new (...args: never[]) => T): T | undefined {
  for (const shape of shapes) if (shape instanceof kind) return shape;
  return undefined;
}
const shapes = [new Disc(), new Tile(7), new Square(1)];
console.log(firstOf(shapes, Square)?.side, firstOf(shapes, Tile)?.color, firstOf([new Disc()], Tile));

function makeKind(size: number): new () => Shape {
  return class extends Square {
    constructor() {
      super(size);
    }
  };
}
const [Small, Large] = [makeKind(1), makeKind(9)];
const small = new Small();
console.log(small instanceof Small, small instanceof Large, small instanceof Shape, new Large().area());
