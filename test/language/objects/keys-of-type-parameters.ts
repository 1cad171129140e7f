// Properties named by a key whose type is a parameter: the names are those that its constraint allows.

interface Item {
  id: number;
  name: string;
  price: number;
  stock?: number;
}
type SortKey = "name" | "price" | "stock";

const by =
  <K extends SortKey>(key: K, direction: "asc" | "desc" = "asc") =>
  (a: Item, b: Item): number => {
    const [x, y] = [a[key] ?? 0, b[key] ?? 0];
    const order = x < y ? -1 : x > y ? 1 : 0;
    return direction === "asc" ? order : -order;
  };

const items: Item[] = [
  { id: 1, name: "nut", price: 2 },
  { id: 2, name: "bolt", price: 3, stock: 1 },
];
for (const key of ["name", "price", "stock"] as const)
  console.log(
    key,
    items.toSorted(by(key, "desc")).map(({ id }) => id),
  );
console.log(items.toSorted(by("name")).map(({ name }) => name));

class Query<T, S extends keyof T = never> {
  constructor(
    private readonly rows: readonly T[],
    private readonly keys: readonly S[],
  ) {}
  select<K extends keyof T>(...keys: K[]): Query<T, S | K> {
    return new Query<T, S | K>(this.rows, [...this.keys, ...keys]);
  }
  run(): string[] {
    return this.rows.map((row) => this.keys.map((key) => `${String(key)}=${row[key]}`).join(";"));
  }
}
console.log(new Query(items, []).select("name").select("price", "stock").run());
