// Async generators: what a call of an async generator function gives.
// Owns:       the closure of the body until it has ended; what was asked for and not yet answered, in order.
// Invariants: (1) the body leaves at an await (`isWaiting`), at a yield that nobody has asked to go on from (Suspended), or it has ended
//             (2) a request stays in the queue until its promise is settled
//             (3) compiled code knows the fields by name and the requests by number (frontend/coroutines/lower-async-generators.ts)
// Manual:     ECMA-262 "AsyncGenerator Objects". Each job there is one job here: the order of jobs is visible.

import { Request } from "./generator-requests.ts";
import { Promise, Waiting } from "./promise.ts";

const enum State {
  Beginning = 0,
  Suspended = 1,
  Running = 2,
  /** Ended, and it waits for the promise that a request to return has brought. */
  Returning = 3,
  Ended = 4,
}

/** A call of next, throw or return. */
class Asked<T, R, N> {
  readonly promise: Promise<IteratorResult<T, R | undefined>> = new Promise<IteratorResult<T, R | undefined>>();
  readonly request: Request;
  sent!: N;
  failure: unknown;
  returning: Promise<R | undefined> | null = null;

  constructor(request: Request) {
    this.request = request;
  }
}

/** @covariant */
export class AsyncGenerator<T, R, N> extends Waiting {
  private state: State = State.Beginning;
  /** What the body is to do where it goes on. */
  request: Request = Request.Plain;
  /** The value of the last yield. */
  yielded!: T;
  sent!: N;
  returned: R | undefined = undefined;
  failure: unknown;
  /** Of a request to return: what is to be returned, when it is there. */
  returning: Promise<R | undefined> | null = null;
  private body: ((generator: AsyncGenerator<T, R, N>) => void) | null;
  private queue: Asked<T, R, N>[] = [];

  constructor(body: (generator: AsyncGenerator<T, R, N>) => void) {
    super();
    this.body = body;
  }

  next(value: N | undefined = undefined): Promise<IteratorResult<T, R | undefined>> {
    if (value === undefined) return this.ask(new Asked<T, R, N>(Request.Plain));
    const asked = new Asked<T, R, N>(Request.Next);
    asked.sent = value;
    return this.ask(asked);
  }

  return(value: R | undefined = undefined): Promise<IteratorResult<T, R | undefined>> {
    const returned = new Promise<R | undefined>();
    returned.fulfill(value);
    return this.returnWith(returned);
  }

  returnWith(value: Promise<R | undefined>): Promise<IteratorResult<T, R | undefined>> {
    if (this.state === State.Beginning) this.end();
    const asked = new Asked<T, R, N>(Request.Return);
    asked.returning = value;
    return this.ask(asked);
  }

  throw(reason: unknown): Promise<IteratorResult<T, R | undefined>> {
    if (this.state === State.Beginning) this.end();
    const asked = new Asked<T, R, N>(Request.Throw);
    asked.failure = reason;
    return this.ask(asked);
  }

  [Symbol.asyncIterator](): AsyncGenerator<T, R, N> {
    return this;
  }

  // For yield*

  /** Takes the value that a request to come sends. */
  take(value: N): void {
    this.sent = value;
  }

  /** Asks for what the generator around this one was asked for; a value that was sent was taken before. */
  follow(request: u32, failure: unknown): Promise<IteratorResult<T, R | undefined>> {
    if (request === u32(Request.Throw)) return this.throw(failure);
    if (request === u32(Request.Return)) return this.return();
    return request === u32(Request.Next) ? this.next(this.sent) : this.next();
  }

  // For the body

  /** Gives the value of a yield to who asked first; whether more was asked for already, so that the body goes on at once. */
  deliver(): boolean {
    const step: IteratorResult<T, R | undefined> = { value: this.yielded, done: false };
    this.queue.shift()?.promise.fulfill(step);
    if (this.queue.length > 0) {
      this.accept(this.queue[0]);
      return true;
    }
    this.state = State.Suspended;
    return false;
  }

  override resume(): void {
    const { body } = this;
    if (body === null) return;
    this.isWaiting = false;
    try {
      body(this);
    } catch (error) {
      this.end();
      this.queue.shift()?.promise.reject(error);
      this.answerRest();
      return;
    }
    if (this.hasStopped()) return;
    this.end();
    this.giveEnd(this.returned);
    this.returned = undefined;
    this.answerRest();
  }

  // Requests

  private ask(asked: Asked<T, R, N>): Promise<IteratorResult<T, R | undefined>> {
    this.queue.push(asked);
    if (this.state === State.Ended) this.answerRest();
    else if (this.state === State.Beginning || this.state === State.Suspended) {
      this.accept(asked);
      this.resume();
    }
    return asked.promise;
  }

  private accept(asked: Asked<T, R, N>): void {
    this.request = asked.request;
    if (asked.request === Request.Next) this.sent = asked.sent;
    this.failure = asked.failure;
    this.returning = asked.returning;
    this.state = State.Running;
  }

  private hasStopped(): boolean {
    return this.isWaiting || this.state === State.Suspended;
  }

  private end(): void {
    this.state = State.Ended;
    this.body = null;
    this.returning = null;
  }

  private giveEnd(value: R | undefined): void {
    const step: IteratorResult<T, R | undefined> = { value, done: true };
    this.queue.shift()?.promise.fulfill(step);
  }

  /** Of a generator that has ended: what was asked for meanwhile, up to a request to return, which has to wait. */
  private answerRest(): void {
    this.state = State.Ended;
    while (this.queue.length > 0) {
      const [asked] = this.queue;
      const { returning } = asked;
      if (returning !== null) {
        this.state = State.Returning;
        returning.react((settled) => this.giveReturned(settled));
        return;
      }
      if (asked.request === Request.Throw) this.queue.shift()?.promise.reject(asked.failure);
      else this.giveEnd(undefined);
    }
  }

  private giveReturned(settled: Promise<R | undefined>): void {
    if (settled.isRejected()) this.queue.shift()?.promise.reject(settled.reason);
    else this.giveEnd(settled.value);
    this.answerRest();
  }
}
