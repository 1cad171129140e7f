// Object.keys, values, entries and assign on objects of one type: orders of names, sums, differences and merged settings.
interface Settings {
  width: number;
  height: number;
  depth: number;
}
const base: Settings = { width: 10, height: 20, depth: 30 };
const changes: Partial<Settings>[] = [{}, { depth: 1 }, { height: 2, width: 0 }, { width: NaN, depth: -0 }];
for (const change of changes) {
  const merged = Object.assign({ ...base }, change);
  const changed = Object.keys(merged).filter((name, i) => !Object.is(Object.values(merged)[i], Object.values(base)[i]));
  console.log(
    Object.entries(merged)
      .map((pair) => pair.join(" "))
      .join(" "),
    "|",
    changed.join(),
    "|",
    Object.keys(change).length,
    Object.hasOwn(change, "depth"),
  );
}
const target = { ...base };
const result = Object.assign(target, { width: 1 }, { width: 2, height: 3 }, {});
console.log(result === target, target, base.width);
console.log(
  Object.values(base).reduce((a, b) => a + b),
  Object.entries(base)
    .map(([name, value]) => `${name[0]}${value}`)
    .join(""),
);
const byName = new Map(Object.entries(base));
byName.set("width", 99).delete("depth");
console.log(byName, Object.entries(base).length, new Map(Object.entries({ b: "x", a: "y" })).get("a"));
const sorted = Object.entries({ zeta: 3, alpha: 1, mid: 2 }).sort(([, a], [, b]) => a - b);
console.log(sorted.map(([name]) => name).join(" < "), Object.keys({ b: 1, a: 2, 2: "x", 1: "y" }).join(" "));
class Shape {
  sides = 0;
  #hidden = 1;
  static made = 5;
  get hidden(): number {
    return this.#hidden;
  }
}
class Square extends Shape {
  override sides = 4;
  colour: string | null = null;
}
console.log(Object.keys(new Square()), Object.values(new Square()), Object.hasOwn(new Square(), "hidden"), new Square().hidden);
