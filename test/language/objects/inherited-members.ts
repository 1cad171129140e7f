// What every object inherits: its text by `toString()`, which is no conversion, and whether it has a property of its own by a name.

class Plain {
  a = 1;
  private hidden = 2;

  sum(): number {
    return this.a + this.hidden;
  }
}
class Named extends Plain {
  override toString(): string {
    return "named";
  }
}
class Both {
  toString(): string {
    return "text";
  }
  [Symbol.toPrimitive](): string {
    return "primitive";
  }
}
class Primitive {
  [Symbol.toPrimitive](): string {
    return "primitive";
  }
}
interface Thing {
  a: number;
  b?: number;
}
const thing: Thing = { a: 1 };
const named: Plain = new Named();
console.log(new Plain().toString(), named.toString(), thing.toString(), new Map().toString(), [new Plain(), named].toString());
console.log(new Both().toString(), `${new Both()}`, new Primitive().toString(), `${new Primitive()}`);
const literal = { toString: (): string => "literal", hasOwnProperty: (): boolean => false };
const view: object = literal;
console.log(literal.toString(), view.toString(), literal.hasOwnProperty());
console.log(thing.hasOwnProperty("a"), thing.hasOwnProperty("b"), named.hasOwnProperty("sum"), named.hasOwnProperty("hidden"), named.sum());
for (const name of ["a", "b", "toString"]) console.log(name, thing.hasOwnProperty(name), Object.hasOwn(thing, name));
console.log(" x".trimLeft(), "x ".trimRight().length);
