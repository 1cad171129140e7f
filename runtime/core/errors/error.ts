// Errors: the classes that programs throw and extend, and the runtime throws.
// Manual:     ECMA-262 "Error Objects", "AggregateError Objects".

import { exceptionsAreUsed } from "tsmetal/unsafe";
import { throwWhenOutOfMemory } from "../memory/allocation.ts";
import { callsOf, textOfCalls } from "./error-stack.ts";

export interface ErrorOptions {
  cause?: unknown;
}

export class Error {
  name: string = "Error";
  message: string;
  cause: unknown;
  private readonly calls: u64[];

  constructor(message: string = "", options: ErrorOptions | undefined = undefined) {
    this.message = message;
    if (options !== undefined) this.cause = options.cause;
    this.calls = callsOf();
  }

  /** The first line says what, each further one a call that led there, innermost first. */
  get stack(): string {
    return headOf(this.name, this.message) + textOfCalls(this.calls);
  }

  toString(): string {
    return headOf(this.name, this.message);
  }
}

function headOf(name: string, message: string): string {
  if (name === "") return message;
  return message === "" ? name : `${name}: ${message}`;
}

export class RangeError extends Error {
  override name: string = "RangeError";
}

export class TypeError extends Error {
  override name: string = "TypeError";
}

export class SyntaxError extends Error {
  override name: string = "SyntaxError";
}

export class ReferenceError extends Error {
  override name: string = "ReferenceError";
}

export class EvalError extends Error {
  override name: string = "EvalError";
}

export class URIError extends Error {
  override name: string = "URIError";
}

/** Several errors as one. */
export class AggregateError extends Error {
  override name: string = "AggregateError";
  readonly errors: unknown[];

  constructor(errors: readonly unknown[], message: string = "", options: ErrorOptions | undefined = undefined) {
    super(message, options);
    this.errors = errors.slice();
  }
}

/** An exception that came while another was on its way. */
export class SuppressedError extends Error {
  override name: string = "SuppressedError";
  readonly error: unknown;
  readonly suppressed: unknown;

  constructor(error: unknown, suppressed: unknown, message: string = "An error was suppressed during disposal") {
    super(message);
    this.error = error;
    this.suppressed = suppressed;
  }
}

/** A variable that a function asks for before its declaration has run. */
export function refuseEarlyUse(name: string): never {
  throw new ReferenceError(`Cannot access '${name}' before initialization`);
}

/** A second `super()` for the same object. */
export function refuseSecondSuper(): never {
  throw new ReferenceError("Super constructor may only be called once");
}

if (exceptionsAreUsed()) throwWhenOutOfMemory(new RangeError("out of memory"));

/** `Error.isError`. */
export function isError(value: unknown): boolean {
  return value instanceof Error;
}
