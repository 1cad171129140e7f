// Getters and chains: accessors that compute, methods that return this, static counters, toString in templates.

class Vector {
  static count = 0;
  constructor(
    readonly x: number,
    readonly y: number,
  ) {
    Vector.count++;
  }
  get length(): number {
    return Math.sqrt(this.x * this.x + this.y * this.y);
  }
  plus(other: Vector): Vector {
    return new Vector(this.x + other.x, this.y + other.y);
  }
  scaled(by: number): Vector {
    return new Vector(this.x * by, this.y * by);
  }
  toString(): string {
    return `(${this.x}, ${this.y})`;
  }
}
const sum = new Vector(1, 2).plus(new Vector(2, 2)).scaled(2).plus(new Vector(0, 0));
console.log(sum.toString(), sum.length, Vector.count);
class Builder {
  private text = "";
  add(part: string): this {
    this.text += part;
    return this;
  }
  line(): this {
    return this.add(";");
  }
  done(): string {
    return this.text;
  }
}
console.log(new Builder().add("a").line().add("b").add("c").line().done());
console.log(`${sum}`, "v" + sum);
