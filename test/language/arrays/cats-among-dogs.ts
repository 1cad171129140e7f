// A list of dogs that got a cat as a list of animals: taking the cat for a dog panics, and never reads a cat's memory as a dog's.
// Exits: 70

class Animal {
  name = "animal";
}
class Dog extends Animal {
  readonly tricks = ["sit", "roll"];
}
class Cat extends Animal {
  lives = 9;
}

const dogs: Dog[] = [new Dog()];
function adopt(list: Animal[]): void {
  list.push(new Cat());
}
adopt(dogs);
console.log(dogs.length, dogs[0].tricks.join());
for (const dog of dogs) console.log(dog.tricks.length);
