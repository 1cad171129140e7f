// What objects are to operators and texts: what `valueOf`, `toString` and `[Symbol.toPrimitive]` of theirs give.

class Money {
  constructor(
    readonly cents: number,
    readonly currency = "EUR",
  ) {}
  valueOf(): number {
    return this.cents;
  }
  toString(): string {
    return `${(this.cents / 100).toFixed(2)} ${this.currency}`;
  }
}
class Refund extends Money {
  override valueOf(): number {
    return -super.valueOf();
  }
}
const [price, more, back] = [new Money(250), new Money(999), new Refund(100)];
console.log(+price, -more, ~back, price < more, price >= back, more <= price, `${price}`, String(back));
console.log("" + price, price + "!", "a".concat(String(more)), [price, back].join());
const sorted = [more, price, back].sort((a, b) => +a - +b);
console.log(sorted.map(String).join(", "), sorted[0] < sorted[1]);
let text = "sum ";
text += back;
console.log(text);

class Version {
  private readonly parts: number[];
  constructor(text: string) {
    this.parts = text.split(".").map(Number);
  }
  toString(): string {
    return this.parts.join(".");
  }
  valueOf(): string {
    return this.parts.map((part) => String(part).padStart(4, "0")).join(".");
  }
}
console.log(new Version("1.10.0") > new Version("1.9.3"), new Version("1.2") < new Version("1.2"), `v${new Version("2.0")}`);

class Temperature {
  constructor(readonly degrees: number) {}
  [Symbol.toPrimitive](hint: string): number | string {
    return hint === "number" ? this.degrees : hint === "string" ? `${this.degrees} degrees` : `default ${this.degrees}`;
  }
}
const [cold, warm] = [new Temperature(-3), new Temperature(21)];
console.log(cold < warm, +warm, `${cold}`, "is " + warm, String(cold), [warm].join());
const literal = {
  [Symbol.toPrimitive](hint: string): string | number {
    return hint === "number" ? 42 : "text";
  },
};
console.log(+literal, `${literal}`, literal + "", { valueOf: () => 7 } > { valueOf: () => 3 });
const hidden: { toString(): string } = warm;
const anything: unknown = cold;
console.log(`${anything}`, hidden instanceof Temperature, "text".valueOf(), (1 > 2).valueOf());
console.log(Number({ valueOf: () => 42 }), Number({ valueOf: () => "8" }), Number([{ valueOf: () => 1 }].length));

// What gives the object is a method with several signatures, none of which is that of its text.
class Length {
  readonly metres: number;
  constructor(metres: number) {
    this.metres = metres;
  }
  times(factor: number): Length;
  times(factor: Length): string;
  times(factor: number | Length): Length | string {
    return typeof factor === "number" ? new Length(this.metres * factor) : `${this.metres * factor.metres} square metres`;
  }
  [Symbol.toPrimitive](hint: string): string | number {
    return hint === "number" ? this.metres : `${this.metres} m`;
  }
}
const side = new Length(3);
console.log(`${side.times(2)}`, +side.times(4), side.times(side), `${side.times(side)}`);
