// A private name belongs to the class that declares it: subclasses have members of their own by the same name.

class Account {
  #balance = 10;
  #log: string[] = ["opened"];
  static #made = 0;
  constructor() {
    Account.#made++;
  }
  add(amount: number): this {
    this.#balance += amount;
    this.#note(`add ${amount}`);
    return this;
  }
  #note(text: string): void {
    this.#log.push(text);
  }
  get #shown(): string {
    return `${this.#balance}`;
  }
  report(): string {
    return `${this.#shown} ${this.#log.join("/")} ${Account.#made}`;
  }
}
class Savings extends Account {
  #balance = 0.5;
  static #made = 100;
  constructor(rate: number) {
    super();
    this.#balance *= rate;
    Savings.#made++;
  }
  #note(text: string): string {
    return `savings ${text}`;
  }
  get #shown(): string {
    return `rate ${this.#balance}`;
  }
  rate(): string {
    return `${this.#note(this.#shown)} ${Savings.#made}`;
  }
}
class Child extends Savings {
  #balance = "none";
  static same(one: Child, other: Child): boolean {
    return one.#balance === other.#balance;
  }
  spend(): string {
    this.#balance += "!";
    const { length } = this.#balance;
    return `${this.#balance}${length}`;
  }
}
const child = new Child(4);
child.add(5);
console.log(child.report(), "-", child.rate(), "-", child.spend());
console.log(new Savings(2).add(1).report(), Child.same(child, new Child(1)), Child.same(child, child));
