// The class of an object as a value: to make another of the same class, and to know what it is.

class Vector {
  constructor(
    readonly x: number,
    readonly y: number,
  ) {}
  moved(by: number): Vector {
    const Kind = this.constructor as typeof Vector;
    return new Kind(this.x + by, this.y + by);
  }
  isLike(other: Vector): boolean {
    return this.constructor === other.constructor && this.x === other.x;
  }
  get kind(): string {
    return this.constructor.name;
  }
}
class Named extends Vector {
  static readonly prefix: string = "named";
  get label(): string {
    return `${(this.constructor as typeof Named).prefix}(${this.x},${this.y})`;
  }
}
class Loud extends Named {
  static override readonly prefix: string = "LOUD";
}

const [vector, named, loud] = [new Vector(1, 2), new Named(1, 2), new Loud(5, 6)];
console.log(vector.moved(1), named.moved(1), loud.moved(1));
console.log(vector.isLike(new Vector(1, 9)), vector.isLike(named), named.isLike(new Named(1, 0)), named.isLike(loud));
console.log(vector.kind, loud.kind, named.label, loud.label, loud.moved(2) instanceof Loud);
const classes: Function[] = [vector, named, loud].map((each) => each.constructor);
console.log(classes.indexOf(Named), classes.includes(Loud), classes[0] === Vector, classes[1] === classes[2]);
const counts = new Map<Function, number>();
for (const each of [vector, named, named, loud, vector.moved(3)]) counts.set(each.constructor, (counts.get(each.constructor) ?? 0) + 1);
for (const [kind, count] of counts) console.log(kind.name, count);
console.log(counts.get(Vector), counts.get(Loud), counts.has(Error));
