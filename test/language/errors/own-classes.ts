// Own error classes: fields, names, chains of instanceof, caught by the nearest handler.
class AppError extends Error {
  constructor(
    message: string,
    readonly code: number,
  ) {
    super(message);
    this.name = `App${code}`;
  }
}
class NotFound extends AppError {
  constructor(what: string) {
    super(`${what} not found`, 404);
  }
}
class Quiet extends Error {}
function run(kind: number): string {
  if (kind === 0) throw new NotFound("page");
  if (kind === 1) throw new AppError("broken", 500);
  if (kind === 2) throw new Quiet("shh");
  if (kind === 3) throw new TypeError("typed");
  return "fine";
}
for (let kind = 0; kind < 5; kind++) {
  try {
    console.log(run(kind));
  } catch (e) {
    if (e instanceof NotFound) console.log("not found", e.code, e.message, e instanceof AppError);
    else if (e instanceof AppError) console.log("app", e.code, e.message);
    else if (e instanceof Error) console.log("error", e.name, e.message);
  }
}
