// Classes in generic functions: another class for each choice of types, with what is around it.

function listOf<T>(show: (value: T) => string) {
  class Cell {
    constructor(
      readonly value: T,
      readonly next: Cell | null,
    ) {}
  }
  class List {
    private head: Cell | null = null;
    static lists = 0;
    readonly number = ++List.lists;
    add(value: T): this {
      this.head = new Cell(value, this.head);
      return this;
    }
    *[Symbol.iterator](): Generator<T> {
      for (let cell = this.head; cell !== null; cell = cell.next) yield cell.value;
    }
    map<U>(change: (value: T) => U): U[] {
      return [...this].map(change);
    }
    toString(): string {
      return this.map(show).join(">");
    }
  }
  return { first: new List(), second: new List() };
}
const numbers = listOf((value: number) => value.toFixed(1));
const texts = listOf<string>((value) => value.toUpperCase());
console.log(String(numbers.first.add(1).add(2)), `${texts.first.add("a").add("b").add("c")}`);
console.log(
  numbers.second.number,
  texts.second.number,
  [...numbers.first],
  texts.first.map((text) => text.length),
);

class Holder<T> {
  constructor(readonly value: T) {}
  wrap<U>(other: U): { both(): [T, U] } {
    const own = this.value;
    class Pair {
      both(): [T, U] {
        return [own, other];
      }
    }
    class Swapped extends Pair {
      override both(): [T, U] {
        const [first, second] = super.both();
        return [first, second];
      }
    }
    return new Swapped();
  }
}
console.log(new Holder(1).wrap("x").both(), new Holder("y").wrap([true]).both());
function check<T>(values: T[]): string {
  class Mark {
    constructor(readonly value: T) {}
  }
  const mixed: (Mark | T)[] = values.map((value, index) => (index % 2 === 0 ? new Mark(value) : value));
  return mixed.map((each) => (each instanceof Mark ? `<${each.value}>` : `${each}`)).join(" ");
}
console.log(check([1, 2, 3]), check(["a", "b"]));
