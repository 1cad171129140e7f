// Constructors with returns, throws and loops before and after super(): which fields exist, which effects happened, what is freed.

const log: string[] = [];
function note<T>(text: string, value: T): T {
  log.push(text);
  return value;
}
class Source {
  readonly items = note("items", [1, 2, 3]);
  constructor(limit: number) {
    log.push(`Source ${limit}`);
    if (limit < 0) throw new RangeError(`limit ${limit}`);
    if (limit === 0) return;
    this.items.length = Math.min(limit, this.items.length);
    log.push("cut");
  }
}
class Child extends Source {
  readonly label = note("label", `has ${this.items.length}`);
  extra: string[] = [];
  constructor(text: string) {
    const parsed = Number.parseInt(text, 10);
    super(Number.isNaN(parsed) ? 0 : parsed);
    for (const item of this.items) {
      if (item === 3) return;
      this.extra.push(`${text}:${item}`);
    }
    log.push("all");
  }
}
for (const text of ["2", "x", "-1", "7"]) {
  try {
    const child = new Child(text);
    console.log(text, child.label, child.extra.join(), "|", log.splice(0).join(" "));
  } catch (error) {
    console.log(text, String(error), "|", log.splice(0).join(" "));
  }
}
class Retry {
  static attempts = 0;
  readonly at: number;
  constructor(fail: number) {
    for (;;) {
      try {
        Retry.attempts++;
        if (Retry.attempts % 4 < fail) throw new Error("again");
        this.at = Retry.attempts;
        return;
      } catch {
        if (Retry.attempts > 20) throw new Error("given up");
      } finally {
        log.push(`${Retry.attempts}`);
      }
    }
  }
}
console.log(new Retry(1).at, new Retry(3).at, log.splice(0).join());
try {
  console.log(new Retry(5).at);
} catch (error) {
  console.log(error instanceof Error && error.message, log.at(-1));
}
