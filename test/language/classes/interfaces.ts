// Interfaces: structural typing, methods and fields through an interface, classes that never name it.

interface Named {
  readonly name: string;
  greet(other: string): string;
}
class Person {
  constructor(
    public name: string,
    public age: number,
  ) {}
  greet(other: string): string {
    return `${this.name} greets ${other}`;
  }
}
class Robot {
  serial = 7;
  get name(): string {
    return `robot ${this.serial}`;
  }
  greet(other: string): string {
    return `${this.name} beeps at ${other}`;
  }
}
function introduce(first: Named, second: Named): string {
  return first.greet(second.name);
}
const ann = new Person("Ann", 30);
const robot = new Robot();
console.log(introduce(ann, robot), introduce(robot, ann));
const all: Named[] = [ann, robot];
for (const each of all) console.log(each.name);
