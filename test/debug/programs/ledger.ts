// A program to look at while it runs: variables of every kind of type, in plain functions, methods, closures and loops.

enum Kind {
  Income,
  Expense = 7,
}

class Account {
  readonly owner: string;
  balance: number = 0;
  #secret: i32 = 42;
  parent: Account | null = null;

  constructor(owner: string) {
    this.owner = owner;
  }

  /** @noinline */
  deposit(amount: number, kind: Kind): number {
    const signed = kind === Kind.Expense ? -amount : amount;
    this.balance += signed; // deposit
    return this.balance + this.#secret;
  }
}

class Savings extends Account {
  rate: u16 = 3;
}

let visits = 0;

/** @noinline */
function total(values: number[], limit: i32): number {
  let sum = 0;
  for (let index = 0; index < values.length; index++) {
    const value = values[index];
    sum += value; // total
    visits++;
  }
  return sum + limit; // total done
}

/** @noinline */
function collect(accounts: readonly Account[], names: Map<string, number>, tags: Set<string>, pair: [string, number]): string {
  const text = `${accounts.length} of ${pair[0]}`;
  const wide = "snow\u2603man";
  let calls = 0;
  const count = (by: number): number => {
    calls += by; // count
    return calls;
  };
  count(2);
  const bytes = new Uint8Array([1, 2, 255]);
  const isDone = true;
  const maybe: number | undefined = names.get("nobody");
  const small: u8 = 200;
  const big: u64 = 0xffff_0000_0001;
  console.log(text, wide, count(0), bytes.length, isDone, maybe, small, big, tags.size); // collect
  return text;
}

/** @noinline */
function descend(depth: number): number {
  if (depth === 0) return visits; // bottom
  return descend(depth - 1) + 1;
}

const mine = new Savings("Ada");
mine.parent = mine;
const other = new Account('Grace "G"\n');
console.log(mine.deposit(12.5, Kind.Expense));
console.log(total([1, 2, 3.5], i32(7)));
console.log(
  collect(
    [mine, other],
    new Map([
      ["Ada", 1],
      ["Grace", 2],
    ]),
    new Set(["x"]),
    ["two", 2],
  ),
); // prettier: one line
console.log(descend(3));
