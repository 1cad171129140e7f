// `in` with a name that is known only when the program runs: fields, optional properties, members of classes, enums, arrays.

const operators = { "+": (a: number, b: number) => a + b, "-": (a: number, b: number) => a - b, "%": (a: number, b: number) => a % b };

function calculate(left: number, operator: string, right: number): number | string {
  if (operator in operators) return operators[operator as keyof typeof operators](left, right);
  return `no operator ${operator}`;
}

for (const operator of ["+", "-", "%", "*"]) console.log(calculate(7, operator, 4));

class Shape {
  name = "shape";
  area(): number {
    return 1;
  }
  get size(): number {
    return 2;
  }
}
class Circle extends Shape {
  radius?: number;
  round(): boolean {
    return true;
  }
}

function has(object: Shape, name: string): boolean {
  return name in object;
}
for (const name of ["name", "area", "size", "radius", "round", "toString", "constructor", "Name", ""])
  console.log(name, has(new Circle(), name), has(new Shape(), name));

interface Options {
  depth?: number;
  name: string;
}
function isGiven(options: Options, name: string): boolean {
  return name in options;
}
console.log(isGiven({ name: "a" }, "depth"), isGiven({ name: "a", depth: 0 }, "depth"), isGiven({ name: "a" }, "name"));
const bare: Options = { name: "b" };
console.log("depth" in bare, "name" in bare);

function describe(value: { a?: number } | { b: string }): string {
  return "a" in value ? `a=${value.a}` : "b" in value ? value.b : "neither";
}
console.log(describe({ a: 1 }), describe({ b: "x" }), describe({}));

enum Level {
  Low,
  High = 5,
}
for (const name of ["Low", "High", "0", "5", "1"]) console.log(name, name in Level);

const list = [1, 2, 3];
for (const index of [0, 2, 3, -1, 1.5, -0]) console.log(index in list);
const codes = { 200: "ok", 404: "missing" };
for (const code of [200, 204, 404]) console.log(code in codes);
