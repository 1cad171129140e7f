// Intersections, type assertions that narrow, non-null assertions, unknown, and index access through literal types.

interface Named {
  name: string;
}
interface Aged {
  age: number;
}
type Person = Named & Aged;

function older(person: Person, by: number): Person {
  return { ...person, age: person.age + by };
}
function show(value: unknown): string {
  if (typeof value === "string") return `text ${value}`;
  if (typeof value === "number") return `number ${value}`;
  if (value === null) return "null";
  if (value === undefined) return "undefined";
  if (value instanceof Error) return `error ${value.message}`;
  return typeof value;
}
class Animal {
  readonly kind: string = "animal";
}
class Dog extends Animal {
  override readonly kind = "dog";
  bark(): string {
    return "woof";
  }
}

const ada = older({ name: "Ada", age: 36 }, 1);
console.log(ada.name, ada.age);
console.log([show("a"), show(1.5), show(null), show(undefined), show(new Error("e")), show(true), show([1])].join("; "));
const animal: Animal = new Dog();
console.log((animal as Dog).bark(), animal.kind);
const found = [1, 2, 3].find((n) => n > 1)!;
const names: string[] | undefined = ["x"];
console.log(found + 1, names![0], (names as readonly string[]).length);
