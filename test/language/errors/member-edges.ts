// Errors of every class: names, messages, causes, instanceof, their texts and their first lines.

const made: Error[] = [
  new Error(),
  new Error("m"),
  new RangeError("r"),
  new TypeError("t"),
  new SyntaxError("s"),
  new ReferenceError("f"),
  new EvalError("e"),
  new URIError("u"),
];
for (const error of made) {
  console.log(
    error.name,
    JSON.stringify(error.message),
    String(error),
    `${error}`,
    error.stack.split("\n")[0],
    error instanceof TypeError,
    error instanceof Error,
  );
}
const cause = new Error("outer", { cause: new RangeError("inner") });
console.log(
  cause.cause instanceof RangeError,
  cause.cause instanceof Error ? cause.cause.message : "",
  new Error("x").cause,
  new Error("y", { cause: 5 }).cause,
);
class HttpError extends Error {
  override name = "HttpError";
  constructor(
    readonly status: number,
    message?: string,
  ) {
    super(message ?? `status ${status}`);
  }
}
class NotFound extends HttpError {
  constructor() {
    super(404);
  }
}
const missing = new NotFound();
console.log(missing.name, missing.message, missing.status, String(missing), missing instanceof HttpError, missing instanceof RangeError);
missing.name = "Renamed";
missing.message = "changed";
console.log(String(missing), missing.toString());
const several = new AggregateError([new Error("a"), "b", 3], "several");
console.log(several.name, several.message, several.errors.length, String(several.errors[0]), several.errors[1], several instanceof Error);
const nameless = new Error("only message");
nameless.name = "";
console.log(String(nameless), `[${new Error("")}]`);
function attempt(code: () => unknown): string {
  try {
    return String(code());
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : `thrown ${String(error)}`;
  }
}
console.log(
  attempt(() => {
    throw "text";
  }),
  attempt(() => {
    throw 5;
  }),
  attempt(() => JSON.parse<number>("5")),
  attempt(() => "x".repeat(-1)),
  attempt(() => new Array<number>(-1)),
);
console.log(
  attempt(() => decodeURIComponent("%")),
  attempt(() => (1).toFixed(200)),
  attempt(() => new Array<number>().reduce((a, b) => a + b)),
);
