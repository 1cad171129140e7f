// instanceof narrows unions of classes, also of generic ones, on both sides of the test.

class Some<T> {
  readonly value: T;
  constructor(value: T) {
    this.value = value;
  }
}
class None {
  readonly reason: string;
  constructor(reason: string) {
    this.reason = reason;
  }
}
type Option<T> = Some<T> | None;

function get(option: Option<number>): number {
  return option instanceof Some ? option.value : -1;
}
function why(option: Option<string>): string {
  if (option instanceof None) return option.reason;
  return option.value;
}
class Base {}
class Left extends Base {
  left = 1;
}
class Right extends Base {
  right = 2;
}
function side(base: Base): string {
  if (base instanceof Left) return `left ${base.left}`;
  if (base instanceof Right) return `right ${base.right}`;
  return "base";
}

console.log(get(new Some(4)), get(new None("no")));
console.log(why(new Some("text")), why(new None("empty")));
console.log(side(new Left()), side(new Right()), side(new Base()));
const mixed: (Left | Right | string)[] = [new Left(), "text", new Right()];
console.log(mixed.map((one) => (one instanceof Left ? "L" : one instanceof Right ? "R" : one.toUpperCase())).join());
