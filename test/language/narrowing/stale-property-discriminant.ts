// A property that a call changes after its kind was tested: reading what the old kind had panics, and never reads the new object's memory.
// Exits: 70

interface Circle {
  readonly kind: "circle";
  readonly radius: number;
}
interface Label {
  readonly kind: "label";
  readonly text: string;
}

class Canvas {
  #current: Circle | Label = { kind: "circle", radius: 2 };

  replace(by: Circle | Label): void {
    this.#current = by;
  }

  show(between: () => void): string {
    if (this.#current.kind === "circle") {
      between();
      return `circle of ${this.#current.radius}`;
    }
    between();
    return `label ${this.#current.text}`;
  }
}

const canvas = new Canvas();
console.log(canvas.show(() => undefined));
console.log(canvas.show(() => canvas.replace({ kind: "circle", radius: 5 })));
canvas.replace({ kind: "label", text: "north" });
console.log(canvas.show(() => canvas.replace({ kind: "label", text: "south" })));
console.log(canvas.show(() => canvas.replace({ kind: "circle", radius: 7 })));
