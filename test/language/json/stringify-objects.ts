// JSON.stringify of objects: order, properties that are undefined, classes, toJSON, nested ones, the gap.
interface Point {
  x: number;
  y: number;
  label?: string;
}
const p: Point = { y: 2, x: 1 };
console.log(JSON.stringify(p), JSON.stringify({ x: 1, y: 2, label: "here" } as Point), JSON.stringify({ a: undefined, b: 1 }));
class Money {
  constructor(
    readonly amount: number,
    readonly currency: string,
  ) {}
  toJSON(): string {
    return `${this.amount} ${this.currency}`;
  }
}
class Account {
  readonly #secret = "s";
  balance = new Money(5, "EUR");
  history: Money[] = [new Money(1, "USD")];
  constructor(readonly owner: string) {}
  get size(): number {
    return this.#secret.length;
  }
}
class Savings extends Account {
  rate = 0.5;
  next: Account | null = null;
}
const account = new Savings("Ann");
console.log(JSON.stringify(account), account.size);
const accounts: Account[] = [account, new Account("Bob")];
console.log(JSON.stringify(accounts, null, 2));
console.log(JSON.stringify({ points: [p], nested: { deep: { empty: {}, none: [] as number[] } } }, null, "--"));
console.log(
  JSON.stringify({ a: [1, { b: 2 }] as (number | { b: number })[] }, null, 20),
  JSON.stringify([1], null, 0),
  JSON.stringify([1], null, ""),
);
console.log(JSON.stringify({ "with-dash": 1, 'quote"d': "é" }));
