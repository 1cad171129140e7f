// Errors: the classes that programs throw and extend, and the runtime throws.
// Manual:     ECMA-262 "Error Objects", "AggregateError Objects".

import { exceptionsAreUsed } from "tsmetal/unsafe";
import { throwWhenOutOfMemory } from "../memory/allocation.ts";
import { callsOf, textOfCalls } from "./error-stack.ts";

export interface ErrorOptions {
  cause?: unknown;
}

/**
 * What an error holds is in cells whose names no program can write. Those with `#own` are properties that an error has of its own once it
 * is given them; before, its class speaks for it, which a program's accessor may do as well.
 */
export class Error {
  private "#own name": string | undefined = undefined;
  private "#own message": string | undefined = undefined;
  private "#own cause": unknown;
  /** The name that the class of the library gives. */
  protected "#kind": string = "Error";
  private readonly "#calls": u64[];
  /** Once somebody has asked for it, it stays as it is. */
  private "#stack": string | undefined = undefined;

  constructor(message: string | undefined = undefined, options: ErrorOptions | undefined = undefined) {
    this["#own message"] = message;
    if (options !== undefined) this["#own cause"] = options.cause;
    this["#calls"] = callsOf();
  }

  get name(): string {
    return this["#own name"] ?? this["#kind"];
  }

  set name(name: string) {
    this["#own name"] = name;
  }

  get message(): string {
    return this["#own message"] ?? "";
  }

  set message(message: string) {
    this["#own message"] = message;
  }

  get cause(): unknown {
    return this["#own cause"];
  }

  set cause(cause: unknown) {
    this["#own cause"] = cause;
  }

  /** The first line says what, each further one a call that led there, innermost first. */
  get stack(): string {
    const known: string | undefined = this["#stack"];
    if (known !== undefined) return known;
    const text: string = headOf(this.name, this.message) + textOfCalls(this["#calls"]);
    this["#stack"] = text;
    return text;
  }

  set stack(text: string) {
    this["#stack"] = text;
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
  protected override "#kind": string = "RangeError";
}

export class TypeError extends Error {
  protected override "#kind": string = "TypeError";
}

export class SyntaxError extends Error {
  protected override "#kind": string = "SyntaxError";
}

export class ReferenceError extends Error {
  protected override "#kind": string = "ReferenceError";
}

export class EvalError extends Error {
  protected override "#kind": string = "EvalError";
}

export class URIError extends Error {
  protected override "#kind": string = "URIError";
}

/** Several errors as one. */
export class AggregateError extends Error {
  protected override "#kind": string = "AggregateError";
  private readonly "#errors": unknown[];

  constructor(errors: readonly unknown[], message: string | undefined = undefined, options: ErrorOptions | undefined = undefined) {
    super(message, options);
    this["#errors"] = errors.slice();
  }

  get errors(): unknown[] {
    return this["#errors"];
  }
}

/** An exception that came while another was on its way. */
export class SuppressedError extends Error {
  protected override "#kind": string = "SuppressedError";
  private readonly "#error": unknown;
  private readonly "#suppressed": unknown;

  constructor(error: unknown, suppressed: unknown, message: string = "An error was suppressed during disposal") {
    super(message);
    this["#error"] = error;
    this["#suppressed"] = suppressed;
  }

  get error(): unknown {
    return this["#error"];
  }

  get suppressed(): unknown {
    return this["#suppressed"];
  }
}

/** A variable that a function asks for before its declaration has run. */
export function refuseEarlyUse(name: string): never {
  throw new ReferenceError(`Cannot access '${name}' before initialization`);
}

/** An assignment to what a class of the program only gives. */
export function refuseAssignment(name: string, className: string): never {
  throw new TypeError(`Cannot set property ${name} of #<${className}> which has only a getter`);
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
