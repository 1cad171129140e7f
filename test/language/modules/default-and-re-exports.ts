// Default exports of a class, a function and a value; star, renamed and namespace re-exports; type-only imports.

import * as all from "./parts/all.ts";
import { box, type Callback, increment, Shape } from "./parts/all.ts";
import answer from "./parts/answer.ts";
import sayHello, { Tone } from "./parts/greet.ts";
import Base, { square } from "./parts/shapes.ts";

class Triangle extends Base {
  constructor() {
    super(3);
  }
}
const twice: Callback = (n) => n * 2;

console.log(answer, sayHello("you"), Tone.Loud, increment(1), twice(4));
console.log(new Triangle().describe(), new Shape(5).describe(), box === square, box.sides);
console.log(all.greet("all"), all.increment(5), all.square.sides, all.Tone.Quiet, new all.Shape(6).sides, all.answers.default);
console.log(new Triangle() instanceof Shape);
