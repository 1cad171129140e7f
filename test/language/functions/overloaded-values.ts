// Functions with several signatures as values, in interfaces, in fields, as callbacks: what a call gives is what its signature says.

interface Twice {
  (value: string): string;
  (value: number): number;
}
const twice = ((value: string | number) => (typeof value === "string" ? value + value : value * 2)) as Twice;
console.log(twice("a").toUpperCase(), twice(4).toFixed(1));

function format(value: string): string;
function format(value: number, digits?: number): number;
function format(value: string | number, digits = 0): string | number {
  return typeof value === "string" ? `"${value}"` : Number(value.toFixed(digits));
}
const held: typeof format = format;
console.log(held("x").length, held(2.345, 1) + 1, held(2.5));
const table: { make: typeof format; other: Twice }[] = [{ make: format, other: twice }];
for (const { make, other } of table) console.log(make("y"), make(7), other("z"), other(1) + 1);

interface Store {
  get(key: "name"): string;
  get(key: "age"): number;
  get(key: string): string | number | undefined;
  each(visit: Twice): string;
}
class People implements Store {
  constructor(private readonly name: string) {}
  get(key: "name"): string;
  get(key: "age"): number;
  get(key: string): string | number | undefined;
  get(key: string): string | number | undefined {
    return key === "name" ? this.name : key === "age" ? this.name.length : undefined;
  }
  each(visit: Twice): string {
    return visit(this.name) + visit(1);
  }
}
const literal: Store = {
  get: ((key: string) => (key === "name" ? "literal" : 0)) as Store["get"],
  each: (visit) => visit("l"),
};
for (const store of [new People("Ada"), literal]) {
  console.log(store.get("name").toUpperCase(), store.get("age") * 2, store.get("other"), store.each(twice));
}

const callbacks: ((value: number) => number)[] = [format, twice, Math.abs];
console.log(callbacks.map((call) => call(-7)));
