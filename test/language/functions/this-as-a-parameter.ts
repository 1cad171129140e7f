// A function says what its `this` is, and is given it by call, apply, bind or the object it is a member of.

interface Point {
  x: number;
  y: number;
}
function length(this: Point, scale: number, extra = 1): number {
  return Math.hypot(this.x, this.y) * scale + extra;
}
const p: Point = { x: 3, y: 4 };
console.log(length.call(p, 2), length.apply(p, [2]), length.call({ x: 6, y: 8 }, 1, 0));
const bound = length.bind(p);
const whole = length.bind(p, 10, 5);
p.x = 0;
console.log(bound(1), whole());

// As a member of objects: `this` is the object it is called on.
class Vector implements Point {
  length = length;
  x: number;
  y: number;
  constructor(x: number, y: number) {
    this.x = x;
    this.y = y;
  }
}
const made = {
  x: 5,
  y: 12,
  length,
  sum: function (this: Point): number {
    return (() => this.x + this.y)();
  },
};
console.log(new Vector(8, 15).length(1), made.length(2), made.sum(), made.sum.call({ x: 1, y: 2 }));

// Primitives, unknown, and what may be left out.
function plus(this: number, by: number): number {
  return this + by;
}
console.log(plus.call(4, 5), plus.bind(1)(2), [1, 2].map((n) => plus.call(n, n)).join());
function isNothing(this: unknown): boolean {
  return this === undefined;
}
console.log(isNothing(), isNothing.call(0), isNothing.call(undefined), isNothing.call(p));
function where(this: Point | void): string {
  return this ? `at ${this.x}` : "nowhere";
}
console.log(where(), where.call(p), where.call(undefined));
const asValue: () => string = where;
console.log(asValue());

// Of type void there is none.
function half(this: void, n: number): number {
  return n / 2;
}
console.log(half(3), [2, 4].map(half).join());

// Methods that say their object has other type arguments than it was made with.
class Attempt<T> {
  constructor(
    private readonly work: T,
    readonly name = "attempt",
  ) {}
  outcome(this: Attempt<() => unknown>, text = "none"): string {
    try {
      return `${this.name} ${this.work()} ${text}`;
    } catch (error) {
      return `${this.name} ${error} ${text}`;
    }
  }
}
const attempt = <T>(work: T): Attempt<T> => new Attempt(work);
const failing = (): never => {
  throw new RangeError("bad");
};
console.log(attempt(() => 1.5).outcome(), attempt(failing).outcome("x"), attempt(() => ["a"]).outcome());
