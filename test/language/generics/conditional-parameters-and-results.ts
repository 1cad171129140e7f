// Conditional types of a type parameter as parameter and as result.
type Parsed<T extends string | number> = T extends string ? string[] : number;
function parse<T extends string | number>(value: T): Parsed<T> {
  return (typeof value === "string" ? value.split(",") : (value as number) + 1) as Parsed<T>;
}
type Wrapped<T> = T extends unknown[] ? T : T[];
function asList<T>(value: T): Wrapped<T> {
  return (Array.isArray(value) ? value : [value]) as Wrapped<T>;
}
type Unwrapped<T> = T extends { value: infer V } ? V : T;
function unwrap<T extends object>(box: T): Unwrapped<T> {
  return ("value" in box ? box.value : box) as Unwrapped<T>;
}
type NameOf<T> = T extends string ? "string" : T extends number ? "number" : T extends boolean ? "boolean" : "object";
class Cell<T extends string | number | boolean> {
  constructor(readonly value: T) {}
  kind(): NameOf<T> {
    return typeof this.value as NameOf<T>;
  }
}
console.log(parse("a,b").length, parse(4));
console.log(asList(3).length, asList([1, 2]).length, asList("x")[0]);
console.log(unwrap({ value: 5 }) + 1, unwrap({ other: "o" }).other);
const kind: "number" = new Cell(1 as number).kind();
console.log(kind, new Cell("s" as string).kind());
