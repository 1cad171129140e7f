// Lists of subclasses where lists of the class above are wanted: what is added as the wider type is there, and no harm is done by reading.

class Animal {
  constructor(readonly name: string) {}
  sound(): string {
    return "...";
  }
}
class Dog extends Animal {
  readonly tricks = ["sit"];
  override sound(): string {
    return `woof ${this.tricks.length}`;
  }
}
class Cat extends Animal {
  readonly lives = 9;
}
interface Named {
  name: string;
}
interface Pet extends Named {
  age: number;
}

const dogs: Dog[] = [new Dog("Rex")];
const animals: Animal[] = dogs;
console.log(animals.map((animal) => `${animal.name} ${animal.sound()}`).join());
animals.push(new Dog("Fido"));
console.log(dogs.map((dog) => dog.tricks.join()).join(), dogs[1].name, animals === dogs);
for (const dog of dogs) console.log(dog.sound());
animals[1] = new Cat("Tom");
console.log(animals[1].name, animals.length, dogs.length, animals[1] instanceof Cat);
animals.pop();
console.log(dogs.map((dog) => dog.name).join());

const pets: Pet[] = [{ name: "Kit", age: 1 }];
const named: Named[] = pets;
named.push({ name: "nobody" });
console.log(named.map(({ name }) => name).join(), pets[0].age + 1, pets[1].name);
const texts: string[] = ["a"];
const mixed: (string | { deep: number })[] = texts;
mixed.push("b");
console.log(texts.join(""), texts[1].toUpperCase());
