// `call`, `apply` and `bind` of functions, methods, and functions of the library.

function add(a: number, b: number, c = 100): number {
  return a + b + c;
}
console.log(add.call(undefined, 1, 2), add.call(null, 1, 2, 3), add.apply(null, [3, 4]));
const addFive = add.bind(undefined, 5);
console.log(addFive(6), addFive(6, 7), [1, 2, 3].map((n) => addFive(n, 0)).join());

class Greeter {
  constructor(private readonly name: string) {}
  greet(word: string, mark = "!"): string {
    return `${word} ${this.name}${mark}`;
  }
  later(): () => string {
    return this.greet.bind(this, "later");
  }
}
class Loud extends Greeter {}
const ann = new Greeter("Ann");
const hello = ann.greet.bind(ann);
console.log(hello("hello"), hello("bye", "?"), ann.later()());
console.log(ann.greet.call(new Greeter("Bob"), "hey"), ann.greet.apply(new Loud("Cy"), ["yo", "."]));
console.log(["p", "q"].map((word) => hello(word)).join());

// Of a virtual method and of an interface: the object's own.
abstract class Shape {
  abstract area(scale: number): number;
}
class Square extends Shape {
  constructor(private readonly side: number) {
    super();
  }
  area(scale: number): number {
    return this.side * this.side * scale;
  }
}
interface Measured {
  area(scale: number): number;
}
const shape: Shape = new Square(3);
const measured: Measured = new Square(2);
const areaOf = shape.area.bind(shape);
console.log(areaOf(2), measured.area.bind(measured)(10), shape.area.call(shape, 1));

const joined = (first: string, ...more: number[]): string => first + more.join("");
console.log(joined.call(null, "a", 1, 2), joined.apply(null, ["b", 3]), joined.bind(null, "c")(4, 5));

const list = [3, 9, 2];
console.log(Math.max.apply(null, list), Math.min.call(null, 4, 2), String.fromCharCode.apply(null, [72, 105]));

const made = [1, 2].map((n) => add.bind(null, n));
console.log(made.map((f) => f(1, 0)).join(), made[0] === made[0], made[0] === made[1]);
