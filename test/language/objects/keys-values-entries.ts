// Object.keys, values and entries: of literals, interfaces, classes and records, in JavaScript's order.
interface Point {
  x: number;
  y: number;
  label?: string;
}
const p: Point = { y: 2, x: 1 };
const q: Point = { label: "q", x: 3, y: 4 };
console.log(Object.keys(p), Object.keys(q), Object.keys({}), Object.values(p), Object.values(q));
for (const [key, value] of Object.entries(q)) console.log(key, value);
class Account {
  balance = 10;
  readonly #secret = 1;
  constructor(readonly owner: string) {}
  get size(): number {
    return this.#secret;
  }
}
class Savings extends Account {
  rate = 0.5;
}
const account: Account = new Savings("Ann");
console.log(Object.keys(account), Object.keys(new Account("Bob")), account.size);
const stock: Record<"apples" | "pears", number> = { pears: 3, apples: 5 };
console.log(
  Object.entries(stock),
  Object.values(stock).reduce((sum, count) => sum + count, 0),
);
let total = 0;
for (const name of Object.keys(stock)) total += name.length;
console.log(
  total,
  Object.entries({ a: 1, b: "two", c: true, d: null })
    .map(([key, value]) => `${key}=${value}`)
    .join(),
);
const shape = { 10: "ten", b: "x", 2: "two", a: "y", "01": "z" };
console.log(Object.keys(shape), Object.values(shape), shape, JSON.stringify(shape));
const nested = { list: [1, 2], inner: { deep: true } };
for (const value of Object.values(nested)) console.log(Array.isArray(value) ? value.length : Object.keys(value));
