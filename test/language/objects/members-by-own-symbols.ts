// Members by symbols that the program made.
const SECRET = Symbol("secret");
const RANK = Symbol("rank");
const OTHER = Symbol("rank");
const NAMED = Symbol.for("named");
class Money {
  private [SECRET]: string[] = [];
  [RANK] = 3;
  readonly [OTHER] = "other";
  static [NAMED](): string {
    return "static";
  }
  constructor(readonly amount: number) {}
  add(note: string): this {
    this[SECRET].push(note);
    this[RANK]++;
    return this;
  }
  get [NAMED](): string {
    return `named ${this[SECRET].length}`;
  }
  [Symbol.toPrimitive](): number {
    return this.amount;
  }
}
const money = new Money(5).add("x");
money[RANK] += 2;
console.log(money[RANK], money[OTHER], money[NAMED], Money[NAMED](), money, Object.keys(money), JSON.stringify(money), RANK in money);
interface Plugin {
  name: string;
  [SECRET]?: number;
  [RANK](by: number): number;
}
const plugin: Plugin = {
  name: "p",
  [RANK](by) {
    return by * 2;
  },
};
const other: Plugin = { name: "o", [SECRET]: 7, [RANK]: (by) => by + 1 };
console.log(plugin[RANK].name, { ...plugin }, plugin[RANK](4), plugin[SECRET], other[SECRET], other, SECRET in plugin, SECRET in other);
const { [SECRET]: taken = 1, name, ...rest } = other;
console.log(taken, name, Object.keys(rest), rest[RANK](1));
class Kinds {
  static readonly KIND: unique symbol = Symbol("kind");
}
class Tree {
  [Kinds.KIND] = "tree";
}
const KIND = Symbol("kind");
class Leaf extends Tree {
  [KIND] = "leaf";
  override [Kinds.KIND] = "leaf tree";
}
const leaf = new Leaf();
console.log(leaf[Kinds.KIND], leaf[KIND], leaf);
function isPlugin(value: unknown): value is Plugin {
  return typeof value === "object" && value !== null && RANK in value;
}
console.log(isPlugin(plugin), isPlugin({}), isPlugin(money));
const table = { [RANK]: 1, plain: 2 };
table[RANK] = 5;
for (const key in table) console.log(key);
console.log(table, Object.entries(table), table[RANK]);
