// Continued fractions: terms of a number, fractions that come close, exact fractions with reduced terms.

class Fraction {
  readonly above: number;
  readonly below: number;
  constructor(above: number, below = 1) {
    if (below === 0) throw new RangeError("below is zero");
    const divisor = Fraction.divisor(Math.abs(above), Math.abs(below)) * Math.sign(below);
    this.above = above / divisor;
    this.below = below / divisor;
  }
  static divisor(left: number, right: number): number {
    return right === 0 ? left : Fraction.divisor(right, left % right);
  }
  plus(other: Fraction): Fraction {
    return new Fraction(this.above * other.below + other.above * this.below, this.below * other.below);
  }
  get inverse(): Fraction {
    return new Fraction(this.below, this.above);
  }
  toString(): string {
    return this.below === 1 ? `${this.above}` : `${this.above}/${this.below}`;
  }
}

function terms(value: number, count: number): number[] {
  const found: number[] = [];
  for (let left = value; found.length < count; left = 1 / (left - Math.floor(left))) {
    found.push(Math.floor(left));
    if (left === Math.floor(left)) break;
  }
  return found;
}

const fold = (all: readonly number[]): Fraction =>
  all.slice(0, -1).reduceRight((rest, term) => new Fraction(term).plus(rest.inverse), new Fraction(all[all.length - 1]));

console.log(terms(Math.PI, 5), terms(1.5, 9), terms(-1.25, 9), terms(7, 3), terms((1 + Math.sqrt(5)) / 2, 6));
for (let count = 1; count <= 5; count++) console.log(`${fold(terms(Math.PI, count))}`, `${fold(terms(Math.SQRT2, count))}`);
console.log(`${new Fraction(6, -4)} ${new Fraction(0, 5)} ${new Fraction(1, 3).plus(new Fraction(1, 6))} ${new Fraction(-3, -9)}`);
try {
  console.log(`${new Fraction(0).inverse}`);
} catch (error) {
  console.log(error instanceof RangeError && error.message);
}
