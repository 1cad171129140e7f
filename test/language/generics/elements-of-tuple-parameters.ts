// V[number] where V is a tuple of literals that a generic function hands on to a class, with and without a declared result.

class OneOf<const V extends readonly string[]> {
  constructor(private readonly values: V) {}

  check(value: unknown): V[number] | undefined {
    return this.values.find((candidate) => candidate === value);
  }

  first(): V[number] | undefined {
    return this.values[0];
  }
}

const oneOf = <const V extends readonly string[]>(...values: V) => new OneOf(values);

function anyOf<const V extends readonly string[]>(values: V): OneOf<V> {
  return new OneOf(values);
}

const mode = oneOf("debug", "release");
const chosen: "debug" | "release" | undefined = mode.check("release");
console.log(chosen, mode.check("x"), mode.first());
console.log(anyOf(["a", "b", "c"]).check("c"), anyOf([]).first());
