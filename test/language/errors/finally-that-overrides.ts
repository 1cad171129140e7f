// A finally that overrides: its return wins over values and exceptions, its break ends the loop, its exception replaces the other.

function returns(kind: number): string {
  try {
    if (kind === 0) return "tried";
    if (kind === 1) throw new Error("lost");
    return "late";
  } catch (error) {
    if (kind === 1) return `caught ${error instanceof Error ? error.message : ""}`;
    throw error;
  } finally {
    if (kind === 2) return "finally";
  }
}

function swallows(): string {
  for (;;) {
    try {
      throw new Error("swallowed");
    } finally {
      break;
    }
  }
  return "went on";
}

function replaces(): void {
  try {
    throw new Error("first");
  } finally {
    throw new Error("second");
  }
}

function continues(): number[] {
  const seen: number[] = [];
  for (let at = 0; at < 5; at++) {
    try {
      if (at === 1) continue;
      if (at === 3) return [-1];
      seen.push(at);
    } finally {
      seen.push(at * 10);
      if (at === 3) continue;
    }
  }
  return seen;
}

function keepsOldValue(): number {
  let value = 1;
  try {
    return value;
  } finally {
    value = 2;
  }
}

console.log(returns(0), returns(1), returns(2), swallows(), keepsOldValue());
try {
  replaces();
} catch (error) {
  console.log(error instanceof Error && error.message);
}
console.log(continues());
