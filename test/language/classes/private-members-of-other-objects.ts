// Private methods, accessors and statics, used by other objects of the class, with compound assignments.

class Account {
  static #opened = 0;
  static #check(amount: number): number {
    if (!(amount >= 0)) throw new RangeError(`bad amount ${amount}`);
    return amount;
  }
  readonly id = ++Account.#opened;
  #balance = 0;
  #history: string[] = [];
  get #cents(): number {
    return Math.round(this.#balance * 100);
  }
  set #cents(n: number) {
    this.#balance = n / 100;
    this.#log(`=${n}`);
  }
  #log(text: string): this {
    this.#history.push(text);
    return this;
  }
  deposit(amount: number): this {
    this.#cents += Account.#check(amount) * 100;
    return this;
  }
  moveTo(other: Account, amount: number): this {
    this.#balance -= amount;
    other.#balance += amount;
    other.#log(`from ${this.id}`);
    return this.#log(`to ${other.id}`);
  }
  show(): string {
    return `${this.id}: ${this.#cents} [${this.#history.join(" ")}]`;
  }
  static opened(): number {
    return Account.#opened;
  }
  static isAccount(value: Account | string): value is Account {
    return typeof value !== "string" && value.#balance > 0;
  }
}
class Savings extends Account {
  rate = 2;
}
const first = new Account().deposit(1.25).deposit(0.1);
const second = new Savings();
first.moveTo(second, 0.35).moveTo(first, 1);
console.log(first.show());
console.log(second.show(), Account.opened());
try {
  second.deposit(Number.NaN);
} catch (error) {
  console.log(String(error), second.show());
}
const things: (Account | string)[] = [first, second, "third", new Account()];
console.log(things.map((thing) => Account.isAccount(thing)).join());
console.log(
  things
    .filter(Account.isAccount)
    .map((account) => account.id)
    .join(),
);
