// using: resources end after the returned value is made, in reverse, on every way out of a block; null is passed over.

const log: string[] = [];
class Lock {
  static held = 0;
  constructor(
    readonly name: string,
    private readonly failing = false,
  ) {
    Lock.held++;
  }
  [Symbol.dispose](): void {
    Lock.held--;
    log.push(`-${this.name}`);
    if (this.failing) throw new Error(`release ${this.name}`);
  }
}
function returned(early: boolean): string {
  using a = new Lock("a");
  using nothing = early ? null : new Lock("optional");
  if (early) {
    using b = new Lock("b");
    return `${b.name}${a.name} held ${Lock.held} ${nothing === null}`;
  }
  using c = new Lock("c");
  return `${nothing?.name} ${c.name} held ${Lock.held}`;
}
function flush(): string {
  return `[${log.splice(0).join(" ")}] ${Lock.held}`;
}
console.log(returned(true), flush());
console.log(returned(false), flush());

function jumps(): string {
  const seen: string[] = [];
  outer: for (const name of ["x", "y", "z"]) {
    using first = new Lock(name);
    switch (name) {
      case "x":
        continue;
      case "y": {
        using second = new Lock(`${name}2`);
        seen.push(second.name);
        break;
      }
      default:
        break outer;
    }
    seen.push(first.name);
  }
  return seen.join();
}
console.log(jumps(), flush());

function* numbers(): Generator<number, void> {
  using whole = new Lock("whole");
  for (let i = 0; ; i++) {
    using turn = new Lock(`${whole.name}${i}`);
    yield turn.name.length + i;
  }
}
for (const n of numbers()) if (n > 7) break;
console.log(flush());

function describe(error: unknown): string {
  if (error instanceof SuppressedError) return `(${describe(error.error)} hid ${describe(error.suppressed)})`;
  return error instanceof Error ? error.message : "?";
}
try {
  using a = new Lock("a", true);
  using b = new Lock("b");
  using c = new Lock("c", true);
  if (a.name < b.name) throw new Error(`body ${c.name}`);
} catch (error) {
  console.log(describe(error), flush());
}
