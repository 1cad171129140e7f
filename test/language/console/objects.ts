// Objects as the console shows them: literals in the order of their properties, nested and deep ones, instances of classes.
interface Point {
  x: number;
  y: number;
  label?: string;
}
const p: Point = { y: 2, x: 1 };
console.log(p, { x: 1, y: 2, label: "here" } as Point);
console.log({ name: "Ann", tags: ["a", "b"], nested: { deep: { deeper: { deepest: 1 } } } });
console.log({ "with-dash": 1, $dollar: 2, _under: 3, "it's": 4 });
console.log({}, [{}], { a: {} }, { a: [] as number[] });
class Animal {
  legs = 4;
  protected kind = "animal";
  #secret = 1;
  constructor(readonly name: string) {}
  get loud(): string {
    return this.name + this.#secret;
  }
}
class Dog extends Animal {
  good = true;
  owner: Animal | null = null;
  nick?: string;
}
class Empty {}
const dog = new Dog("Rex");
console.log(new Animal("Cat"), dog, new Empty(), [new Empty(), new Empty()]);
dog.owner = new Animal("Owner");
const animals: Animal[] = [dog, new Animal("Bird")];
console.log(animals);
console.log({ a: 1, b: "two", c: true, d: null as null, e: undefined });
console.log({ first: "a string of some length", second: "another string of some length", third: "a third" });
const points: Point[] = [{ x: 1, y: 2 }, { x: 3, y: 4, label: "l" }, p];
console.log(points, { points });
console.log({ level1: { level2: { level3: [1, 2, 3] } } }, [[{ a: { b: 1 } }]]);
console.log([dog.name, dog.legs], dog.loud, [1, "mixed", true, null] as (number | string | boolean | null)[]);
class Node2 {
  next: Node2 | null = null;
  constructor(readonly value: number) {}
}
const list = new Node2(1);
list.next = new Node2(2);
list.next.next = new Node2(3);
list.next.next.next = new Node2(4);
console.log(list);
