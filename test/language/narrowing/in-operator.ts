// `in` tells the members of a union of objects apart.

interface Circle {
  radius: number;
}
interface Box {
  width: number;
  height: number;
}
interface Named {
  name(): string;
}

function area(shape: Circle | Box): number {
  if ("radius" in shape) return 3 * shape.radius * shape.radius;
  return shape.width * shape.height;
}

class Label implements Named {
  private readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  name(): string {
    return this.text;
  }
}

class Sized {
  get width(): number {
    return 7;
  }
  height = 2;
}

function describe(thing: Named | Circle | Box): string {
  if ("name" in thing) return `named ${thing.name()}`;
  if (!("width" in thing)) return `circle ${thing.radius}`;
  return `box ${thing.width}x${thing.height}`;
}

console.log(area({ radius: 2 }), area({ width: 3, height: 4 }), area(new Sized()));
console.log(describe(new Label("sign")));
console.log(describe({ radius: 9 }));
console.log(describe(new Sized()));
console.log(describe({ name: () => "literal" }));
const all: (Named | Circle | Box)[] = [{ radius: 1 }, new Label("x"), { width: 1, height: 1 }];
console.log(all.map((one) => ("radius" in one ? "c" : "name" in one ? "n" : "b")).join(""));
