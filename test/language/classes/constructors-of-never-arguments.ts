// Constructors that are declared to take `never[]`: classes of any parameters, which are asked for by instanceof and in maps, or made after
// an assertion, where each argument is tested.

class Widget {
  constructor(readonly id: string) {}
}
class Button extends Widget {
  constructor(
    id: string,
    readonly onClick: (b: Button) => void,
  ) {
    super(id);
  }
}
class Row extends Widget {
  readonly list: Widget[];
  constructor(gap: number, ...list: Widget[]) {
    super(`row${gap}`);
    this.list = list;
  }
}
class Pair extends Widget {
  constructor(
    [a, b]: [string, number],
    readonly options: { deep?: boolean } = {},
  ) {
    super(a + b);
  }
}
const all: Widget[] = [new Button("b", () => undefined), new Row(1, new Widget("w")), new Pair(["p", 1])];
function find<T extends Widget>(type: abstract new (...args: never[]) => T): T | undefined {
  for (const w of all) if (w instanceof type) return w;
  return undefined;
}
console.log(find(Button)?.id, find(Row)?.list.length, find(Pair)?.options, find(Widget)?.id);
const types: (new (...args: never[]) => Widget)[] = [Button, Row];
console.log(types.map((t) => all.filter((w) => w instanceof t).length));

class Part {
  constructor(
    readonly n: number,
    readonly s = "d",
  ) {}
}
class Whole {
  readonly all: Part[];
  constructor(...all: Part[]) {
    this.all = all;
  }
}
class Held {
  constructor(readonly f: () => number) {}
}
type Kind = new (...args: never[]) => object;
const kinds: Kind[] = [Part, Whole, Held];
const make = (kind: Kind, ...args: unknown[]): object => new (kind as new (...args: unknown[]) => object)(...args);
console.log(make(kinds[0], 5), make(kinds[0], 5, "x"), make(kinds[1], new Part(1), new Part(2)), make(kinds[1]));
function create<T>(type: new (...args: any[]) => T, ...args: unknown[]): T {
  return new type(...args);
}
console.log(create(Part, 3).n, create(Whole, new Part(4)).all[0].n, kinds.indexOf(Held));
class Registry {
  readonly #made = new Map<Kind, object>();
  get<T extends object>(kind: new (...args: never[]) => T): T {
    return this.#made.get(kind) as T;
  }
  set(kind: Kind, one: object): this {
    this.#made.set(kind, one);
    return this;
  }
}
const registry = new Registry().set(Part, new Part(7)).set(Held, new Held(() => 8));
console.log(registry.get(Part).n, registry.get(Held).f());
