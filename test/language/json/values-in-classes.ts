// Classes on the way to JSON: fields of parents first, accessors and methods left out, toJSON in the middle, dates as texts.
class Base {
  readonly id: number;
  #secret = "hidden";
  constructor(id: number) {
    this.id = id;
  }
  get double(): number {
    return this.id * 2;
  }
  reveal(): string {
    return this.#secret;
  }
}
class User extends Base {
  tags = new Set(["a"]);
  friends: User[] = [];
  born: Date | null = null;
  constructor(
    id: number,
    public name: string,
  ) {
    super(id);
  }
}
class Money {
  constructor(
    private readonly cents: number,
    private readonly unit: string,
  ) {}
  toJSON(): string {
    return `${(this.cents / 100).toFixed(2)} ${this.unit}`;
  }
}
const ann = new User(1, "Ann");
ann.born = new Date(86_400_000 * 365);
const bob = new User(2, "Bob");
bob.friends.push(ann, ann);
console.log(JSON.stringify(bob), bob.double, bob.reveal());
console.log(JSON.stringify({ price: new Money(1999, "EUR"), list: [new Money(-5, "USD"), null], when: ann.born }, null, 1));
console.log(JSON.stringify([new Map([["k", 1]]), new Set([1])]), JSON.stringify(bob, ["name", "friends"]));
const either: (Base | Money | string)[] = [new Base(7), new Money(100, "X"), "text", ann];
console.log(JSON.stringify(either));
