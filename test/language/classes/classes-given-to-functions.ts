// Functions that extend the class they are given, without type parameters: what all calls give is that one class.

class Account {
  #owner = "nobody";
  static made = 0;
  constructor(protected balance = 10) {
    Account.made++;
  }
  show(): string {
    return `${this.#owner} ${this.balance}`;
  }
}

class Savings extends Account {
  override show(): string {
    return `savings of ${super.show()}`;
  }
}

// TypeScript sees an Account; it is always Savings.
function audited(Base: typeof Account) {
  return class Audited extends Base {
    #owner = "auditor";
    private readonly seen: string[] = [];
    override show(): string {
      this.seen.push(super.show());
      return `${this.#owner}: ${this.seen.join(", ")}`;
    }
    add(amount: number): this {
      this.balance += amount;
      return this;
    }
  };
}

const logged = (Base: new () => Account = Account) =>
  class extends Base {
    override show(): string {
      return `[${super.show()}]`;
    }
  };

const Checked = audited(Savings);
const checked = new Checked(5);
console.log(checked.show(), checked.add(2).show(), checked instanceof Savings, checked instanceof Checked);

class Own extends logged() {
  readonly more = 1;
}
const own = new Own();
console.log(own.show(), own.more, own instanceof Savings, Account.made);
const list: Account[] = [new Savings(), checked, own, new Account(1)];
for (const each of list) console.log(each.show());

const { Plain } = { Plain: Account };
class Direct extends Plain {}
console.log(new Direct().show());
