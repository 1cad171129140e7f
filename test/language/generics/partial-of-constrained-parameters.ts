// Mapped types over a type parameter have all properties of what it stands for, not only those of its constraint.

interface Entity {
  readonly id: string;
  version: number;
}

interface Account extends Entity {
  owner: string;
  balance: number;
}

function patch<T extends Entity>(found: T, fields: Partial<T>): T {
  return { ...found, ...fields, version: found.version + 1 };
}

function nullable<T extends { id: string }>(fields: { [K in keyof T]: T[K] | null }): string {
  return JSON.stringify(fields);
}

class Store<T extends Entity> {
  private readonly items = new Map<string, T>();
  create(fields: Omit<T, "id" | "version">): T {
    const item = { ...fields, id: `e${this.items.size + 1}`, version: 1 } as T;
    this.items.set(item.id, item);
    return item;
  }
  update(id: string, change: (item: T) => Partial<Omit<T, "id" | "version">>): T {
    const old = this.items.get(id);
    if (old === undefined) throw new RangeError(`no ${id}`);
    const next = { ...old, ...change(old), version: old.version + 1 };
    this.items.set(id, next);
    return next;
  }
  where<K extends keyof T>(key: K, value: T[K]): number {
    return [...this.items.values()].filter((item) => item[key] === value).length;
  }
  show(fields: Readonly<Partial<T>>): string {
    return JSON.stringify(fields) + Object.keys(fields).join();
  }
}

const account: Account = { id: "a", version: 1, owner: "Ann", balance: 5 };
console.log(patch(account, { balance: 9 }).balance, patch(account, { owner: "x" }).owner, patch(account, {}).version);
console.log(nullable<Account>({ id: "i", version: null, owner: null, balance: 2.5 }));
const store = new Store<Account>();
const { id } = store.create({ owner: "Bob", balance: 1 });
console.log(id, store.update(id, ({ balance }) => ({ balance: balance * 10 })).balance, store.update(id, () => ({ owner: "B" })).owner);
console.log(store.where("owner", "B"), store.where("balance", 10), store.where("version", 3), store.show({ balance: 9 }));
