// Mapped types of type parameters: in a generic class, each instance knows the properties.

interface Settings {
  host: string;
  port: number;
  tags: string[];
}
class Draft<T> {
  private readonly changes: Partial<T> = {};
  constructor(private readonly base: T) {}
  set<K extends keyof T>(key: K, value: T[K]): this {
    this.changes[key] = value;
    return this;
  }
  get<K extends keyof T>(key: K): T[K] {
    return this.changes[key] ?? this.base[key];
  }
  has<K extends keyof T>(key: K): boolean {
    return this.changes[key] !== undefined;
  }
}
const draft = new Draft<Settings>({ host: "a", port: 1, tags: [] }).set("port", 8080).set("tags", ["x"]);
console.log(draft.get("port") + 1, draft.get("host").length, draft.get("tags"), draft.has("host"), draft.has("tags"));
type Getters<T> = { readonly [K in keyof T]-?: () => T[K] };
function gettersOf<T extends { x?: number; y: string }>(o: T): Getters<{ x: number; y: string }> {
  return { x: () => o.x ?? 0, y: () => o.y };
}
console.log(gettersOf({ y: "q" }).x(), gettersOf({ x: 4, y: "q" }).y());
type Boxed<T> = { [K in keyof T]: { value: T[K] } };
function box<T extends { a: number; b: string }>(o: T): Boxed<{ a: number; b: string }> {
  return { a: { value: o.a }, b: { value: o.b } };
}
console.log(box({ a: 1, b: "two" }));
class Registry<T> {
  private readonly items: { [K in keyof T]?: T[K][] } = {};
  add<K extends keyof T>(k: K, v: T[K]): number {
    const list = this.items[k] ?? [];
    list.push(v);
    this.items[k] = list;
    return list.length;
  }
  all<K extends keyof T>(k: K): T[K][] {
    return this.items[k] ?? [];
  }
}
const registry = new Registry<{ n: number; s: string }>();
registry.add("n", 1);
registry.add("n", 2);
registry.add("s", "t");
console.log(registry.all("n"), registry.all("s"));
