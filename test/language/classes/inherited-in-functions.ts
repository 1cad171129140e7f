// Classes inside a function that derive from each other, with virtual methods, `super` and functions around them.

function shapes(scale: number): string {
  let made = 0;
  const log: string[] = [];
  function note(text: string): void {
    log.push(text);
    made++;
  }
  abstract class Shape {
    constructor(readonly name: string) {
      note(name);
    }
    abstract area(): number;
    show(by = scale): string {
      return `${this.name} ${this.area() * by}`;
    }
  }
  class Square extends Shape {
    constructor(private readonly side: number) {
      super("square");
    }
    area(): number {
      return this.side * this.side * scale;
    }
    clone(): Square {
      return new Square(this.side);
    }
  }
  class Named extends Square {
    extra = made;
    override show(): string {
      return `<${super.show()}>${this.extra}`;
    }
  }
  class Plain extends Named {}
  const list: Shape[] = [new Square(2), new Named(3), new Square(5).clone(), new Plain(1)];
  const kinds = list.map((shape) => (shape instanceof Named ? "named" : shape instanceof Square ? "square" : "other"));
  return `${list.map((shape) => shape.show()).join("; ")} ${kinds.join()} ${log.length}`;
}
console.log(shapes(2));
console.log(shapes(10));
