// What an error has of its own: its name where it was given one, and what its class adds. Message, cause and stack are not listed.
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
class NotFound extends HttpError {
  readonly at = "here";
  constructor(what: string) {
    super(404, `${what} not found`, { cause: what });
    this.name = new.target.name;
  }
}
class Plain extends Error {
  calls = 3;
}
class Repeated extends Error {
  constructor(
    public override readonly message: string,
    public code: number,
  ) {
    super(message);
  }
}
class Emptied extends Error {
  override cause?: unknown;
  constructor(cause: unknown) {
    super("emptied", { cause });
  }
}
class Announced extends Error {
  declare readonly name: "Announced";
  constructor(readonly kind: string) {
    super(kind);
  }
}

const late = new Plain("late");
late.name = "Late";
const list: Error[] = [
  new ValidationError("a", "bad"),
  new HttpError(500, "oops"),
  new NotFound("x"),
  new Plain("p"),
  late,
  new Repeated("twice", 7),
  new TypeError("t"),
  new Announced("k"),
  new AggregateError([1, 2], "many"),
];
for (const error of list) {
  console.log(error.name, Object.keys(error), JSON.stringify({ error }), Object.hasOwn(error, "name"));
  for (const key in error) console.log(key);
  const behind: unknown = error;
  console.log(JSON.stringify(behind));
}
const failed = new NotFound("page");
console.log(Object.entries(failed), { ...failed }, JSON.stringify({ ...failed, retried: true }));
console.log({ ...new Plain("p") }, new Plain("p").calls, new Emptied(4).cause);
const copy = { ...new HttpError(503, "busy"), retried: true };
console.log(copy, copy.status, copy.message === undefined, JSON.stringify(copy));
const { status, ...others } = new NotFound("rest");
console.log(status, others);
const { calls, ...unnamed } = new Plain("p");
console.log(calls, unnamed);
