// Objects of generic classes behind unknown values: `instanceof` tells the class, and nobody knows the type arguments.

abstract class ValueObject<P extends object> {
  protected constructor(protected readonly props: Readonly<P>) {}
  equals(other: unknown): boolean {
    if (!(other instanceof ValueObject) || other.constructor !== this.constructor) return false;
    return JSON.stringify(this.props) === JSON.stringify(other.props);
  }
}
class Money extends ValueObject<{ cents: number }> {
  static of(cents: number): Money {
    return new Money({ cents });
  }
  get cents(): number {
    return this.props.cents;
  }
}
class Point extends ValueObject<{ x: number; y: number }> {
  static at(x: number, y: number): Point {
    return new Point({ x, y });
  }
}
console.log(
  Money.of(1).equals(Money.of(1)),
  Money.of(1).equals(Money.of(2)),
  Money.of(1).equals(Point.at(1, 2)),
  Money.of(1).equals("1"),
  Point.at(1, 2).equals(Point.at(1, 2)),
);
class Box<T> {
  constructor(
    readonly value: T,
    readonly label = "box",
  ) {}
  map<U>(f: (t: T) => U): Box<U> {
    return new Box(f(this.value));
  }
}
function describe(x: unknown): string {
  if (x instanceof Box) return `${x.label} of ${String(x.value)}`;
  return typeof x;
}
console.log(describe(new Box(1)), describe(new Box("s", "text")), describe(3), describe(new Box(new Box(true)).map((b) => b.value)));
function depth(x: unknown): number {
  return x instanceof Box ? 1 + depth(x.value) : 0;
}
console.log(depth(new Box(new Box(new Box(null)))));
