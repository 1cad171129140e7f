// `in` finds members of parent classes, accessors and methods too.

class Animal {
  legs = 4;
  speak(): string {
    return "...";
  }
}
class Dog extends Animal {
  breed = "mutt";
  override speak(): string {
    return "woof";
  }
}
class Car {
  wheels = 4;
  get doors(): number {
    return 5;
  }
}

const things: (Animal | Car)[] = [new Animal(), new Dog(), new Car()];
for (const thing of things) {
  console.log("legs" in thing, "speak" in thing, "wheels" in thing, "doors" in thing);
  if ("legs" in thing) console.log(thing.legs, thing.speak());
  else console.log(thing.wheels, thing.doors);
}
const animals: Animal[] = [new Animal(), new Dog()];
console.log(animals.filter((animal) => "breed" in animal).length);
const key = "wheels";
console.log(things.filter((thing) => key in thing).length);

/** Symbols that the language knows are names of members, too. */
class Range {
  *[Symbol.iterator](): Generator<number> {
    yield 1;
  }
}
function kindOf(value: object): string {
  return Symbol.iterator in value ? "to walk over" : "a thing";
}
console.log(kindOf([1]), kindOf({ a: 1 }), kindOf(new Range()), kindOf(new Map([[1, 2]])), Symbol.asyncIterator in new Range());
