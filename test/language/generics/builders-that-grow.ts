// A builder whose type grows with each call.
class Builder<T extends object> {
  constructor(private readonly made: T) {}
  with<K extends string, V>(key: K, value: V): Builder<T & Record<K, V>> {
    return new Builder({ ...this.made, [key]: value } as T & Record<K, V>);
  }
  build(): T {
    return this.made;
  }
}
const made = new Builder({}).with("name", "x").with("size", 3).with("tags", ["a"]).build();
console.log(made.name.toUpperCase(), made.size + 1, made.tags.length);
console.log(JSON.stringify(made));
