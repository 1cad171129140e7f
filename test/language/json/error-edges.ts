// JSON of errors, promises and of what is unknown: only what a class of the program declares is a property of its own.

class HttpError extends Error {
  override name = "HttpError";
  constructor(readonly status: number) {
    super("m");
  }
}
console.log(
  JSON.stringify(new Error("x")),
  JSON.stringify(new HttpError(4)),
  JSON.stringify([new RangeError("r")]),
  JSON.stringify(Promise.resolve(1)),
);
const u: unknown = new HttpError(5);
const text: string = JSON.stringify(u);
console.log(text, text.length, JSON.stringify({ e: u, p: Promise.resolve(2) }));
function f(x: unknown): string {
  return JSON.stringify(x);
}
console.log(f([1]), f("x"), f(null));
