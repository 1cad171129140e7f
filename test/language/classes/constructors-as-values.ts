// A class passed where a constructor type is wanted, as an argument, in arrays and in maps.

class Shape {
  area(): number {
    return 0;
  }
}
class Square extends Shape {
  override area(): number {
    return 4;
  }
}
class Disc extends Shape {
  readonly radius: number;
  constructor(radius = 2) {
    super();
    this.radius = radius;
  }
  override area(): number {
    return 3 * this.radius;
  }
}
type ShapeMaker = new () => Shape;

function make(Maker: ShapeMaker): Shape {
  return new Maker();
}
function build<T>(Maker: new (size: number) => T, size: number): T {
  return new Maker(size);
}

console.log(make(Shape).area(), make(Square).area(), make(Disc).area());
console.log(build(Disc, 5).radius);
const makers: ShapeMaker[] = [Square, Disc, Shape];
console.log(makers.map((Maker) => new Maker().area()).join());
const byName = new Map<string, ShapeMaker>([
  ["square", Square],
  ["disc", Disc],
]);
const Found = byName.get("disc");
console.log(Found === undefined ? "none" : new Found().area(), typeof Found);
