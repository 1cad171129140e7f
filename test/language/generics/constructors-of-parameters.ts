// ConstructorParameters and InstanceType of a class that is a type parameter.
class Point {
  constructor(
    readonly x: number,
    readonly y: number,
  ) {}
  sum(): number {
    return this.x + this.y;
  }
}
class Named {
  constructor(readonly name: string) {}
}
function create<C extends new (...args: any[]) => object>(type: C, ...args: ConstructorParameters<C>): InstanceType<C> {
  return new type(...args) as InstanceType<C>;
}
function all<C extends new (...args: any[]) => object>(type: C, rows: ConstructorParameters<C>[]): InstanceType<C>[] {
  return rows.map((row) => new type(...row) as InstanceType<C>);
}
console.log(create(Point, 1, 2).sum(), create(Named, "n").name);
console.log(
  all(Point, [
    [1, 2],
    [3, 4],
  ])
    .map((p) => p.sum())
    .join(),
);
