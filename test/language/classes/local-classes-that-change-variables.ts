// Classes made in functions: instances of several runs in one list, captured variables that change, classes in loops and recursion.

interface Step {
  next(): number;
  readonly name: string;
}
function makeStep(start: number, by: () => number): Step {
  let made = 0;
  class Counter implements Step {
    static total = 0;
    #at = start;
    readonly name = `counter ${++made}`;
    next(): number {
      Counter.total += 1;
      start += 100;
      return (this.#at += by());
    }
    twin(): Counter {
      return new Counter();
    }
  }
  const first = new Counter();
  first.next();
  const twin = first.twin();
  return { next: () => twin.next() * 1000 + Counter.total, name: `${twin.name} of ${made}` };
}
let size = 1;
const steps = [makeStep(0, () => size), makeStep(7, () => 2)];
for (const step of steps) console.log(step.name, step.next(), step.next());
size = 50;
console.log(steps.map((step) => step.next()).join(" "));

const shown: (() => string)[] = [];
for (let round = 0; round < 3; round++) {
  const offset = round * 10;
  class Cell {
    constructor(readonly n: number) {}
    show(): string {
      return `${offset}+${this.n}@${round}`;
    }
  }
  const cells = [1, 2].map((n) => new Cell(n));
  shown.push(() => cells.map((cell) => cell.show()).join(","));
  round += 0;
}
console.log(shown.map((show) => show()).join(" | "));

function nested(depth: number): string {
  class Level {
    readonly below: string = depth > 0 ? nested(depth - 1) : "ground";
    toString(): string {
      return `${depth}(${this.below})`;
    }
  }
  return String(new Level());
}
console.log(nested(3));
