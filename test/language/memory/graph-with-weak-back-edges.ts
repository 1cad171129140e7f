// Children know their parent by a WeakRef: the tree ends although it points both ways.
class Folder {
  readonly children: Folder[] = [];
  private readonly parent: WeakRef<Folder> | null;
  constructor(
    readonly name: string,
    parent: Folder | null,
  ) {
    this.parent = parent === null ? null : new WeakRef(parent);
    parent?.children.push(this);
  }
  path(): string {
    const above = this.parent?.deref();
    return above === undefined ? this.name : above.path() + "/" + this.name;
  }
}
const root = new Folder("root" + 0, null);
const deep = new Folder("leaf", new Folder("mid", new Folder("top", root)));
console.log(deep.path(), root.children[0].children[0].path(), root.children.length);
