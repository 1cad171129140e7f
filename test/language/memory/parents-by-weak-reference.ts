// Parents by weak reference: a tree that is owned downwards and known upwards, moved branches, a parent that is gone.

class Folder {
  readonly name: string;
  private parent: WeakRef<Folder> | null = null;
  private readonly children: Folder[] = [];

  constructor(name: string) {
    this.name = name;
  }

  add(child: Folder): this {
    child.parent?.deref()?.drop(child);
    child.parent = new WeakRef(this);
    this.children.push(child);
    return this;
  }

  private drop(child: Folder): void {
    this.children.splice(this.children.indexOf(child), 1);
  }

  get path(): string {
    const above = this.parent?.deref();
    return above === undefined ? this.name : `${above.path}/${this.name}`;
  }

  get depth(): number {
    return 1 + Math.max(0, ...this.children.map((child) => child.depth));
  }

  *walk(): Generator<Folder, void, undefined> {
    yield this;
    for (const child of this.children) yield* child.walk();
  }
}

const leaf = new Folder("leaf");
const root = new Folder("root").add(new Folder("a").add(leaf)).add(new Folder("b"));
console.log([...root.walk()].map(({ path }) => path).join(" "), root.depth);
const [, , , b] = root.walk();
b.add(leaf);
console.log(leaf.path, [...root.walk()].map(({ name }) => name).join(" "), root.depth);
const other = new Folder("other").add(root);
console.log(leaf.path, other.depth);
root.add(new Folder("c")).add(b);
console.log([...other.walk()].map(({ name }) => name).join(" "));
