// Overriding methods with other defaults, more optional parameters, and wider parameter types.

class Shape {
  scale(factor: number, origin = 1): string {
    return `shape ${factor} ${origin}`;
  }
  label(prefix?: string): string {
    return `${prefix ?? "-"}shape`;
  }
  sum(...values: number[]): number {
    return values.length;
  }
}
class Circle extends Shape {
  override scale(factor: number, origin = 10, extra = "none"): string {
    return `circle ${factor} ${origin} ${extra}`;
  }
  override label(prefix: string | number = 0): string {
    return `${prefix}circle`;
  }
  override sum(...values: number[]): number {
    return values.reduce((a, b) => a + b, 0);
  }
}
class Dot extends Circle {
  override scale(): string {
    return "dot";
  }
}

const shapes: Shape[] = [new Shape(), new Circle(), new Dot()];
for (const shape of shapes) {
  console.log(shape.scale(2), shape.scale(2, 3), shape.scale(2, undefined));
  console.log(shape.label(), shape.label("p"), shape.sum(), shape.sum(4, 5, 6));
}
const circle = new Circle();
console.log(circle.scale(1, 2, "more"), circle.label(7), circle.label());
const circles: Circle[] = [circle, new Dot()];
console.log(circles.map((one) => one.scale(5, 6, "x")).join("; "));
