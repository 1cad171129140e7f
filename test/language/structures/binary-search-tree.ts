// Binary search tree: insertion, removal with two children, order by a generator, heights, a comparison from outside.

interface Node<T> {
  value: T;
  left: Node<T> | null;
  right: Node<T> | null;
}

class Tree<T> {
  private root: Node<T> | null = null;
  private readonly compare: (left: T, right: T) => number;

  constructor(compare: (left: T, right: T) => number) {
    this.compare = compare;
  }

  add(value: T): this {
    this.root = this.added(this.root, value);
    return this;
  }

  remove(value: T): this {
    this.root = this.removed(this.root, value);
    return this;
  }

  values(): T[] {
    return [...walk(this.root)];
  }

  height(node: Node<T> | null = this.root): number {
    return node === null
      ? 0
      : 1 + Math.max(node.left === null ? 0 : this.height(node.left), node.right === null ? 0 : this.height(node.right));
  }

  private added(node: Node<T> | null, value: T): Node<T> {
    if (node === null) return { value, left: null, right: null };
    const order = this.compare(value, node.value);
    if (order < 0) node.left = this.added(node.left, value);
    else if (order > 0) node.right = this.added(node.right, value);
    return node;
  }

  private removed(node: Node<T> | null, value: T): Node<T> | null {
    if (node === null) return null;
    const order = this.compare(value, node.value);
    if (order < 0) node.left = this.removed(node.left, value);
    else if (order > 0) node.right = this.removed(node.right, value);
    else if (node.left === null) return node.right;
    else if (node.right === null) return node.left;
    else {
      let least = node.right;
      while (least.left !== null) least = least.left;
      node.value = least.value;
      node.right = this.removed(node.right, least.value);
    }
    return node;
  }
}

function* walk<T>(node: Node<T> | null): Generator<T, void, undefined> {
  if (node === null) return;
  yield* walk(node.left);
  yield node.value;
  yield* walk(node.right);
}

const numbers = new Tree<number>((left, right) => left - right);
for (const value of [50, 30, 70, 20, 40, 60, 80, 30, 65]) numbers.add(value);
console.log(numbers.values().join(" "), numbers.height());
console.log(numbers.remove(50).remove(20).remove(99).values().join(" "), numbers.height());
const words = new Tree<string>((left, right) => left.length - right.length || (left < right ? -1 : left > right ? 1 : 0));
console.log(words.add("pear").add("fig").add("apple").add("kiwi").add("").remove("fig").values(), words.height());
