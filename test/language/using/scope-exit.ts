// `using` gives resources up at the end of their block, the last one first, on every way out.

const log: string[] = [];
class Resource {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
    log.push(`+${name}`);
  }
  [Symbol.dispose](): void {
    log.push(`-${this.name}`);
  }
}
function flush(title: string): void {
  console.log(title, log.join(" "));
  log.length = 0;
}

{
  using a = new Resource("a");
  using b = new Resource("b"),
    c = new Resource("c");
  log.push(a.name + b.name + c.name);
}
flush("block");
function early(n: number): string {
  using outer = new Resource("outer");
  if (n === 0) return "zero";
  {
    using inner = new Resource(`inner${n}`);
    if (n === 1) return inner.name;
    log.push("body");
  }
  return outer.name;
}
console.log(early(0), early(1), early(2));
flush("return");
for (let i = 0; i < 4; i++) {
  using turn = new Resource(`t${i}`);
  if (i === 1) continue;
  if (i === 2) break;
  log.push(turn.name);
}
flush("loop");
function failing(): void {
  using first = new Resource("first");
  using second = new Resource("second");
  throw new Error(first.name + second.name);
}
try {
  failing();
} catch (error) {
  log.push(error instanceof Error ? error.message : "?");
}
flush("throw");
function maybe(wanted: boolean): void {
  using found = wanted ? new Resource("maybe") : null;
  log.push(found === null ? "none" : found.name);
}
maybe(true);
maybe(false);
flush("null");
