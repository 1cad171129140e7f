// One interface filled by classes, subclasses, literals with accessors and methods, and results of functions, mixed in one list.

interface Shape {
  readonly name: string;
  area: number;
  scale(by: number): Shape;
  readonly parts?: readonly Shape[];
}
class Square implements Shape {
  readonly name: string = "square";
  constructor(protected side: number) {}
  get area(): number {
    return this.side ** 2;
  }
  set area(n: number) {
    this.side = Math.sqrt(n);
  }
  scale(by: number): Square {
    return new Square(this.side * by);
  }
}
class Cube extends Square {
  override readonly name = "cube";
  override get area(): number {
    return super.area * 6;
  }
  override set area(n: number) {
    this.side = Math.sqrt(n / 6);
  }
  override scale(by: number): Cube {
    return new Cube(this.side * by);
  }
}
function group(...parts: Shape[]): Shape {
  return {
    name: `group of ${parts.length}`,
    parts,
    get area() {
      return parts.reduce((sum, part) => sum + part.area, 0);
    },
    set area(n) {
      for (const part of parts) part.area = n / parts.length;
    },
    scale: (by) => group(...parts.map((part) => part.scale(by))),
  };
}
const fixed: Shape = {
  name: "fixed",
  area: 5,
  scale(by) {
    return { name: `${this.name}*${by}`, area: this.area * by, scale: (more) => fixed.scale(by * more) };
  },
};
const shapes: Shape[] = [new Square(2), new Cube(1), fixed, fixed.scale(2), group(new Square(1), group(fixed.scale(3)))];
const show = (list: readonly Shape[]): string => list.map(({ name, area, parts }) => `${name} ${area} ${parts?.length ?? "-"}`).join("; ");
console.log(show(shapes));
console.log(show(shapes.map((shape) => shape.scale(2))));
for (const shape of shapes) shape.area += 24;
console.log(show(shapes));
console.log(shapes.filter((shape) => shape instanceof Square).length, shapes.map((shape) => shape.parts?.[0]?.area ?? 0).join());
const { area, name } = fixed.scale(10);
console.log(area, name, fixed.area);
