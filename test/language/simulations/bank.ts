// Bank: accounts with rules of their own, transfers that happen wholly or not at all, and a ledger.

class BankError extends Error {
  override name = "BankError";
  readonly code: "funds" | "closed" | "amount";
  constructor(code: "funds" | "closed" | "amount", message: string) {
    super(message);
    this.code = code;
  }
}

abstract class Account {
  protected cents = 0;
  isOpen = true;
  readonly owner: string;
  constructor(owner: string) {
    this.owner = owner;
  }
  abstract limit(): number;
  get balance(): string {
    return `${this.cents < 0 ? "-" : ""}${Math.floor(Math.abs(this.cents) / 100)}.${String(Math.abs(this.cents) % 100).padStart(2, "0")}`;
  }
  change(cents: number): void {
    if (!this.isOpen) throw new BankError("closed", `${this.owner} is closed`);
    if (this.cents + cents < this.limit()) throw new BankError("funds", `${this.owner} has only ${this.balance}`);
    this.cents += cents;
  }
}
class Savings extends Account {
  override limit(): number {
    return 0;
  }
}
class Checking extends Account {
  override limit(): number {
    return -5000;
  }
}

const ledger: string[] = [];

function transfer(from: Account, to: Account, cents: number): boolean {
  let isTaken = false;
  try {
    if (!(cents > 0) || !Number.isInteger(cents)) throw new BankError("amount", `${cents} is no amount`);
    from.change(-cents);
    isTaken = true;
    to.change(cents);
    ledger.push(`${from.owner} -> ${to.owner} ${cents}`);
    return true;
  } catch (error) {
    if (!(error instanceof BankError)) throw error;
    ledger.push(`${error.name}(${error.code}): ${error.message}`);
    if (isTaken) from.change(cents);
    return false;
  } finally {
    ledger.push(`${from.balance}/${to.balance}`);
  }
}

const ada = new Checking("Ada");
const ben = new Savings("Ben");
console.log(transfer(ada, ben, 4005), transfer(ada, ben, 1000), transfer(ben, ada, 4006), transfer(ben, ada, 105));
console.log(transfer(ada, ben, 0.5), transfer(ada, ben, NaN), transfer(ada, ben, -1));
ben.isOpen = false;
console.log(transfer(ada, ben, 100), transfer(ben, ada, 100));
console.log(ledger.join("\n"));
