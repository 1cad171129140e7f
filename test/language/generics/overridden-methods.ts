// Generic methods that subclasses override: the object decides which one is called, for each choice of types.

class Wrapper {
  wrap<T>(value: T): T[] {
    return [value];
  }
  pair<K, V>(key: K, value: V): string {
    return `${key}=${value}`;
  }
  twice<T>(value: T, limit = 3): T[] {
    return [...this.wrap(value), ...this.wrap(value)].slice(0, limit);
  }
}
class Doubling extends Wrapper {
  override wrap<T>(value: T): T[] {
    return [value, value];
  }
  override pair<Key, Value>(key: Key, value: Value): string {
    return `${super.pair(key, value)}!`;
  }
}
class Tripling extends Doubling {
  override wrap<U>(value: U): U[] {
    return [...super.wrap(value), value];
  }
}
const wrappers: Wrapper[] = [new Wrapper(), new Doubling(), new Tripling()];
for (const wrapper of wrappers) {
  console.log(wrapper.wrap(1).join(), wrapper.wrap("s").join(), wrapper.pair(1, true), wrapper.pair("a", 2.5));
  console.log(wrapper.twice({ v: 1 }).length, wrapper.twice("x", 1).join(), wrapper.wrap(wrapper.wrap(2)).length);
}

abstract class Visitor {
  abstract visit<R>(node: number, make: (n: number) => R): R;
  run(): string {
    return this.visit(1, (n) => `n${n}`) + this.visit(2, (n) => n * 2);
  }
}
class Plain extends Visitor {
  visit<R>(node: number, make: (n: number) => R): R {
    return make(node);
  }
}
class Shifted extends Visitor {
  visit<R>(node: number, make: (n: number) => R): R {
    return make(node + 10);
  }
}
for (const visitor of [new Plain(), new Shifted()])
  console.log(
    visitor.run(),
    visitor.visit(5, (n) => n > 10),
  );

// In generic classes, whose own type parameters take part.
class Source<E> {
  constructor(protected readonly items: readonly E[]) {}
  fold<R>(start: R, combine: (sum: R, item: E) => R): R {
    return this.items.reduce((sum, item) => combine(sum, item), start);
  }
}
class Reversed<E> extends Source<E> {
  override fold<R>(start: R, combine: (sum: R, item: E) => R): R {
    return this.items.reduceRight((sum, item) => combine(sum, item), start);
  }
}
const sources: Source<string>[] = [new Source(["a", "b"]), new Reversed(["a", "b"])];
for (const source of sources)
  console.log(
    source.fold("", (sum, item) => sum + item),
    source.fold(0, (sum, item) => sum + item.length),
  );
