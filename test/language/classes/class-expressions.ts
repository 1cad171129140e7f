// Classes as expressions: anonymous, named, in constants, made where they are used.

const Point = class {
  readonly x: number;
  readonly y: number;
  constructor(x: number, y: number) {
    this.x = x;
    this.y = y;
  }
  length(): number {
    return Math.sqrt(this.x ** 2 + this.y ** 2);
  }
};
const Tree = class Node {
  readonly value: number;
  left: Node | null = null;
  constructor(value: number) {
    this.value = value;
  }
  grow(value: number): Node {
    this.left = new Node(value);
    return this.left;
  }
  static made = 7;
};
class Base {
  name(): string {
    return "base";
  }
}
const Derived = class extends Base {
  override name(): string {
    return `derived ${super.name()}`;
  }
};

console.log(new Point(3, 4).length(), new Point(0, 2).y);
const root = new Tree(1);
root.grow(2).grow(3);
console.log(root.left?.value, root.left?.left?.value, Tree.made);
Tree.made++;
console.log(Tree.made, new Derived().name(), new Derived() instanceof Base);
function count(): number {
  const Local = class {
    total = 0;
    add(n: number): this {
      this.total += n;
      return this;
    }
  };
  return new Local().add(2).add(3).total;
}
console.log(count(), count());
