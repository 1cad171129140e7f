// Errors with causes: chains of them, causes that are no errors, what stack begins with, and names that are changed.
class StepError extends Error {
  override name = "StepError";
  constructor(
    readonly step: number,
    message: string,
    options?: ErrorOptions,
  ) {
    super(`step ${step}: ${message}`, options);
  }
}
function chain(error: unknown): string[] {
  if (!(error instanceof Error)) return error === undefined ? [] : [`(${String(error)})`];
  return [`${error}`, ...chain(error.cause)];
}
function run(step: number): number {
  if (step === 0) return JSON.parse("{bad") as number;
  try {
    return run(step - 1) + 1;
  } catch (error) {
    if (error instanceof SyntaxError) throw new StepError(step, "unreadable", { cause: error.name });
    throw new StepError(step, "failed", { cause: error });
  }
}
try {
  console.log(run(3));
} catch (error) {
  console.log(chain(error).join(" <- "));
  if (error instanceof StepError) console.log(error.step, error.stack.split("\n")[0], error.cause instanceof StepError);
}
const renamed = new RangeError("low");
renamed.name = "LimitError";
console.log(String(renamed), renamed.toString(), renamed instanceof RangeError, renamed.message);
renamed.name = "";
console.log(String(renamed), `[${new Error()}]`, `[${new TypeError("")}]`, String(new Error("a\nb")));
const plain = new Error("x", { cause: null });
console.log(
  plain.cause === null,
  new Error("y").cause === undefined,
  new Error("z", {}).cause === undefined,
  chain(new Error("n", { cause: 0 })),
);
for (const error of [new EvalError("e"), new URIError("u"), new ReferenceError("r"), new SyntaxError("s"), new TypeError("t")])
  console.log(error.name, error.stack.split("\n")[0], error instanceof Error, error instanceof TypeError);
const group = new AggregateError([new Error("one"), "two", plain], "many", { cause: renamed });
console.log(group.errors.length, group.errors.flatMap(chain), group.cause === renamed, String(group));
