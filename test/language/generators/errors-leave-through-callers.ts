// Errors that start in a generator pass through for-of, spread, destructuring and delegation, and end the generator.

const log: string[] = [];
function* risky(limit: number): Generator<number, void> {
  try {
    for (let i = 0; ; i++) {
      if (i === limit) throw new RangeError(`at ${limit}`);
      yield i;
    }
  } finally {
    log.push(`closed ${limit}`);
  }
}
function attempt(name: string, act: () => string): void {
  let text: string;
  try {
    text = act();
  } catch (error) {
    text = `error ${error instanceof Error ? error.message : "?"}`;
  }
  console.log(name, text, `[${log.splice(0).join(", ")}]`);
}
attempt("loop", () => {
  let sum = 0;
  for (const n of risky(3)) sum += n;
  return `${sum}`;
});
attempt("body", () => {
  for (const n of risky(9)) if (n === 2) throw new Error("in the body");
  return "?";
});
attempt("spread", () => [...risky(2)].join());
attempt("pattern", () => {
  const [a, b] = risky(2);
  return `${a} ${b}`;
});
attempt("longer pattern", () => {
  const [a, b, c] = risky(2);
  return `${a} ${b} ${c}`;
});
attempt("rest", () => {
  const [a, ...more] = risky(4);
  return `${a} ${more.length}`;
});
attempt("from", () => Array.from(risky(5), (n) => n * 2).join());
attempt("set", () => `${new Set(risky(1)).size}`);
attempt("delegated", () => {
  function* wrapped(): Generator<number, void> {
    try {
      yield* risky(1);
    } catch (error) {
      log.push(error instanceof RangeError ? "kept" : "?");
      yield -1;
    }
    yield* risky(0);
  }
  const seen: number[] = [];
  for (const n of wrapped()) seen.push(n);
  return seen.join();
});
attempt("after", () => {
  const g = risky(0);
  try {
    g.next();
  } catch {
    log.push("first");
  }
  return `${g.next().done} ${[...g].length}`;
});
attempt("running", () => {
  let self: Generator<number, void> | null = null;
  function* entered(): Generator<number, void> {
    yield 1;
    try {
      self?.next();
    } finally {
      self = null;
    }
  }
  self = entered();
  return `${self.next().value} ${self.next().value}`;
});
