// Generic classes with static factories, default type arguments, constraints and methods with type parameters.

interface Comparable<T> {
  compareTo(other: T): number;
}
class Version implements Comparable<Version> {
  readonly major: number;
  constructor(major: number) {
    this.major = major;
  }
  compareTo(other: Version): number {
    return this.major - other.major;
  }
}
class Pair<A, B = A> {
  readonly first: A;
  readonly second: B;
  private constructor(first: A, second: B) {
    this.first = first;
    this.second = second;
  }
  static of<A, B>(first: A, second: B): Pair<A, B> {
    return new Pair(first, second);
  }
  static twice<T>(value: T): Pair<T> {
    return new Pair<T, T>(value, value);
  }
  swap(): Pair<B, A> {
    return Pair.of(this.second, this.first);
  }
  map<C>(change: (a: A, b: B) => C): Pair<C> {
    const made = change(this.first, this.second);
    return Pair.twice(made);
  }
}
function largest<T extends Comparable<T>>(values: readonly T[]): T {
  let best = values[0];
  for (const value of values) if (value.compareTo(best) > 0) best = value;
  return best;
}

const pair = Pair.of("one", 1);
console.log(pair.first, pair.second, pair.swap().first, pair.swap().second);
console.log(pair.map((text, n) => text.length + n).first, Pair.twice(true).second);
console.log(largest([new Version(3), new Version(12), new Version(7)]).major);
const nested = Pair.of(Pair.twice(2), Pair.of("x", [1, 2]));
console.log(nested.first.second, nested.second.second.join());
