// Classes of the library as values: in a table of errors, chosen by a condition, passed to be asked for their instances.

const kinds = new Map<string, new (message: string) => Error>([
  ["range", RangeError],
  ["type", TypeError],
  ["plain", Error],
]);
for (const [key, Kind] of kinds) {
  const error = new Kind(`from ${key}`);
  console.log(key, Kind.name, String(error), error instanceof RangeError, error instanceof Error, error instanceof Kind);
}

function thrownBy(action: () => void, kind: new (message: string) => Error): string {
  try {
    action();
  } catch (error) {
    return error instanceof kind ? `a ${kind.name}: ${error.message}` : "another error";
  }
  return "nothing";
}
const fail = (): never => {
  throw new RangeError("too far");
};
console.log(
  thrownBy(fail, RangeError),
  "|",
  thrownBy(fail, TypeError),
  "|",
  thrownBy(fail, Error),
  "|",
  thrownBy(() => {}, Error),
);

const choose = (isRange: boolean): Error => {
  const Kind = isRange ? RangeError : TypeError;
  return new Kind(Kind.name.toLowerCase());
};
console.log(choose(true).name, choose(true).message, choose(false).name);

class HttpError extends Error {
  override name = "HttpError";
  readonly status: number = 404;
}
const retryable: (new (message: string) => Error)[] = [RangeError, HttpError];
const mayRetry = (error: unknown): boolean => retryable.some((kind) => error instanceof kind);
console.log([new RangeError(), new HttpError("x"), new TypeError(), "text", null].map(mayRetry));
let current: new (message: string) => Error = Error;
current = TypeError;
console.log(current === TypeError, current === Error, new current("y") instanceof TypeError);
