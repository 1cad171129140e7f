// Classes that each run of a function makes anew, as values: each run's class is one of its own, with its own static members.

function counterClass(start: number) {
  return class Counter {
    static made = start;
    readonly id: number;
    constructor() {
      this.id = Counter.made++;
    }
    same(): Counter {
      return new (this.constructor as typeof Counter)();
    }
  };
}
const A = counterClass(0);
const B = counterClass(100);
const list: (new () => { readonly id: number })[] = [A, B, A];
console.log(list.map((kind) => new kind().id));
console.log(list[0] === list[2], list[0] === list[1], A === (B as unknown), A.made, B.made);
const b = new B();
console.log(b instanceof A, b instanceof B, b.same().id, b.constructor === B, b.constructor === A);
const known = new Map<Function, string>([
  [A, "first"],
  [B, "second"],
]);
console.log(known.get(b.constructor), known.get(A), known.size);

function layered(name: string): string[] {
  class Base {
    hello(): string {
      return `${name} from ${this.constructor.name}`;
    }
  }
  class Derived extends Base {}
  const kinds: (typeof Base)[] = [Base, Derived];
  return kinds.map((Kind) => new Kind().hello());
}
console.log(layered("hi"), layered("ho"));
