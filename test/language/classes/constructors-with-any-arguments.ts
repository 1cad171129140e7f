// Constructor types that take any arguments: what is made is told by the class, and the arguments are tested.

class Point {
  constructor(
    readonly x: number,
    readonly y: number = 10,
  ) {}
  show(): string {
    return `(${this.x}, ${this.y})`;
  }
}
class Label {
  constructor(readonly text: string) {}
  show(): string {
    return `"${this.text}"`;
  }
}
interface Shown {
  show(): string;
}
type Constructor<T> = new (...args: any[]) => T;

function make<T extends Shown>(kind: Constructor<T>, ...args: unknown[]): string {
  const object = new kind(...args);
  return `${kind.name} ${object.show()} ${object instanceof kind}`;
}
console.log(make(Point, 1, 2));
console.log(make(Point, 3));
console.log(make(Label, "text"));

const registry = new Map<string, Constructor<Shown>>();
registry.set("point", Point).set("label", Label);
for (const [name, kind] of registry) console.log(name, new kind(name === "point" ? 7 : "seven").show());
console.log(registry.get("none")?.name, registry.get("label") === Label);

// A class, or something else: the keys of a container.
class Token<T> {
  declare readonly made: T;
  constructor(readonly name: string) {}
}
type Key<T> = Token<T> | Constructor<T>;
const entries = new Map<Key<unknown>, string>();
function put<T>(key: Key<T>, text: string): void {
  entries.set(key, text);
}
put(Point, "class");
put(new Token<number>("n"), "token");
function find<T>(key: Key<T>): string {
  return `${key.name} ${entries.get(key)} ${key instanceof Token} ${typeof key}`;
}
console.log(find(Point), find(Label), entries.size);
