// Objects made by literals: methods and accessors with `this`, optional methods, rest and spread of members, static blocks.

const point = {
  x: 1,
  y: 2,
  sum() {
    return this.x + this.y;
  },
  get product() {
    return this.x * this.y;
  },
};
console.log(point.sum(), point.product);
point.x = 5;
console.log(point.sum(), point.product);
const { a, ...rest } = { a: 1, b: 2, c: "q" };
console.log(a, rest.b, rest.c);
class S {
  static count = 0;
  static {
    S.count = 7;
  }
}
console.log(S.count);
interface Animal {
  readonly name: string;
  speak?(): string;
}
const dog: Animal = { name: "rex", speak: () => "woof" };
console.log(dog.name, dog.speak?.());
const cat: Animal = { name: "tom" };
console.log(cat.speak?.() ?? "silent");
