// Overriding fields: a field declared again, initialisers that read parents' fields, methods called from a constructor too early.

class Base {
  kind = "base";
  readonly seen: string;
  constructor() {
    this.seen = `${this.kind}/${this.describe()}`;
  }
  describe(): string {
    return "plain";
  }
}

class Derived extends Base {
  override kind = "derived";
  private readonly parts: string[] = [];
  extra = this.kind.length + this.seen.length;
  override describe(): string {
    return `early ${this.kind}`;
  }
  add(part: string): this {
    this.parts.push(part);
    return this;
  }
  count(): number {
    return this.parts.length;
  }
}

class Third extends Derived {
  override kind = `${super.describe()}!`;
  override extra = 1;
}

const derived = new Derived();
console.log(derived.kind, derived.seen, derived.extra, derived.add("x").add("y").count());
const third = new Third();
console.log(third.kind, third.seen, third.extra, third.describe(), third.count());
const asBase: Base = third;
asBase.kind = "changed";
console.log(third.kind, asBase.describe(), third instanceof Derived, derived instanceof Third);
