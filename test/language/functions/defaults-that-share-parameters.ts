// Functions in default values that use parameters which change, or change them.

function after(n: number, read = () => n): number {
  n++;
  return read();
}
console.log(
  after(1),
  after(1, () => 5),
  after(1, undefined),
);
function raised(
  a: number,
  raise = () => {
    a++;
  },
  b = a,
): number {
  raise();
  return a * 100 + b;
}
console.log(
  raised(1),
  raised(1, () => undefined),
  raised(1, undefined, 7),
);
function summed({ a, b }: { a: number; b: number }, sum = () => a + b, label = `${sum()}`): string {
  a = 100;
  return `${label}:${sum()}`;
}
console.log(
  summed({ a: 1, b: 2 }),
  summed({ a: 1, b: 2 }, () => 7),
  summed({ a: 1, b: 2 }, undefined, "x"),
);

class Queue {
  readonly #items: number[] = [];
  constructor(
    private readonly limit: number,
    readonly onFull = () => `full at ${limit}`,
  ) {
    limit += 1;
  }
  add(n: number, then: () => string = () => `added ${n} of ${this.#items.length}`): string {
    if (this.#items.length >= this.limit) return this.onFull();
    this.#items.push(n);
    n *= 10;
    return then();
  }
}
const queue = new Queue(2);
console.log(
  queue.add(1),
  queue.add(2, () => "mine"),
  queue.add(3),
);
function* counted(from: number, next = () => from++): Generator<number> {
  while (next() < 3) yield from;
}
console.log([...counted(0)]);
const held: (n: number, g?: () => number) => number = after;
console.log(
  held(5),
  held(5, () => 1),
  [1, 2].map((n) => after(n)),
);

abstract class Shape {
  abstract area(n: number, side?: () => number): number;
}
class Square extends Shape {
  override area(n: number, side = () => n * n): number {
    n += 1;
    return side();
  }
}
const shapes: Shape[] = [new Square()];
console.log(
  shapes[0].area(2),
  shapes[0].area(2, () => 0),
);
