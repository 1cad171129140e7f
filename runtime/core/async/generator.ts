// Generators: what a call of a generator function gives.
// Owns:       the closure of the body until it has ended, and the values that go in and out of it.
// Invariants: (1) the body sets `state` to Suspended before it leaves at a yield; leaving otherwise, it has ended
//             (2) compiled code knows the fields by name and the requests by number (compiler/frontend/coroutines/lower-generators.ts)
// Manual:     ECMA-262 "Generator Objects".

import { TypeError } from "../errors/error.ts";
import { Request } from "./generator-requests.ts";

const enum State {
  Beginning = 0,
  Suspended = 1,
  Running = 2,
  Ended = 3,
}

/** @covariant */
export class Generator<T, R, N> {
  private state: State = State.Beginning;
  /** What the body is to do where it goes on. */
  request: Request = Request.Plain;
  /** The value of the last yield. */
  yielded!: T;
  sent!: N;
  returned: R | undefined = undefined;
  failure: unknown;
  private body: ((generator: Generator<T, R, N>) => void) | null;

  constructor(body: (generator: Generator<T, R, N>) => void) {
    this.body = body;
  }

  next(value: N | undefined = undefined): IteratorResult<T, R | undefined> {
    if (value === undefined) return this.advance() ? this.yieldStep() : this.returnStep();
    this.sent = value;
    return this.resume(Request.Next) ? this.yieldStep() : this.returnStep();
  }

  return(value: R | undefined = undefined): IteratorResult<T, R | undefined> {
    if (this.state === State.Beginning) this.end();
    this.returned = value;
    return this.state !== State.Ended && this.resume(Request.Return) ? this.yieldStep() : this.returnStep();
  }

  throw(reason: unknown): IteratorResult<T, R | undefined> {
    if (this.state === State.Beginning) this.end();
    if (this.state === State.Ended) throw reason;
    this.failure = reason;
    return this.resume(Request.Throw) ? this.yieldStep() : this.returnStep();
  }

  [Symbol.iterator](): Generator<T, R, N> {
    return this;
  }

  // For loops

  /** Runs the body to its next yield; whether there was one. */
  advance(): boolean {
    return this.resume(Request.Plain);
  }

  /** Ends the generator where it is, as a loop does that is left early. */
  close(): void {
    if (this.state === State.Beginning) this.end();
    if (this.state !== State.Ended) this.resume(Request.Return);
  }

  // For yield*

  /** Takes the value that a request to come sends. */
  take(value: N): void {
    this.sent = value;
  }

  /** Does what the generator around this one is asked to do; whether there was a yield. */
  follow(request: u32, failure: unknown): boolean {
    if (request === u32(Request.Throw)) {
      this.failure = failure;
      return this.resume(Request.Throw);
    }
    if (request === u32(Request.Return)) return this.resume(Request.Return);
    return this.resume(request === u32(Request.Next) ? Request.Next : Request.Plain);
  }

  takeReturned(): R | undefined {
    const value = this.returned;
    this.returned = undefined;
    return value;
  }

  private resume(request: Request): boolean {
    if (this.state === State.Running) throw new TypeError("Generator is already running");
    const { body } = this;
    if (body === null) {
      // A loop has no use for what was returned, and leaves it here.
      this.returned = undefined;
      return false;
    }
    this.request = request;
    this.state = State.Running;
    try {
      body(this);
    } finally {
      // The body has changed it if it yielded.
      if (this.isRunning()) this.end();
    }
    return this.body !== null;
  }

  private isRunning(): boolean {
    return this.state === State.Running;
  }

  private end(): void {
    this.state = State.Ended;
    this.body = null;
  }

  private yieldStep(): IteratorResult<T, R | undefined> {
    return { value: this.yielded, done: false };
  }

  /** The value is given once; later steps have none. */
  private returnStep(): IteratorResult<T, R | undefined> {
    return { value: this.takeReturned(), done: true };
  }
}

/** An exception thrown into a generator that walks over something else by `yield*`. */
export function refuseThrow(): never {
  throw new TypeError("The iterator does not provide a 'throw' method.");
}
