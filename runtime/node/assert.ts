// Assertions: Node's module `assert`, with strict comparison.
// Manual:     Node "Assert".

export interface AssertionErrorOptions {
  message?: string;
}

export class AssertionError extends Error {
  /** The cell of the library's errors for what their class is called. */
  readonly "#kind": string = "AssertionError";
  readonly code: "ERR_ASSERTION" = "ERR_ASSERTION";
  readonly generatedMessage: boolean;

  constructor(options: AssertionErrorOptions) {
    super(options.message ?? "Failed");
    this.generatedMessage = options.message === undefined;
  }
}

/** What a wrong value is reported with: a message of an AssertionError, or an error of the program's own. */
type Complaint = string | Error | undefined;

function complain(complaint: Complaint, otherwise: string): never {
  if (complaint instanceof Error) throw complaint;
  throw new AssertionError({ message: complaint ?? otherwise });
}

export function fail(message?: string | Error): never {
  complain(message, "Failed");
}

export function ok(value: unknown, message?: string | Error): asserts value {
  if (!value) complain(message, "The expression evaluated to a falsy value");
}

export function strictEqual<T>(actual: T, expected: T, message?: string | Error): void {
  if (!Object.is(actual, expected)) complain(message, "Expected values to be strictly equal");
}

export function notStrictEqual<T>(actual: T, expected: T, message?: string | Error): void {
  if (Object.is(actual, expected)) complain(message, 'Expected "actual" to be strictly unequal to "expected"');
}

/** The block has to throw; `accepts` may look at what it throws. */
export function throws(block: () => unknown, accepts?: ((error: unknown) => boolean) | string, message?: string): void {
  const complaint = typeof accepts === "string" ? accepts : message;
  try {
    block();
  } catch (error) {
    if (accepts !== undefined && typeof accepts !== "string" && !accepts(error))
      complain(complaint, 'The validation function is expected to return "true". Received false');
    return;
  }
  complain(complaint, "Missing expected exception.");
}

export function doesNotThrow(block: () => unknown, message?: string): void {
  try {
    block();
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    complain(`Got unwanted exception${message === undefined ? "." : `: ${message}`}\nActual message: "${text}"`, "");
  }
}

/** The promise has to be rejected. */
export async function rejects(promise: Promise<unknown>, accepts?: (error: unknown) => boolean, message?: string): Promise<void> {
  try {
    await promise;
  } catch (error) {
    if (accepts !== undefined && !accepts(error)) complain(message, 'The validation function is expected to return "true". Received false');
    return;
  }
  complain(message, "Missing expected rejection.");
}
