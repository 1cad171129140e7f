// Static members are found through the parent class; `this` in them is the class, and `super` the parent's members.

class Counter {
  static count = 10;
  static readonly label: string = "counter";
  static next(): number {
    return ++Counter.count;
  }
  static describe(): string {
    return `${this.label}:${this.count}`;
  }
  static get double(): number {
    return this.count * 2;
  }
  static set double(value: number) {
    Counter.count = value / 2;
  }
}
class Special extends Counter {
  static extra = 1;
  static override next(): number {
    return super.next() + 100;
  }
  static both(): string {
    return `${Special.count} ${Special.extra} ${Special.double}`;
  }
}

console.log(Counter.next(), Special.next(), Special.count, Counter.count);
console.log(Counter.describe(), Special.both(), Special.label);
Counter.double = 50;
console.log(Counter.count, Special.double);
Counter.double += 10;
console.log(Counter.count);
Counter.count += 5;
console.log(Special.count, Special.extra++, Special.extra);

class Registry {
  static readonly names: string[] = [];
  static {
    Registry.names.push("first");
    this.names.push("second");
  }
  static #secret = 3;
  static reveal(): number {
    return Registry.#secret * 2;
  }
}
console.log(Registry.names.join(), Registry.reveal());
