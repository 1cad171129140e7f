// The order of field initialisers, parameter properties, constructors and super calls, and overridden methods called early.

const order: string[] = [];
function note<T>(name: string, value: T): T {
  order.push(name);
  return value;
}
class Base {
  first = note("base field", 1);
  constructor(readonly given = note("base default", 2)) {
    order.push("base body");
    this.report();
  }
  report(): void {
    order.push("base report");
  }
}
class Derived extends Base {
  second = note("derived field", 3);
  label: string;
  constructor() {
    order.push("before super");
    super(note("argument", 4));
    order.push("derived body");
    this.label = "set";
  }
  override report(): void {
    order.push("derived report");
  }
}
class Plain extends Derived {
  third = note("plain field", this.second + 1);
}
const plain = new Plain();
console.log(order.join("; "));
console.log(plain.first, plain.given, plain.second, plain.third, plain.label);
