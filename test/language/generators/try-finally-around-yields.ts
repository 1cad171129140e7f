// yield in try, catch and finally: return and throw from outside run the finally blocks, which may yield, and may change what is returned.

const log: string[] = [];
function* worker(name: string): Generator<string, string | undefined, number | undefined> {
  try {
    try {
      const got = yield `${name} try`;
      log.push(`got ${got}`);
      if (got === 13) throw new Error("unlucky");
      yield `${name} more`;
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      yield `${name} caught ${text}`;
      log.push("after catch");
    } finally {
      log.push("inner finally");
      yield `${name} cleaning`;
      log.push("cleaned");
    }
    return "end";
  } finally {
    log.push("outer finally");
  }
}
function show(result: IteratorResult<string, string | undefined>): string {
  return `${result.done === true ? "done" : "more"}:${result.value}`;
}
function run(name: string, act: (g: Generator<string, string | undefined, number | undefined>) => string[]): void {
  console.log(act(worker(name)).join(", "), `[${log.splice(0).join("; ")}]`);
}
run("plain", (g) => [1, 2, 3, 4, 5, 6].map(() => show(g.next(1))));
run("unlucky", (g) => [g.next(), g.next(13), g.next(), g.next(), g.next()].map(show));
run("returned", (g) => [g.next(), g.return("early"), g.next(), g.next(), g.return("late")].map(show));
run("before", (g) => [g.return("never ran"), g.next()].map(show));
run("twice", (g) => [g.next(), g.return("one"), g.return("two"), g.next()].map(show));
run("thrown", (g) => [g.next(), g.throw(new Error("outside")), g.return("x"), g.next(), g.next()].map(show));
run("in finally", (g) => {
  const seen = [g.next(), g.next(), g.next()].map(show);
  try {
    seen.push(show(g.throw(new RangeError("while cleaning"))));
  } catch (error) {
    seen.push(String(error), show(g.next()));
  }
  return seen;
});
function* overriding(): Generator<number, string> {
  for (;;) {
    try {
      yield 1;
      return "try";
    } finally {
      if (log.push("again") < 3) continue;
      return "finally";
    }
  }
}
const stubborn = overriding();
console.log(stubborn.next().value, stubborn.return("please").value, stubborn.return("now").value, stubborn.next().value);
console.log(stubborn.return("gone").value, log.length);
