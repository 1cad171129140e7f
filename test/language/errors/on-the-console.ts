// Errors on the console: the class where the stack does not tell it, causes of any type, and what an error has beside its stack.
class ValidationError extends Error {
  constructor(
    readonly field: string,
    message: string,
  ) {
    super(message);
    this.name = "ValidationError";
  }
}
class HttpError extends Error {
  override name = "HttpError";
  constructor(
    readonly status: number,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
class PlainError extends Error {}
class Odd extends Error {}
class Failure extends Error {
  override get name(): string {
    return "Failure";
  }
}
class Tagged extends Error {
  get [Symbol.toStringTag](): string {
    return "tag";
  }
}
class Several extends AggregateError {
  constructor(readonly code: number) {
    super([placed(new Error("inner")), 3], "several");
  }
}

/** The same error with one call on its stack, as the real ones are not those of Node. */
function placed<E extends Error>(error: E): E {
  error.stack = `${error}\n    at place`;
  return error;
}

for (const cause of [5, "text", { code: 5, deep: { list: [1, 2] } }, null, placed(new Error("in")), placed(new Odd("odd")), [1, 2]])
  console.log(placed(new Error("outer", { cause })));

const list: Error[] = [
  new ValidationError("a", "bad"),
  new HttpError(500, "oops", { cause: "c" }),
  new PlainError("plain"),
  new Odd("odd"),
  new Failure("failed"),
  new Tagged("tagged"),
  new AggregateError([1, placed(new Error("in"))], "many"),
  new Several(5),
  new AggregateError([]),
  new Error("line one\nline two"),
  new Error(),
];
for (const error of list) {
  console.log(placed(error));
  console.log({ error, list: [[error]] });
}

const renamed = new Error("renamed");
renamed.name = "Custom";
console.log(placed(renamed));
const late = new Error("late");
late.stack = "Error: late";
late.name = "Late";
console.log(late, { late, deep: [{ inside: [{ late }] }] });
const bare = new HttpError(400, "without calls");
bare.stack = "HttpError: without calls";
console.log(bare, [bare], { a: { b: { c: bare } } });
