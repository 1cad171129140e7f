// One object with many owners ends with the last of them.
class Shared {
  uses = 0;
  readonly name = "shared " + 1;
}
class Owner {
  constructor(readonly part: Shared) {}
  use(): number {
    return ++this.part.uses;
  }
}
function owners(count: number): Owner[] {
  const shared = new Shared();
  const list: Owner[] = [];
  for (let i = 0; i < count; i++) list.push(new Owner(shared));
  return list;
}
let list = owners(5);
let sum = 0;
for (const owner of list) sum += owner.use();
const last = list[4];
list = [];
console.log(sum, last.use(), last.part.name);
