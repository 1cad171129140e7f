// Exceptions across calls: classes of errors, methods, closures, constructors, finally with jumps, and one that nothing catches.

class NotFound extends Error {
  constructor(
    readonly key: string,
    readonly depth: number,
  ) {
    super(`no ${key}`);
    this.name = "NotFound";
  }
  override toString(): string {
    return `<${this.message}>`;
  }
}
function fail(key: string, depth: number): never {
  throw new NotFound(key, depth);
}
function lookup(keys: string[], key: string, depth = 0): string {
  if (depth > 3) fail(key, depth);
  if (keys[0] === key) return keys[0];
  return lookup(keys.slice(1), key, depth + 1);
}
function attempt(key: string): string {
  try {
    return lookup(["a", "b", "c", "d", "e"], key);
  } catch (error) {
    if (error instanceof NotFound) return `${error}:${error.depth}:${error.key}`;
    throw error;
  }
}
console.log(attempt("b"), attempt("z"));
interface Runner {
  run(n: number): number;
}
class Careful implements Runner {
  run(n: number): number {
    return n;
  }
}
class Thrower implements Runner {
  run(n: number): number {
    if (n > 1) throw `too big ${n}`;
    return n;
  }
}
const runners: Runner[] = [new Careful(), new Thrower()];
for (const runner of runners)
  for (let i = 0; i < 3; i++) {
    try {
      console.log(runner.run(i));
    } catch (e) {
      console.log(typeof e, typeof e === "string" ? e : "?");
      continue;
    } finally {
      console.log("f", i);
    }
    console.log("after", i);
  }
function order(): string {
  let log = "";
  const outer = (): number => {
    for (let i = 0; ; i++) {
      try {
        try {
          if (i === 2) return i;
          if (i === 1) throw 5;
          log += "n";
        } finally {
          log += `f${i}`;
          if (i === 1) break;
        }
      } finally {
        log += "o";
      }
    }
    return -1;
  };
  return `${outer()} ${log}`;
}
console.log(order());
const f = (n: number): number => {
  if (n < 0) throw n;
  return n * 2;
};
try {
  console.log([1, 2, -3, 4].map(f).join());
} catch (e) {
  if (typeof e === "number") console.log("caught", e + 1);
}
let x = 0;
try {
  x = 1;
  f(-1);
  x = 2;
} catch {
  x += 10;
}
console.log(x);
new Map<string, number>([["a", 1]]).forEach((v, k) => {
  try {
    f(-v);
  } catch {
    console.log("in", k);
  }
});
class R {
  constructor(n: number) {
    if (n > 2) throw new RangeError("ctor");
  }
}
try {
  new R(1);
  new R(3);
} catch (e) {
  console.log(e instanceof RangeError, e instanceof Error && e.message);
}
throw new Error("the end é");
