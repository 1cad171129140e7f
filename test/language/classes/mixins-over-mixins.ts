// Mixins that are applied to what other mixins made, twice, and inside other mixins: each application makes a class of its own.

type Constructor<T = {}> = new (...args: any[]) => T;

class Base {
  trail(): string[] {
    return ["base"];
  }
}
function Left<T extends Constructor<Base>>(Parent: T) {
  return class Left extends Parent {
    left = "l";
    override trail(): string[] {
      return [...super.trail(), `left of ${this.left}`];
    }
  };
}
const Right = <T extends Constructor<Base>>(Parent: T) =>
  class Right extends Parent {
    right = 1;
    override trail(): string[] {
      this.right++;
      return [...super.trail(), `right ${this.right}`];
    }
  };
const Both = <T extends Constructor<Base>>(Parent: T) => Right(Left(Parent));

class One extends Left(Right(Base)) {}
class Other extends Both(Base) {
  override left = "other";
}
class Twice extends Left(Left(Right(Right(Base)))) {}

console.log(new One().trail().join(", "));
console.log(new Other().trail().join(", "));
console.log(new Twice().trail().join(", "));
class Below extends Other {
  override trail(): string[] {
    return super.trail().reverse();
  }
}
const all: Base[] = [new Base(), new One(), new Other(), new Twice(), new Below()];
console.log(all.map((each) => each.trail().length).join(" "));
console.log(all.map((each) => `${each instanceof Base} ${each instanceof One} ${each instanceof Other}`).join(", "));
