// Objects with tuples and lists inside, taken for such of an interface with wider lists: what `as const` makes, and const type parameters.

interface TaskSpec {
  readonly needs?: readonly string[];
  readonly cost: number;
}
function same<const T extends TaskSpec>(t: T): TaskSpec {
  return t;
}
console.log(same({ needs: ["a", "b"], cost: 1 }).needs?.join());
class Registry<const T extends readonly TaskSpec[]> {
  constructor(private readonly all: T) {}
  names(): string[] {
    return this.all.flatMap((t) => t.needs ?? []);
  }
  first(): TaskSpec | undefined {
    return this.all[0];
  }
}
const r = new Registry([{ needs: ["x"], cost: 1 }, { cost: 2 }]);
console.log(r.names(), r.first()?.needs?.length);
const config = { routes: ["a", "b"], retries: 3 } as const;
interface Config {
  routes: readonly string[];
  retries: number;
}
const show = (c: Config) => `${c.routes.join("+")} ${c.retries}`;
console.log(show(config), [config].map(show));
const configs: Config[] = [config, { routes: [], retries: 0 }];
console.log(configs.map((c) => c.routes.length));
const spec = { needs: ["y", "z"], cost: 1 } as const;
const seen: TaskSpec = spec;
console.log(seen.needs?.join(), seen.needs === spec.needs, (spec as TaskSpec).needs?.[1]);
function run<const G extends { readonly [K in keyof G]: TaskSpec }>(graph: G): void {
  const specs = new Map<string, TaskSpec>(Object.entries(graph));
  for (const [name, { cost, needs }] of specs) console.log(name, cost, needs?.length, needs?.join());
}
run({ x: { needs: ["y", "z"], cost: 1 }, y: { cost: 2 }, z: { cost: 1, needs: ["y"] } });

const lists = { values: [1, 2, 3], rows: [["a", 1] as const, ["b", 2] as const] };
const wider: { readonly values: readonly (number | string)[]; readonly rows: readonly (readonly (string | number)[])[] } = lists;
console.log(
  wider.values.join("-"),
  wider.rows.map((row) => row.join(":")),
);
