// `find` and `findLast` with a type guard: what they find is of the type of the guard.

interface Circle {
  readonly kind: "circle";
  readonly radius: number;
}
interface Square {
  readonly kind: "square";
  readonly side: number;
}
type Shape = Circle | Square;
const shapes: Shape[] = [
  { kind: "square", side: 1 },
  { kind: "circle", radius: 2 },
  { kind: "circle", radius: 5 },
];
const isCircle = (shape: Shape): shape is Circle => shape.kind === "circle";
console.log(shapes.find(isCircle)?.radius, shapes.findLast(isCircle)?.radius);
console.log(shapes.find((shape): shape is Square => shape.kind === "square")?.side);
console.log(shapes.find((shape) => shape.kind === "circle" && shape.radius > 9));

const mixed: (string | number | null)[] = [null, "a", 7, "b"];
const text: string | undefined = mixed.find((value) => typeof value === "string");
const number = mixed.findLast((value): value is number => typeof value === "number");
console.log(
  text?.toUpperCase(),
  number === undefined ? "none" : number + 1,
  mixed.find((value) => value === null),
);

class Node {
  constructor(readonly depth: number) {}
}
class Leaf extends Node {
  readonly text = `leaf ${this.depth}`;
}
const nodes: readonly (Node | undefined)[] = [undefined, new Node(1), new Leaf(2), new Leaf(3)];
console.log(nodes.find((node) => node instanceof Leaf)?.text, nodes.findLast((node) => node instanceof Leaf)?.text);
const found = nodes.find((node) => node !== undefined);
console.log(
  found?.depth,
  nodes.slice(0, 1).find((node): node is Leaf => node instanceof Leaf),
);
