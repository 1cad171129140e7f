// Errors of the library that TypeScript takes for each other, as they have the same members: what they are is found out when asked.

const limit: TypeError = new RangeError("too far");
console.log(limit instanceof TypeError, limit instanceof RangeError, limit.name, String(limit));

const typed: TypeError[] = [new TypeError("a"), new SyntaxError("b")];
for (const error of typed) console.log(error instanceof TypeError, error instanceof SyntaxError, error.message);

for (const error of [new EvalError("e"), new URIError("u"), new ReferenceError("r"), new SyntaxError("s"), new TypeError("t")])
  console.log(error.name, error instanceof Error, error instanceof TypeError, error instanceof URIError);

class OwnError extends TypeError {
  readonly code = 7;
}
function kindOf(error: RangeError | TypeError | string): string {
  if (typeof error === "string") return "text";
  if (error instanceof OwnError) return `own ${error.code}`;
  return error instanceof RangeError ? "range" : error instanceof TypeError ? "type" : "another";
}
console.log([new RangeError(), new TypeError(), new OwnError(), new URIError(), "x"].map(kindOf).join());

function firstOf(...makers: (() => Error)[]): TypeError | undefined {
  return makers.map((make) => make()).find((made): made is TypeError => made instanceof TypeError);
}
console.log(
  firstOf(
    () => new Error("1"),
    () => new OwnError("2"),
    () => new TypeError("3"),
  )?.message,
);
