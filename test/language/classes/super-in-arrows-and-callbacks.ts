// super inside arrows, callbacks, default parameters and nested arrows is the parent of the class where the text stands, for this object.

class Base {
  constructor(readonly name: string) {}
  describe(n: number): string {
    return `Base(${this.name}, ${n})`;
  }
  get title(): string {
    return `title of ${this.name}`;
  }
  static kind(): string {
    return "base";
  }
}
class Middle extends Base {
  override describe(n: number): string {
    return `Middle<${super.describe(n + 1)}>`;
  }
  all(numbers: number[]): string[] {
    return numbers.map((n) => super.describe(n));
  }
  later(): () => () => string {
    return () => () => `${super.title} / ${this.title}`;
  }
  withDefault(text = super.describe(0), make = (): string => super.title): string {
    return `${text} ${make()}`;
  }
  static override kind(): string {
    const parent = (): string => super.kind();
    return `middle of ${parent()}`;
  }
}
class Leaf extends Middle {
  override get title(): string {
    return `leaf ${super.title}`;
  }
  override describe(n: number): string {
    const inner = (depth: number): string => (depth === 0 ? super.describe(n) : `(${inner(depth - 1)})`);
    return inner(2);
  }
  static override kind(): string {
    return ["leaf", super.kind()].join(" of ");
  }
}
const leaf = new Leaf("L");
console.log(leaf.describe(1));
console.log(leaf.all([1, 2]).join(" "));
console.log(leaf.later()()());
console.log(
  leaf.withDefault(),
  leaf.withDefault("given"),
  leaf.withDefault(undefined, () => "made"),
);
console.log(Leaf.kind(), Middle.kind(), Base.kind());
const kept = [new Leaf("a"), new Middle("b")].map((object) => object.later());
console.log(kept.map((f) => f()()).join("; "));
