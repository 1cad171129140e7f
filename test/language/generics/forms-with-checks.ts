// A form: for each field a check, and an error where it fails.
type Checks<T> = { [K in keyof T]: (value: T[K], all: T) => string | undefined };
type Errors<T> = { [K in keyof T]?: string };
class Form<T extends object> {
  private readonly touched: { [K in keyof T]?: boolean } = {};
  constructor(
    private values: T,
    private readonly checks: Checks<T>,
  ) {}
  set<K extends keyof T>(key: K, value: T[K]): this {
    this.values = { ...this.values, [key]: value };
    this.touched[key] = true;
    return this;
  }
  get<K extends keyof T>(key: K): T[K] {
    return this.values[key];
  }
  isTouched(key: keyof T): boolean {
    return this.touched[key] === true;
  }
  errors(): Errors<T> {
    const result: Errors<T> = {};
    for (const key of Object.keys(this.checks) as (keyof T)[]) {
      const error = this.checks[key](this.values[key], this.values);
      if (error !== undefined) result[key] = error;
    }
    return result;
  }
}
const form = new Form(
  { name: "", age: 3 },
  { name: (v) => (v === "" ? "empty" : undefined), age: (v, all) => (v < 18 ? `${all.name} too young` : undefined) },
);
console.log(JSON.stringify(form.errors()), form.isTouched("age"));
form.set("name", "Ann").set("age", 20);
console.log(JSON.stringify(form.errors()), form.get("name").length, form.isTouched("age"), form.get("age") + 1);
