// What mixins bring along: private names, accessors, static members, constructors that pass on what they are given.

type Constructor<T = {}> = new (...args: any[]) => T;

class Account {
  #id: string;
  constructor(
    id: string,
    protected amount: number = 5,
    readonly note?: string,
  ) {
    this.#id = id;
  }
  get id(): string {
    return this.#id;
  }
}
function Counted<T extends Constructor>(Parent: T) {
  return class extends Parent {
    static made = 0;
    #id = 100;
    readonly number: number;
    constructor(...args: any[]) {
      super(...args);
      this.number = ++this.#id;
    }
    get code(): string {
      return `c${this.#id}`;
    }
    set code(text: string) {
      this.#id = text.length;
    }
    static describe(): string {
      return `made of ${this.made + 1} in ${typeof this.name}`;
    }
    isLike(value: object): boolean {
      return #id in value;
    }
    static is(value: object): boolean {
      return #id in value;
    }
  };
}
const CountedAccount = Counted(Account);
CountedAccount.made = 2;
class Saving extends Counted(Account) {
  #id = "saving";
  constructor(owner: string) {
    super(`${owner}!`, undefined, "note");
  }
  text(): string {
    return `${this.#id} ${this.id} ${this.amount} ${this.note} ${this.code} ${this.number}`;
  }
}
const plain = new CountedAccount("a", 7);
const saving = new Saving("Ann");
plain.code = "abcd";
console.log(plain.id, plain.code, plain.number, plain.note);
console.log(saving.text());
console.log(CountedAccount.describe(), CountedAccount.describe(), Saving.describe(), CountedAccount.made);
console.log(CountedAccount.is(plain), CountedAccount.is(saving), CountedAccount.is(new Account("z")));
console.log(plain.isLike(saving), saving.isLike(new Saving("Bob")));
console.log(Object.keys(saving).join(), JSON.stringify(plain));
