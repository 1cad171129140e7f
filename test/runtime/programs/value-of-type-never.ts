// A value where a type says that there is none, through an assertion.

abstract class Option<T> {
  abstract orElse(other: T): T;
}
class None extends Option<never> {
  orElse(other: never): never {
    return other;
  }
}
const none = new None() as Option<number>;
console.log("before");
console.log(none.orElse(3));
