// A class in a method of the class that it extends: what it keeps of the method's `this` is not its own object.

abstract class Schema {
  abstract check(input: number): number;
  refine(by: number): Schema {
    const inner = this;
    class Refined extends Schema {
      check(input: number): number {
        return inner.check(input) + by;
      }
    }
    return new Refined();
  }
}
class Plain extends Schema {
  check(input: number): number {
    return input;
  }
}

console.log(new Plain().refine(3).check(4), new Plain().refine(3).refine(5).check(4));

// With a type parameter, and as an expression.
abstract class Reader<T> {
  abstract read(input: unknown): T | null;
  where(test: (value: T) => boolean): Reader<T> {
    const inner = this;
    return new (class extends Reader<T> {
      read(input: unknown): T | null {
        const result = inner.read(input);
        return result !== null && test(result) ? result : null;
      }
    })();
  }
}
class Texts extends Reader<string> {
  read(input: unknown): string | null {
    return typeof input === "string" ? input : null;
  }
}
class Numbers extends Reader<number> {
  read(input: unknown): number | null {
    return typeof input === "number" ? input : null;
  }
}
const long = new Texts().where((text) => text.length > 1);
const even = new Numbers().where((n) => n % 2 === 0).where((n) => n > 2);
console.log(long.read("ab"), long.read("a"), long.read(3), even.read(4), even.read(2), even.read(5));
