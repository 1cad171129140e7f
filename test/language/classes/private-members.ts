// #private fields, methods, accessors and statics; classes of one name do not share them.

class Account {
  #balance = 0;
  static #opened = 0;
  readonly #owner: string;
  constructor(owner: string) {
    this.#owner = owner;
    Account.#opened++;
  }
  #check(amount: number): boolean {
    return amount > 0 && amount <= this.#balance;
  }
  get #shown(): string {
    return `${this.#owner}:${this.#balance}`;
  }
  deposit(amount: number): this {
    this.#balance += amount;
    return this;
  }
  withdraw(amount: number): boolean {
    if (!this.#check(amount)) return false;
    this.#balance -= amount;
    return true;
  }
  transfer(other: Account, amount: number): boolean {
    if (!this.withdraw(amount)) return false;
    other.#balance += amount;
    return true;
  }
  toString(): string {
    return this.#shown;
  }
  static opened(): number {
    return Account.#opened;
  }
}
class Saving extends Account {
  #rate = 2;
  grow(): number {
    return this.#rate++;
  }
}

const ada = new Account("ada").deposit(10);
const eve = new Saving("eve");
console.log(ada.transfer(eve, 4), ada.transfer(eve, 40), `${ada} ${eve}`);
console.log(eve.grow() + eve.grow(), eve.withdraw(5), eve.withdraw(1), String(eve), Account.opened());
