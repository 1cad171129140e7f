// finally that itself jumps, returns or throws, in loops: what was under way is given up, and pending values do not leak through.

function jumps(kind: string): string {
  const log: string[] = [];
  outer: for (let i = 0; i < 3; i++) {
    for (const letter of ["a", "b"]) {
      try {
        log.push(`${i}${letter}`);
        if (kind === "throw") throw new Error("lost");
        if (kind === "return") return "never seen";
        if (kind === "break") break outer;
      } finally {
        if (i < 1) continue outer;
        if (letter === "b") break outer;
        log.push("after");
      }
    }
  }
  return log.join(" ");
}
function attempt(act: () => string): string {
  try {
    return act();
  } catch (error) {
    return error instanceof Error ? `caught ${error.message}` : "?";
  }
}
for (const kind of ["none", "throw", "return", "break"])
  console.log(
    kind,
    attempt(() => jumps(kind)),
  );

function replaced(): string {
  try {
    try {
      throw new Error("first");
    } finally {
      throw new RangeError("second");
    }
  } catch (error) {
    return String(error);
  }
}
function nested(n: number): number {
  for (;;) {
    try {
      try {
        if (n-- === 0) return 1;
        continue;
      } finally {
        n -= 2;
        if (n === 4) break;
      }
    } finally {
      if (n < -3) throw new Error(`low ${n}`);
    }
  }
  return n * 100;
}
console.log(replaced());
for (const n of [0, 1, 3, 7, 6])
  console.log(
    n,
    attempt(() => String(nested(n))),
  );

function kept(): string {
  let text = "at return";
  try {
    return text;
  } finally {
    text = "changed after";
    block: {
      if (text.length > 3) break block;
      text = "";
    }
  }
}
console.log(kept());
