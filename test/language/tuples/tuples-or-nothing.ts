// An empty list beside a tuple: `this.parts ?? []` has no elements where there are no parts.
class Tree {
  private parts?: [Tree, Tree];
  constructor(readonly value: number) {}
  split(): this {
    this.parts = [new Tree(this.value * 2), new Tree(this.value * 2 + 1)];
    return this;
  }
  grow(depth: number): this {
    if (depth > 0) for (const part of this.split().parts ?? []) part.grow(depth - 1);
    return this;
  }
  text(): string {
    let out = `${this.value}`;
    for (const part of this.parts ?? []) out += ` (${part.text()})`;
    return out;
  }
  *values(): Generator<number> {
    yield this.value;
    for (const part of this.parts ?? []) yield* part.values();
  }
  get depth(): number {
    return 1 + Math.max(0, ...(this.parts?.map((part) => part.depth) ?? []));
  }
}
console.log(new Tree(1).text(), new Tree(1).split().text(), new Tree(1).grow(2).text());
console.log([...new Tree(1).grow(2).values()], new Tree(5).depth, new Tree(1).grow(3).depth);
function count(pair: [string, number] | undefined): number {
  return (pair ?? []).length;
}
function first(pair: [string, number] | null): string {
  const [name, size] = pair ?? ["none", 0];
  return `${name} ${size}`;
}
console.log(count(["a", 1]), count(undefined), first(["b", 2]), first(null));
function listed(pair: [number, number] | undefined): number[] {
  return [0, ...(pair ?? []), 9];
}
console.log(listed(undefined), listed([3, 4]));
