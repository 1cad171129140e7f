// Interfaces with the name of a class: what they declare are properties of its objects, once they are assigned.

interface Widget {
  title: string;
  size?: number;
  onClick?: (at: number) => string;
}
class Widget {
  constructor(readonly id: string) {
    this.title = `<${id}>`;
  }
  show(): string {
    return `${this.title} ${this.size ?? "-"} ${this.onClick?.(1) ?? "no handler"}`;
  }
}
interface Widget {
  parent?: string;
  draw?(): string;
}
class Button extends Widget {
  override title = "button";
  override draw(): string {
    return `[${this.title}]`;
  }
}

const plain = new Widget("a");
console.log(plain, plain.show(), "size" in plain, Object.keys(plain));
plain.size = 3;
plain.onClick = (at) => `clicked ${at}`;
console.log(plain.show(), plain.draw?.(), "size" in plain, plain.parent);
const button: Widget = new Button("b");
console.log(button.draw?.(), button.show(), JSON.stringify(button));

interface Box<T> {
  label?: string;
  extra: T[];
}
class Box<T> {
  constructor(readonly value: T) {
    this.extra = [value];
  }
  last(): T | undefined {
    return this.extra.at(-1);
  }
}
const box = new Box(3);
box.extra.push(4);
console.log(box.last(), box);
box.label = "box";
console.log(new Box("x").last(), box, Object.entries(box).length);

class Early {
  declare note?: string;
  declare readonly level: number | undefined;
  kind = "early";
}
const early = new Early();
console.log(early, "note" in early, JSON.stringify(early));
early.note = "now";
console.log(Object.keys(early).length, early.note, early.level);
