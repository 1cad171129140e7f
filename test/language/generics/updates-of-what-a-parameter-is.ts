// Updates of objects whose type is a parameter: spread over with some of its properties, and joined with those of another parameter.

function assign<T extends object, U extends object>(one: T, other: U): T & U {
  return { ...one, ...other };
}

interface Versioned {
  version: number;
}

function update<T extends Versioned>(old: T, change: (item: T) => Partial<Omit<T, "version">>): T {
  const next = { ...old, ...change(old), version: old.version + 1 };
  return next;
}

function stamped<T extends { name: string }>(item: T, at: number): T & { at: number } {
  return { ...item, at };
}

interface Account extends Versioned {
  owner: string;
  balance: number;
}

const merged = assign({ a: 1, shared: "x" }, { b: "text", c: [1.5] });
console.log(merged.a + 1, merged.b.length, merged.c[0], merged.shared, merged);
const account: Account = { version: 1, owner: "Ann", balance: 5 };
const next = update(account, ({ balance }) => ({ balance: balance * 10 }));
console.log(next.balance, next.owner, next.version, update(next, () => ({ owner: "Bob" })).owner, account.balance);
console.log(assign(account, { note: true }).note, assign({ deep: { n: 1 } }, { other: null }).deep.n);
const person = stamped({ name: "Cid", age: 3 }, 7.5);
console.log(person.name, person.age, person.at, JSON.stringify(person));
