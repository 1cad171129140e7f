// Library declarations of what comes later: promises, timers, the clock. A part of lib.d.ts.

/** A callback may say what it expects the reason to be; that is tested when it is called. As the type of a method, to allow for it. */
type OnRejected<B> = { call(reason: unknown): B | PromiseLike<B> }["call"];
interface PromiseLike<T> {
  then<A = T, B = never>(onFulfilled?: ((value: T) => A | PromiseLike<A>) | null, onRejected?: OnRejected<B> | null): PromiseLike<A | B>;
}
interface Promise<T> extends PromiseLike<T> {
  then<A = T, B = never>(onFulfilled?: ((value: T) => A | PromiseLike<A>) | null, onRejected?: OnRejected<B> | null): Promise<A | B>;
  catch<B = never>(onRejected?: OnRejected<B> | null): Promise<T | B>;
  finally(callback?: (() => void) | null): Promise<T>;
}
interface PromiseFulfilledResult<T> {
  status: "fulfilled";
  value: T;
}
interface PromiseRejectedResult {
  status: "rejected";
  reason: unknown;
}
type PromiseSettledResult<T> = PromiseFulfilledResult<T> | PromiseRejectedResult;
interface PromiseWithResolvers<T> {
  promise: Promise<T>;
  resolve: (value: T | PromiseLike<T>) => void;
  reject: (reason?: unknown) => void;
}
interface PromiseConstructor {
  new <T>(executor: (resolve: (value: T | PromiseLike<T>) => void, reject: (reason?: unknown) => void) => void): Promise<T>;
  resolve(): Promise<void>;
  resolve<T>(value: T): Promise<Awaited<T>>;
  resolve<T>(value: T | PromiseLike<T>): Promise<Awaited<T>>;
  reject<T = never>(reason?: unknown): Promise<T>;
  all<T extends readonly unknown[] | []>(values: T): Promise<{ -readonly [P in keyof T]: Awaited<T[P]> }>;
  all<T>(values: Iterable<T | PromiseLike<T>>): Promise<Awaited<T>[]>;
  allSettled<T extends readonly unknown[] | []>(values: T): Promise<{ -readonly [P in keyof T]: PromiseSettledResult<Awaited<T[P]>> }>;
  allSettled<T>(values: Iterable<T | PromiseLike<T>>): Promise<PromiseSettledResult<Awaited<T>>[]>;
  race<T extends readonly unknown[] | []>(values: T): Promise<Awaited<T[number]>>;
  race<T>(values: Iterable<T | PromiseLike<T>>): Promise<Awaited<T>>;
  any<T extends readonly unknown[] | []>(values: T): Promise<Awaited<T[number]>>;
  any<T>(values: Iterable<T | PromiseLike<T>>): Promise<Awaited<T>>;
  try<T, A extends unknown[]>(callback: (...values: A) => T | PromiseLike<T>, ...values: A): Promise<Awaited<T>>;
  withResolvers<T>(): PromiseWithResolvers<T>;
}
declare var Promise: PromiseConstructor;

// Asynchronous iteration

interface AsyncIterator<T, R = any, N = unknown> {
  next(value?: N): Promise<IteratorResult<T, R>>;
  return?(value?: unknown): Promise<IteratorResult<T, R>>;
  throw?(reason?: unknown): Promise<IteratorResult<T, R>>;
}
interface AsyncIterable<T, R = any, N = unknown> {
  [Symbol.asyncIterator](): AsyncIterator<T, R, N>;
}
interface AsyncIterableIterator<T, R = any, N = unknown> extends AsyncIterator<T, R, N> {
  [Symbol.asyncIterator](): AsyncIterableIterator<T, R, N>;
}
interface AsyncGenerator<T = unknown, R = void, N = unknown> extends AsyncIterableIterator<T, R, N> {
  next(...input: [] | [N]): Promise<IteratorResult<T, R>>;
  return(value?: R | PromiseLike<R>): Promise<IteratorResult<T, R>>;
  throw(reason: unknown): Promise<IteratorResult<T, R>>;
  [Symbol.asyncIterator](): AsyncGenerator<T, R, N>;
}

/** What setTimeout gives, for clearTimeout. */
interface Timeout {
  readonly __timeout?: "timer";
  hasRef(): boolean;
  ref(): Timeout;
  /** Its time begins anew. */
  refresh(): Timeout;
  /** From now on the program ends without waiting for it. */
  unref(): Timeout;
}
declare function setTimeout(callback: (nothing: void) => void, delay?: number): Timeout;
declare function setTimeout<A extends unknown[]>(callback: (...values: A) => void, delay?: number, ...values: A): Timeout;
declare function setInterval<A extends unknown[]>(callback: (...values: A) => void, delay?: number, ...values: A): Timeout;
declare function clearTimeout(timer: Timeout | undefined): void;
declare function clearInterval(timer: Timeout | undefined): void;
declare function queueMicrotask(job: () => void): void;
interface Performance {
  now(): number;
}
declare var performance: Performance;

// By members, not by name: only so does TypeScript take Awaited<T> for T where T is not known yet.
type Awaited<T> = T extends null | undefined
  ? T
  : T extends object & { then(use: infer F, ...rest: infer _): unknown }
    ? F extends (value: infer V, ...rest: infer _) => unknown
      ? Awaited<V>
      : never
    : T;
