// `new.target`: which class is made, as seen by the constructors above it.

class Base {
  readonly kind: string;
  constructor() {
    this.kind = new.target.name;
    if (new.target === Base) console.log("a base itself");
  }
}
class Middle extends Base {
  size = 1;
}
class Deep extends Middle {
  constructor() {
    super();
    const isOwn = (): boolean => new.target === Deep;
    console.log(isOwn(), new.target !== Deep, new.target.name);
  }
}
class Deeper extends Deep {}
console.log(new Base().kind, new Middle().kind, new Deep().kind, new Deeper().kind);

// Only for classes below: an abstract class before the keyword was.
class Shape {
  constructor() {
    if (new.target === Shape) throw new TypeError("a shape of no kind");
  }
}
class Circle extends Shape {}
console.log(new Circle() instanceof Shape);
try {
  new Shape();
} catch (error) {
  console.log(error instanceof TypeError ? error.message : "?");
}

// Of generic classes, of anonymous ones, and where nothing is made.
class Holder<T> {
  constructor(readonly held: T) {
    console.log(new.target === Holder, new.target.name, held);
  }
}
class TextHolder extends Holder<string> {}
new Holder(1);
new Holder("a");
new TextHolder("b");
const Anonymous = class {
  constructor() {
    console.log(new.target.name, new.target === undefined);
  }
};
new Anonymous();
function called(): boolean {
  const inside = (): boolean => new.target === undefined;
  return inside() && new.target === undefined;
}
console.log(called());
