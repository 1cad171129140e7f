// Error.isError, and Error.captureStackTrace in constructors, as programs for Node write it. Node 20 does not have the first: the output is
// beside this, by the text of ECMAScript.

class Failure extends Error {
  readonly code: number;
  constructor(message: string, code: number) {
    super(message);
    this.name = "Failure";
    this.code = code;
    Error.captureStackTrace(this, Failure);
  }
}

function describe(value: unknown): string {
  return Error.isError(value) ? `${value.name}: ${value.message}` : `no error: ${typeof value}`;
}

for (const value of [new Failure("broken", 3), new RangeError("far"), "text", null, undefined, 5, { message: "no", name: "Error" }, [1]])
  console.log(describe(value));
try {
  throw new Failure("again", 7);
} catch (error) {
  if (Error.isError(error) && error instanceof Failure) console.log(error.code, error.message, error instanceof Error);
}
const settled = await Promise.allSettled([Promise.reject(new Failure("late", 1)), Promise.reject("plain")]);
for (const one of settled) console.log(one.status === "rejected" ? describe(one.reason) : "?");
