// Static fields that may be missing: undefined until they are set, in classes of modules, of functions, and below them.

class Registry {
  private static instance?: Registry;
  static limit?: number = 3;
  static readonly owner?: string;
  static last?: number;
  protected constructor(readonly made: number) {}
  static get(made = 1): Registry {
    return (Registry.instance ??= new Registry(made));
  }
  static reset(): void {
    this.instance = undefined;
    Registry.limit = undefined;
  }
}

console.log(Registry.get(7).made, Registry.get(8).made, Registry.get() === Registry.get());
console.log(Registry.limit, Registry.owner, Registry.last, Registry.last?.toFixed(1), (Registry.limit ?? 0) + 1);
Registry.reset();
Registry.last = 2.5;
console.log(Registry.get(9).made, Registry.limit, Registry.limit === undefined, Registry.last?.toFixed(1));

class Below extends Registry {}
console.log(Below.last, Below.limit ?? "none");

function count(start: number): (number | undefined)[] {
  class Counter {
    static current?: number;
    static next(): number {
      return (Counter.current = (Counter.current ?? start) + 1);
    }
  }
  const before = Counter.current;
  return [before, Counter.next(), Counter.next(), Counter.current];
}
console.log(count(1), count(10));
