// Methods that take less than their interface says, which TypeScript allows, and results that an assertion promises more of.

interface Handler {
  handle(x: string | number): string;
}
class Upper implements Handler {
  handle(x: string): string {
    return x.toUpperCase();
  }
}
class Fixed implements Handler {
  handle(x: number): string {
    return x.toFixed(2);
  }
}
const literal: Handler = {
  handle(x: string) {
    return x + x;
  },
};
const list: Handler[] = [new Upper(), new Fixed()];
console.log(list[0].handle("x"), list[1].handle(2), literal.handle("o"));

class Animal {
  name = "animal";
}
class Dog extends Animal {
  bark(): string {
    return "woof";
  }
}
interface Keeper {
  keep(animal: Animal): string;
}
class DogKeeper implements Keeper {
  keep(dog: Dog): string {
    return dog.bark();
  }
}
const keeper: Keeper = new DogKeeper();
console.log(keeper.keep(new Dog()));

interface Equatable {
  equals(other: unknown): boolean;
}
class Point implements Equatable {
  constructor(readonly x: number) {}
  equals(other: Point): boolean {
    return other.x === this.x;
  }
}
const point: Equatable = new Point(2);
console.log(point.equals(new Point(2)), point.equals(new Point(3)));

interface Read<T> {
  readonly value: T;
  peek(): T;
}
class Cell<T> {
  #value: T;
  constructor(value: T) {
    this.#value = value;
  }
  get value(): T {
    return this.#value;
  }
  set value(value: T) {
    this.#value = value;
  }
  peek(): T {
    return this.#value;
  }
}
function computed<T>(compute: () => T): Read<T> {
  const cell = new Cell<T | undefined>(undefined);
  cell.value = compute();
  return cell as Read<T>;
}
const [four, text] = [computed(() => 4), computed(() => "x")];
console.log(four.value, four.peek() * 2, text.value + text.peek());

class Field<T> {
  constructor(public value: T) {}
  peek(): T {
    return this.value;
  }
}
const five = new Field<number | string | null>(5) as Read<number>;
console.log(five.value + 1, five.peek());
