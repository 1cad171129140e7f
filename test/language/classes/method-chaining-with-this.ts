// Methods that return `this` keep the type of the subclass; private methods, and getters through interfaces.

interface Sized {
  readonly size: number;
  readonly name: string;
}
class Builder {
  protected parts: string[] = [];
  add(part: string): this {
    this.parts.push(part);
    return this;
  }
  get size(): number {
    return this.parts.length;
  }
  get name(): string {
    return this.#joined("-");
  }
  #joined(separator: string): string {
    return this.parts.join(separator);
  }
}
class Quoting extends Builder {
  quote(part: string): this {
    return this.add(`'${part}'`);
  }
  override get name(): string {
    return `<${super.name}>`;
  }
}

const built = new Quoting().add("a").quote("b").add("c").quote("d");
console.log(built.name, built.size);
const sized: Sized[] = [built, new Builder().add("x"), { size: 9, name: "literal" }];
for (const { size, name } of sized) console.log(size, name);
const total = sized.reduce((sum, one) => sum + one.size, 0);
console.log(total);

class Ledger {
  n = 1;

  transaction<T>(work: (ledger: this) => T): T {
    return work(this);
  }

  each(work: (ledger: this) => void): this {
    work(this);
    return this;
  }
}

class Account extends Ledger {
  m = 2;
}

console.log(
  new Ledger().transaction((ledger) => ledger.n + 1),
  new Account().transaction((account) => `${account.m}`),
);
new Account().each((account) => console.log(account.m)).each((account) => console.log(account.n));
