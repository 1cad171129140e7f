// Object spread: later properties win, spreads of absent values add nothing, and copies are shallow.

interface Options {
  name: string;
  size: number;
  tags: string[];
  note?: string;
}
const base: Options = { name: "base", size: 1, tags: ["t"] };
const bigger = { ...base, size: 10 };
const first: Partial<Options> = { size: 5, note: "kept" };
const renamed: Options = { ...first, ...base, name: "renamed" };
console.log(bigger.name, bigger.size, renamed.size, renamed.name, renamed.note);
bigger.tags.push("shared");
console.log(base.tags.length, base.size);
function configure(changes: Partial<Options> = {}): Options {
  return { ...base, ...changes };
}
console.log(configure().name, configure({ size: 7, note: "n" }).size, configure({ note: "n" }).note);
const { size, ...others } = renamed;
console.log(size, others.name, others.tags.length);
class Point {
  x = 1;
  y = 2;
  sum(): number {
    return this.x + this.y;
  }
}
const copy = { ...new Point(), z: 3 };
console.log(copy.x + copy.y + copy.z);
const merged = { ...{ a: 1, b: "x" }, ...{ b: "y", c: true } };
console.log(merged.a, merged.b, merged.c);
