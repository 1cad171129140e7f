// Functions that make classes for the types they are called with, and what derives from those classes.

function recordOf<T extends object>(defaults: T) {
  return class Row {
    readonly values: T;
    constructor(values: Partial<T>) {
      this.values = { ...defaults, ...values };
    }
    get<K extends keyof T>(key: K): T[K] {
      return this.values[key];
    }
  };
}
const Point = recordOf({ x: 0, y: 0 });
const User = recordOf({ name: "nobody", age: 1 });
const point = new Point({ y: 4 });
const user = new User({ name: "Ann" });
console.log(point.get("x") + point.get("y"), user.get("name"), user.values);

function eventOf<T>(name: string) {
  abstract class Event {
    static readonly label = name;
    constructor(readonly payload: T) {}
    abstract text(): string;
    toString(): string {
      return `${name}: ${this.text()}`;
    }
  }
  return Event;
}
class Moved extends eventOf<{ dx: number }>("moved") {
  text(): string {
    return `by ${this.payload.dx}`;
  }
}
class Renamed extends eventOf<string>("renamed") {
  text(): string {
    return `to ${this.payload}`;
  }
}
const events: { toString(): string }[] = [new Moved({ dx: 3 }), new Renamed("b")];
for (const event of events) console.log(String(event), event instanceof Moved);
console.log(Moved.label, Renamed.label);
