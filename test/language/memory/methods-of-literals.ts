// Literals of an interface whose methods look at their object, held by others that let it go.
interface Stack {
  items: number[];
  push(value: number): Stack;
  total(): number;
}
function stackOf(...items: number[]): Stack {
  return {
    items,
    push(value) {
      this.items.push(value);
      return this;
    },
    total() {
      return this.items.reduce((sum, item) => sum + item, 0);
    },
  };
}
console.log(stackOf(1, 2).push(3).push(4).total());
const nested = {
  level: 1,
  inner: {
    level: 2,
    get text() {
      return `inner ${this.level}`;
    },
    up() {
      this.level++;
      return this;
    },
  },
  both() {
    return `${this.level} ${this.inner.up().text}`;
  },
};
console.log(nested.both(), nested.both());
const { inner } = nested;
console.log(inner.up().up().text);
