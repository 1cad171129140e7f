// Members that hide those of a class above are written with `override` or without: `tsc --strict` asks for none.

class Animal {
  legs = 4;
  name = "animal";
  describe(): string {
    return `${this.name} with ${this.legs} legs`;
  }
  get size(): number {
    return 1;
  }
  toString(): string {
    return "Animal";
  }
  static make(): Animal {
    return new this();
  }
}
class Bird extends Animal {
  legs = 2;
  describe(): string {
    return `bird: ${super.describe()}`;
  }
  get size(): number {
    return 0.1;
  }
  toString(): string {
    return "Bird";
  }
  static make(): Bird {
    return new Bird();
  }
}
for (const animal of [new Animal(), new Bird(), Animal.make(), Bird.make()]) console.log(animal.describe(), animal.size, `${animal}`);

class HttpError extends Error {
  name = "HttpError";
  constructor(
    message: string,
    readonly code = 500,
  ) {
    super(message);
  }
  toString(): string {
    return `${this.name} ${this.code}: ${this.message}`;
  }
}
console.log(new HttpError("broken").name, `${new HttpError("gone", 410)}`);

abstract class Shape {
  kind = "shape";
  constructor(protected readonly id: string) {}
  abstract area(): number;
}
class Square extends Shape {
  kind = "square";
  constructor(
    readonly side: number,
    protected readonly id: string,
  ) {
    super(id);
  }
  area(): number {
    return this.side ** 2;
  }
  label(): string {
    return `${this.kind} ${this.id}`;
  }
}
console.log(new Square(2, "a").area(), new Square(3, "b").label());
