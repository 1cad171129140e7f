// Casts in angle brackets mean what `as` means; what is unknown is tested.

interface Named {
  name: string;
}
class Animal {
  constructor(readonly name: string) {}
}
class Dog extends Animal {
  bark(): string {
    return `${this.name}!`;
  }
}
const pet: Animal = new Dog("Rex");
console.log((<Dog>pet).bark(), (<Named>pet).name);

const values: unknown[] = [1, "text", true, new Dog("Bo"), { name: "plain" }];
console.log(<number>values[0] + 1, (<string>values[1]).length, !(<boolean>values[2]));
console.log((values[3] as Dog).bark(), (values[4] as Named).name, (values[3] as Named).name);
const either = values[1] as string | number;
console.log(typeof either === "string" ? either.toUpperCase() : either * 2);
console.log((<const>["a", "b"])[1]);
