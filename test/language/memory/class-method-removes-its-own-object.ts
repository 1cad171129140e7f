// An object that takes itself out of its container goes on to the method's end.
class Item {
  constructor(
    readonly name: string,
    private readonly owner: Item[],
  ) {}
  leave(): string {
    const index = this.owner.indexOf(this);
    this.owner.splice(index, 1);
    return this.name + this.owner.length;
  }
}
const items: Item[] = [];
for (const name of ["a", "b", "c"]) items.push(new Item(name + name, items));
const texts: string[] = [];
while (items.length > 0) texts.push(items[0].leave());
console.log(texts.join());
