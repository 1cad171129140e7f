// Class fields: initialisers, constructor parameters, methods, static members, accessors, private fields.

class Counter {
  static made = 0;
  private readonly step: number;
  #count = 10;
  name: string;

  constructor(name: string, step = 2) {
    this.name = name;
    this.step = step;
    Counter.made++;
  }
  static create(name: string): Counter {
    return new Counter(name);
  }
  next(): number {
    this.#count += this.step;
    return this.#count;
  }
  get count(): number {
    return this.#count;
  }
  set count(value: number) {
    this.#count = value < 0 ? 0 : value;
  }
}
const first = new Counter("first", 5);
const second = Counter.create("second");
console.log(first.next(), first.next(), second.next(), Counter.made);
first.count = -4;
second.count += 100;
console.log(first.count, second.count, first.name, second.name);
