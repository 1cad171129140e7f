// Assert: statements about the compiler's own state that must hold; a failure is a bug of the compiler, never of the user's program.

export class CompilerBug extends Error {
  override name = "CompilerBug";
}

/** Throws CompilerBug unless the condition holds. Pass a function as message where building the text costs time. */
export function assert(condition: boolean, message: string | (() => string) = "assertion failed"): asserts condition {
  if (!condition) throw new CompilerBug(typeof message === "string" ? message : message());
}

/** For the branch that no value can reach; the parameter type makes a forgotten case a compile error. */
export function unreachable(value: never, what = "value"): never {
  throw new CompilerBug(`unexpected ${what}: ${String(value)}`);
}

/** The value, which must be there. */
export function required<T>(value: T | undefined | null, what: string): T {
  if (value === undefined || value === null) throw new CompilerBug(`missing ${what}`);
  return value;
}
