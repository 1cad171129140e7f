// A value that is one of several classes: made objects of, asked for static members, assigned to, compared.

class Animal {
  static count = 0;
  static readonly sound: string = "...";
  static create(name: string): Animal {
    Animal.count++;
    return new this(name);
  }
  static get plural(): string {
    return `${this.name}s`;
  }
  constructor(readonly name: string) {}
  speak(): string {
    return `${this.name} says ${Animal.sound}`;
  }
}
class Dog extends Animal {
  static override readonly sound: string = "Woof";
  static override create(name: string): Dog {
    return new Dog(`${name} the dog`);
  }
  override speak(): string {
    return `${this.name} barks ${Dog.sound}`;
  }
}
class Cat extends Animal {
  static override get plural(): string {
    return "cats, all of them";
  }
}

function describe(Kind: typeof Animal): string {
  return [Kind.name, Kind.sound, Kind.plural, Kind.create("Rex").speak(), new Kind("Tom").speak()].join(", ");
}
for (const Kind of [Animal, Dog, Cat]) console.log(describe(Kind), Kind === Dog);
console.log(Animal.count, Dog.count);

const pick = (n: number): Animal => {
  const Kind = n > 1 ? Dog : n > 0 ? Cat : Animal;
  return Kind === Dog ? new Kind("picked") : Kind.create("other");
};
console.log([0, 1, 2].map((n) => pick(n).speak()));

let current: typeof Animal = Cat;
const old = current;
current = Dog;
console.log(old === Cat, current === old, current === Dog, current.sound, old.sound);
const byName: Record<"dog" | "cat", typeof Animal> = { dog: Dog, cat: Cat };
console.log(new byName.cat("Kit").speak(), byName.dog.create("Bello").name);
