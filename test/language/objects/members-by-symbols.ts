// Members by the symbols that the language knows: they are no keys, say what an object is, and what `instanceof` answers.

const walked = {
  a: 1,
  *[Symbol.iterator](): Generator<number> {
    yield 1;
  },
  b: 2,
};
console.log(Object.keys(walked), JSON.stringify(walked), Object.entries(walked).length, [...walked]);
for (const key in walked) console.log(key);
console.log(walked, { ...walked }.b);
const text = { name: "x", [Symbol.toPrimitive]: (): string => "primitive" };
console.log(Object.values(text), text, `${text}`);

class Amount {
  constructor(readonly cents: number) {}

  get [Symbol.toStringTag](): string {
    return "Money";
  }
}
class Euro extends Amount {
  override get [Symbol.toStringTag](): string {
    return `Euro ${this.cents}`;
  }
}
class Same {
  get [Symbol.toStringTag](): string {
    return "Same";
  }
}
class Field {
  readonly [Symbol.toStringTag] = "Other";
  [Symbol.iterator] = function* (): Generator<string> {
    yield "value";
  };
}
class Both extends Same {
  override toString(): string {
    return "own";
  }
}
const amount: Amount = new Euro(5);
const unknown: unknown = amount;
console.log(`${amount} ${new Same()} ${new Field()}`, String(new Both()), String(unknown));
console.log(amount, new Amount(1), new Same(), new Both(), [[[[]], amount]], unknown);
console.log(new Field(), Object.keys(new Field()), JSON.stringify(new Field()));
const literal = { [Symbol.toStringTag]: "Literal", b: 1 };
console.log(`${literal}`, literal, Object.keys(literal));

class Even {
  static [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === "number" && value % 2 === 0;
  }
}
const values: unknown[] = [4, 3, "4", new Even()];
console.log(values.map((value) => value instanceof Even));
class Duck {
  quack = 1;

  static [Symbol.hasInstance](value: object): boolean {
    return "quack" in value;
  }
}
class Duckling extends Duck {}
console.log({ quack: 2 } instanceof Duck, { a: 1 } instanceof Duck, new Duck() instanceof Duckling, new Map() instanceof Duck);

class ByGetter {
  get [Symbol.toStringTag](): string {
    return "by getter";
  }
}
class ByField {
  readonly [Symbol.toStringTag] = "by field";
}
console.log(new ByGetter()[Symbol.toStringTag], new ByField()[Symbol.toStringTag], `${new ByGetter()}`, new ByGetter());
