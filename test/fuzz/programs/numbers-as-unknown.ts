// Numbers and booleans where `unknown` is wanted: they were passed as they are, not as objects.

function describe(value: unknown): string {
  return typeof value === "number" ? `number ${value + 1}` : typeof value;
}
console.log(describe(1), describe(0.5), describe("a"), describe(true), describe([1]));
