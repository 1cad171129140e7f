// `Object.freeze` of a new object whose class lets nobody change it; `Readonly<Class>` is an object of the class.
class Vector {
  static readonly zero = Object.freeze(new Vector(0, 0));
  static readonly unit: Readonly<Vector> = Object.freeze(new Vector(1, 0));
  constructor(
    readonly x: number,
    readonly y: number,
  ) {}
  plus({ x, y }: Readonly<Vector>): Vector {
    return new Vector(this.x + x, this.y + y);
  }
  get length(): number {
    return Math.hypot(this.x, this.y);
  }
}
function total(vectors: readonly Readonly<Vector>[]): Vector {
  return vectors.reduce<Vector>((sum, one) => sum.plus(one), Vector.zero);
}
console.log(Vector.zero, Vector.unit.length, total([Vector.unit, new Vector(2, 4)]));
const frozen = Object.freeze(new Vector(3, 4));
const same: Vector = frozen;
console.log(frozen.length, same === frozen, frozen instanceof Vector, total([]) === Vector.zero);

// A constructor may freeze what it has made.
class Money {
  readonly cents: number;
  readonly currency: string;
  constructor(cents: number, currency = "EUR") {
    this.cents = Math.round(cents);
    this.currency = currency;
    Object.freeze(this);
  }
  plus(other: Money): Money {
    return new Money(this.cents + other.cents, this.currency);
  }
}
console.log(new Money(10.4).plus(new Money(5, "USD")), new Money(1).plus(new Money(2)).cents);
