// Functions in fields without a declared type use `this`: the type is found before there is an object.

class Scale {
  by = 3;
  // The object is not in it: nothing refers to itself.
  readonly make = (): ((x: number) => number) => {
    const { by } = this;
    return (x) => x * by;
  };
  clear(): void {
    this.by = 0;
  }
}
// Leaks: an object and its bound function hold each other.
const scale = new Scale();
const times = scale.make();
scale.clear();
console.log(times(4), scale.make()(4), scale.by);
