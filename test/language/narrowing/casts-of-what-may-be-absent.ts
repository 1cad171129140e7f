// Assertions that what a lookup gives, if it gives anything, is of a class below: only what is there is tested.

class Part {
  constructor(readonly name: string) {}
}
class Wheel extends Part {
  readonly radius = 3;
}
class Seat extends Part {
  constructor(readonly width: number) {
    super("seat");
  }
}
type Kind<T extends Part> = new (...args: never[]) => T;

class Car {
  private readonly parts = new Map<Kind<Part>, Part>();
  put<T extends Part>(kind: Kind<T>, part: T): this {
    this.parts.set(kind, part);
    return this;
  }
  get<T extends Part>(kind: Kind<T>): T | undefined {
    return this.parts.get(kind) as T | undefined;
  }
}
const car = new Car().put(Wheel, new Wheel("front"));
console.log(car.get(Wheel)?.radius, car.get(Seat)?.width, car.get(Part)?.name);

const list: (Part | null)[] = [new Seat(4), null, new Wheel("back")];
const first = list[0] as Seat | null;
const second = list[1] as Wheel | null;
console.log(first?.width, second?.radius ?? "none", (list[2] as Wheel | null | undefined)?.radius);
const found: Part | undefined = list.find((part): part is Part => part?.name === "seat");
const seat = found as Seat | undefined;
console.log(seat === undefined ? "none" : seat.width, (list.at(9) as Seat | null | undefined)?.width);
function lookUp(name: string): Part {
  return name === "seat" ? new Seat(7) : new Part(name);
}
const sure = lookUp("seat") as Seat | undefined;
console.log(sure?.width);
function valueOf(name: string): string | number | null | undefined {
  return name === "n" ? 4 : name === "t" ? "text" : name === "z" ? null : undefined;
}
const four = valueOf("n") as number | null;
const word = valueOf("t") as string | undefined;
const zero = valueOf("z") as number | null;
console.log((four ?? 0) + 1, word?.length, zero, valueOf("x") as string | undefined);
