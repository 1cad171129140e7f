// The properties of types made from unions of names are in the order in which the program lists the names, whatever stands before them.

const read: ("epsilon" | "gamma" | "mode" | "blue" | "beta" | "area" | "id" | "tiny" | "able")[] = ["beta"];
console.log(read.length);

type Greek = "alpha" | "beta" | "gamma" | "delta" | "epsilon";
const GREEK = ["alpha", "beta", "gamma", "delta", "epsilon"] as const;
const numbered = <K extends string>(keys: readonly K[]): Record<K, number> =>
  Object.fromEntries(keys.map((key, index) => [key, index])) as Record<K, number>;
const numbers: Record<Greek, number> = numbered(GREEK);
console.log(numbers, { ...numbers, zeta: 5 });

type Handlers = { [K in Greek as `on${Capitalize<K>}`]: string };
console.log(JSON.parse('{"onAlpha":"1","onBeta":"2","onGamma":"3","onDelta":"4","onEpsilon":"5"}') as Handlers);

interface Row {
  id: number;
  area: string;
  mode: "x" | "y";
  blue?: boolean;
}
const shown = {} as Pick<Row, "mode" | "blue" | "id">;
shown.id = 1;
shown.mode = "x";
shown.blue = true;
console.log(shown, JSON.parse('{"area":"a","mode":"x","blue":false}') as Omit<Row, "id">);

enum Kind {
  Big = "big",
  Able = "able",
  Tiny = "tiny",
}
console.log(Object.fromEntries(Object.values(Kind).map((kind) => [kind, kind.length])) as Record<Kind, number>);

// What stands behind a spread in a literal comes after it, also in copies of the object.
const base = { middle: 1, zoom: 2, area: 3 };
const more = { first: 1, ...base, zoom: 5, last: true };
const { first, ...rest } = { ...more };
console.log({ ...more }, first, rest);
const withId = <T extends object>(value: T): T & { id: number } => ({ ...value, id: 7 });
console.log({ ...withId(more) });

interface Entity {
  readonly id: number;
}
interface User extends Entity {
  name: string;
  tags: string[];
}
interface Admin extends User {
  level: number;
}
const users: User[] = [{ id: 1, name: "ada", tags: [] }];
const [user] = users;
console.log({ ...user, name: "x" }, { ...user });
const admin: Admin = { ...user, level: 3 };
const { name, ...others } = admin;
console.log(admin, others, Object.keys({ ...admin }), name);
