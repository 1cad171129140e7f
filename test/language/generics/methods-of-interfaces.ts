// Generic methods that are called through interfaces, on classes and on object literals.

interface Mapper {
  readonly name: string;
  map<T, R>(list: readonly T[], change: (item: T) => R): R[];
}
class Plain implements Mapper {
  readonly name: string = "plain";
  map<T, R>(list: readonly T[], change: (item: T) => R): R[] {
    return list.map(change);
  }
}
class Twice extends Plain {
  override readonly name: string = "twice";
  override map<T, R>(list: readonly T[], change: (item: T) => R): R[] {
    return [...super.map(list, change), ...super.map(list, change)];
  }
}
const backwards: Mapper = {
  name: "backwards",
  map: <T, R>(list: readonly T[], change: (item: T) => R): R[] => list.map(change).reverse(),
};
const lengths: Mapper = {
  name: "lengths",
  map<T, R>(list: readonly T[], change: (item: T) => R): R[] {
    return list.length > 1 ? [change(list[0])] : [];
  },
};
for (const mapper of [new Plain(), new Twice(), backwards, lengths]) {
  console.log(mapper.name, mapper.map([1, 2], (n) => n + 0.5).join(), mapper.map(["a", "bc"], (s) => s.length).join());
}

// A generic interface, whose own type parameter is known, with a method of more.
interface Repository<K> {
  find<V>(key: K, make: (key: K) => V): V;
}
class Making implements Repository<string> {
  made = 0;
  find<V>(key: string, make: (key: string) => V): V {
    this.made++;
    return make(`${key}!`);
  }
}
const making = new Making();
const repository: Repository<string> = making;
console.log(
  repository.find("key", (key) => key.length),
  repository.find("k", (key) => key),
  making.made,
);

// Objects that hold generic functions of the module.
function identity<T>(value: T): T {
  return value;
}
const pair = <A, B>(first: A, second: B): [A, B] => [first, second];
const tools = {
  identity,
  pair,
  listed<T>(value: T): T[] {
    return [value];
  },
  size: 3,
};
console.log(tools.identity("a"), tools.identity(4), tools.pair(1, "z").join("-"), tools.listed(true).join(), tools.size);

// Rest parameters that are type parameters.
interface Picking {
  pick<const C extends readonly string[]>(...columns: C): string;
  count<A extends unknown[]>(...list: A): number;
}
class Picker implements Picking {
  constructor(readonly name: string) {}
  pick<const C extends readonly string[]>(...columns: C): string {
    return this.name + columns.join();
  }
  count<A extends unknown[]>(...list: A): number {
    return list.length;
  }
}
const pickers: Picking[] = [new Picker("x"), { pick: (...columns) => columns.join("-"), count: (...list) => list.length * 2 }];
for (const picker of pickers) console.log(picker.pick("a", "b"), picker.count(1, "b", true), picker.pick());
