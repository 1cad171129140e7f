// Builders whose type takes up a name and a value with each call, from an object of which nothing is known on.

class Builder<T extends object> {
  private readonly value: T;
  private constructor(value: T) {
    this.value = value;
  }
  static empty(): Builder<object> {
    return new Builder({});
  }
  static nothing(): Builder<Record<never, never>> {
    return new Builder({});
  }
  add<K extends string, V>(key: K, value: V): Builder<T & Record<K, V>> {
    return new Builder({ ...this.value, [key]: value } as T & Record<K, V>);
  }
  build(): T {
    return this.value;
  }
}

const made = Builder.empty().add("name", "x").add("size", 3).add("on", true).build();
console.log(made.name, made.size + 1, made.on, made);
const other = Builder.nothing()
  .add("list", [1, 2])
  .add("get", () => 5)
  .build();
console.log(other.list.length, other.get(), Object.keys(other));

// What has no properties yet is walked over all the same.
class Options<D extends object = {}> {
  private constructor(private readonly defaults: D) {}
  static none(): Options {
    return new Options({});
  }
  option<K extends string, T>(name: K, value: T): Options<D & { [P in K]: T }> {
    return new Options({ ...this.defaults, [name]: value } as D & { [P in K]: T });
  }
  names(): (keyof D)[] {
    return Object.keys(this.defaults) as (keyof D)[];
  }
  values(): Partial<D> {
    const result: Partial<D> = {};
    for (const key of this.names()) {
      const value = this.defaults[key];
      if (value !== undefined) result[key] = value;
    }
    return result;
  }
}
const values = Options.none().option("port", 80).option("name", "x").values();
console.log(values.port, values.name?.length, Options.none().values());
