// Binary trees: many small objects, made and forgotten.

class Tree {
  constructor(
    readonly left: Tree | null,
    readonly right: Tree | null,
  ) {}
  count(): number {
    return 1 + (this.left === null ? 0 : this.left.count()) + (this.right === null ? 0 : this.right.count());
  }
}
function build(depth: number): Tree {
  return depth === 0 ? new Tree(null, null) : new Tree(build(depth - 1), build(depth - 1));
}
let total = 0;
for (let i = 0; i < 50; i++) total += build(8).count();
console.log(total, build(12).count());
