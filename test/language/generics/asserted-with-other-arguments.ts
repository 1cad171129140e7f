// Objects of generic classes that an assertion says to have other type arguments: through unknown, and by a name of several members.

abstract class Schema<T> {
  abstract check(input: unknown): T;
}
class Text extends Schema<string> {
  check(input: unknown): string {
    return String(input);
  }
}
class Count extends Schema<number> {
  check(input: unknown): number {
    return Number(input);
  }
}
type Infer<S> = S extends Schema<infer T> ? T : never;
class Fields<S extends object> extends Schema<{ [K in keyof S]: Infer<S[K]> }> {
  constructor(readonly shape: S) {
    super();
  }
  check(input: unknown): { [K in keyof S]: Infer<S[K]> } {
    const result = {} as { [K in keyof S]: Infer<S[K]> };
    for (const key of Object.keys(this.shape) as (keyof S & string)[]) {
      const schema = this.shape[key] as Schema<Infer<S[typeof key]>>;
      result[key] = schema.check(input);
    }
    return result;
  }
}
const { text, count, inner } = new Fields({ text: new Text(), count: new Count(), inner: new Fields({ deep: new Count() }) }).check("5");
console.log(`${text}!`, count + 1, inner.deep + 1);

interface Tables {
  users: { id: number; name: string };
  posts: { id: number; title: string };
}
class Query<T extends keyof Tables, Row extends object = Tables[T]> {
  private readonly parts: string[] = [];
  constructor(private readonly table: string) {}
  join<J extends keyof Tables>(table: J): Query<T | J, Row & Tables[J]> {
    this.parts.push(`join ${table}`);
    return this as unknown as Query<T | J, Row & Tables[J]>;
  }
  by(column: keyof Row): this {
    this.parts.push(`by ${String(column)}`);
    return this;
  }
  toString(): string {
    return [this.table, ...this.parts].join(" ");
  }
}
const users = new Query<"users">("users");
console.log(`${users.join("posts").by("title")}`, `${users.by("name")}`);
