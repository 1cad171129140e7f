// Abstract properties that some classes give by fields and others by accessors, and where they are listed.
abstract class Shape {
  abstract readonly kind: string;
  abstract size: number;
  readonly id = 1;
  describe(): string {
    return `${this.kind} ${this.size}`;
  }
  grow(): void {
    this.size += 2;
  }
}
class Square extends Shape {
  constructor(readonly side: number) {
    super();
  }
  get kind(): string {
    return `square of ${this.side}`;
  }
  get size(): number {
    return this.side;
  }
  set size(size: number) {
    console.log("asked for", size);
  }
}
class Circle extends Shape {
  readonly kind: string = "circle";
  size = 7;
  constructor(readonly radius: number) {
    super();
  }
}
class Disc extends Circle {
  override readonly kind = "disc";
}
abstract class Named<T> {
  abstract get value(): T;
  abstract label: string | undefined;
  readonly made = true;
  show(): string {
    return `${this.label ?? "none"}=${this.value}`;
  }
}
class One extends Named<number> {
  value = 1;
  label = undefined;
}
class Two extends Named<string> {
  get value(): string {
    return "two";
  }
  get label(): string {
    return "second";
  }
}
class Plain extends Named<boolean> {
  constructor(
    readonly value: boolean,
    public label: string | undefined,
  ) {
    super();
  }
}

const shapes: Shape[] = [new Square(3), new Circle(4), new Disc(5)];
for (const shape of shapes) {
  shape.grow();
  const { kind, size } = shape;
  console.log(shape.describe(), kind, size, JSON.stringify(shape), Object.keys(shape), shape);
  for (const key in shape) console.log(key);
}
console.log(
  new One().show(),
  new Two().show(),
  new Plain(true, "third").show(),
  JSON.stringify([new One(), new Two(), new Plain(false, "x")]),
);
const shown: { kind: string; size: number }[] = shapes;
for (const one of shown) console.log(one.kind, one.size);
