// Errors that the library throws are caught, pass finally blocks, and leave the program as it was.
const log: string[] = [];
function attempt(name: string, action: () => unknown): void {
  try {
    action();
    log.push(`${name} fine`);
  } catch (e) {
    log.push(e instanceof Error ? `${name} ${e.name}: ${e.message}` : `${name} other`);
  } finally {
    log.push(`${name} done`);
  }
}
attempt("repeat", () => "x".repeat(-1));
attempt("fixed", () => (1).toFixed(200));
attempt("radix", () => (10).toString(99));
attempt("point", () => String.fromCodePoint(-5));
attempt("with", () => [1].with(4, 1));
attempt("length", () => new Array<number>(-1));
attempt("reduce", () => ([] as number[]).reduce((a, b) => a + b));
attempt("decode", () => decodeURIComponent("%"));
attempt("fine", () => "x".repeat(2));
console.log(log.join("\n"));
