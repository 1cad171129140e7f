// async methods, static and inherited ones, arrow functions and object literals; `this` is kept across every await.

class Account {
  protected balance = 0;
  constructor(readonly owner: string) {}
  async deposit(amount: number): Promise<number> {
    await null;
    this.balance += amount;
    return this.balance;
  }
  async describe(): Promise<string> {
    const balance = await this.deposit(0);
    return `${this.owner} has ${balance}`;
  }
  static async open(owner: string): Promise<Account> {
    await null;
    return new Account(owner);
  }
  async withBonus(amount: number): Promise<number> {
    const deposit = async (n: number): Promise<number> => {
      await null;
      return this.deposit(n);
    };
    const before = await deposit(amount);
    return before + (await deposit(1));
  }
}
class Savings extends Account {
  override async deposit(amount: number): Promise<number> {
    return (await super.deposit(amount)) + (await Promise.resolve(0.5));
  }
}

const tools = {
  factor: 3,
  async scale(n: number): Promise<number> {
    await null;
    return n * this.factor;
  },
};

async function main(): Promise<void> {
  const account = await Account.open("Ann");
  console.log(await account.deposit(10), await account.withBonus(5), await account.describe());
  const savings: Account = new Savings("Bob");
  console.log(await savings.deposit(2), await savings.describe());
  console.log(await tools.scale(7));
}
main();
