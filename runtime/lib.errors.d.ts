// Library declarations of errors. A part of lib.d.ts.

interface ErrorOptions {
  cause?: unknown;
}
interface Error {
  name: string;
  message: string;
  cause?: unknown;
  stack: string;
  toString(): string;
}
interface ErrorConstructor {
  new (message?: string, options?: ErrorOptions): Error;
  /** Nothing is left to do: an error knows where it was made. */
  captureStackTrace(target: object, above?: unknown): void;
  isError(value: unknown): value is Error;
}
declare var Error: ErrorConstructor;
interface RangeError extends Error {}
declare var RangeError: { new (message?: string, options?: ErrorOptions): RangeError };
interface TypeError extends Error {}
declare var TypeError: { new (message?: string, options?: ErrorOptions): TypeError };
interface SyntaxError extends Error {}
declare var SyntaxError: { new (message?: string, options?: ErrorOptions): SyntaxError };
interface ReferenceError extends Error {}
declare var ReferenceError: { new (message?: string, options?: ErrorOptions): ReferenceError };
interface EvalError extends Error {}
declare var EvalError: { new (message?: string, options?: ErrorOptions): EvalError };
interface URIError extends Error {}
declare var URIError: { new (message?: string, options?: ErrorOptions): URIError };
interface AggregateError extends Error {
  readonly errors: unknown[];
}
declare var AggregateError: { new (errors: readonly unknown[], message?: string, options?: ErrorOptions): AggregateError };
interface SuppressedError extends Error {
  readonly error: unknown;
  readonly suppressed: unknown;
}
declare var SuppressedError: { new (error: unknown, suppressed: unknown, message?: string): SuppressedError };
