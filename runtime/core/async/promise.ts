// Promises: values that come later.
// Owns:       the reactions of a promise until it is settled.
// Invariants: (1) a promise is settled once; locked, it follows another one or is settled, and resolving it again does nothing
//             (2) reactions run as jobs, in the order in which they were added
//             (3) compiled code makes callbacks, whose results may be promises or not, into reactions (lower-promises.ts)
// Manual:     ECMA-262 "Promise Objects". Each job there is one job here: the order of jobs is visible.

import { TypeError } from "../errors/error.ts";
import { noteRejection, queueJob, Rejection } from "./jobs.ts";

const enum State {
  Pending = 0,
  Fulfilled = 1,
  Rejected = 2,
}

/** What does not depend on the type of the value. */
export class PromiseHead extends Rejection {
  protected state: State = State.Pending;
  private isLocked: boolean = false;

  /** Whether the caller is the first to resolve the promise. */
  lock(): boolean {
    if (this.isLocked) return false;
    this.isLocked = true;
    return true;
  }

  isRejected(): boolean {
    return this.state === State.Rejected;
  }

  isPending(): boolean {
    return this.state === State.Pending;
  }

  /** Of a view, the promise behind it. */
  protected behind: PromiseHead | null = null;

  /** What programs compare. */
  origin(): PromiseHead {
    const { behind } = this;
    return behind === null ? this : behind;
  }
}

/** @covariant */
export class Promise<T> extends PromiseHead {
  /** Once it is fulfilled. */
  value!: T;
  private reactions: ((settled: Promise<T>) => void)[] = [];
  /** Of a view: what it is once the promise behind it is settled and somebody has reacted to it. */
  private outcome: Promise<T> | null = null;
  /** Of a view: reacts to the promise behind it. */
  private forward: ((reaction: (settled: Promise<T>) => void) => void) | null = null;

  // Settling

  fulfill(value: T): void {
    if (this.state !== State.Pending) return;
    this.value = value;
    this.settle(State.Fulfilled);
  }

  reject(reason: unknown): void {
    if (this.state !== State.Pending) return;
    this.reason = reason;
    if (!this.isHandled) noteRejection(this);
    this.settle(State.Rejected);
  }

  /** The function `reject` of an executor: the first to resolve wins. */
  rejectFirst(reason: unknown): void {
    if (this.lock()) this.reject(reason);
  }

  /** Becomes what the other one is, or will be. */
  adopt(source: Promise<T>): void {
    this.lock();
    if (source === this) {
      this.reject(new TypeError("Chaining cycle detected for promise #<Promise>"));
      return;
    }
    queueJob(() => source.react((settled) => this.copy(settled)));
  }

  /** The same from a promise of another type. */
  adoptAs<S>(source: Promise<S>, convert: (value: S) => T): void {
    this.lock();
    queueJob(() =>
      source.react((settled) => {
        if (settled.isRejected()) this.reject(settled.reason);
        else this.fulfill(convert(settled.value));
      }),
    );
  }

  private copy(settled: Promise<T>): void {
    if (settled.isRejected()) this.reject(settled.reason);
    else this.fulfill(settled.value);
  }

  private settle(state: State): void {
    this.lock();
    this.state = state;
    const { reactions } = this;
    this.reactions = [];
    for (const reaction of reactions) queueJob(() => reaction(this));
  }

  // Reacting

  /** The reaction runs as a job once this is settled. It must not throw. */
  react(reaction: (settled: Promise<T>) => void): void {
    const { forward } = this;
    if (forward !== null) {
      forward(reaction);
      return;
    }
    this.isHandled = true;
    if (this.state === State.Pending) this.reactions.push(reaction);
    else queueJob(() => reaction(this));
  }

  /**
   * Makes this the other promise with another type: asked for, it asks that one, so that it takes no job of its own. Programs see no
   * difference between the two, also by `===`.
   */
  view<S>(source: Promise<S>, convert: (value: S) => T): void {
    this.lock();
    this.behind = source.origin();
    // The promise behind may never be settled: its reactions hold this outcome, and not the view, which holds it.
    const outcome = new Promise<T>();
    this.outcome = outcome;
    this.forward = (reaction) => {
      source.react((settled) => {
        outcome.take(settled, convert);
        reaction(outcome);
      });
    };
  }

  /** Where the value or reason is, for those that were told that it is there. */
  settledForm(): Promise<T> {
    const { outcome } = this;
    return outcome === null ? this : outcome;
  }

  private take<S>(settled: Promise<S>, convert: (value: S) => T): void {
    if (this.state !== State.Pending) return;
    if (settled.isRejected()) {
      this.reason = settled.reason;
      this.state = State.Rejected;
    } else {
      this.value = convert(settled.value);
      this.state = State.Fulfilled;
    }
  }

  /** `then` with callbacks that settle the promise it gives; without the second, a rejection goes on to that promise. */
  thenSettle<U>(
    onFulfilled: (value: T, derived: Promise<U>) => void,
    onRejected: ((reason: unknown, derived: Promise<U>) => void) | null,
  ): Promise<U> {
    const derived = new Promise<U>();
    this.react((settled) => {
      try {
        if (!settled.isRejected()) onFulfilled(settled.value, derived);
        else if (onRejected !== null) onRejected(settled.reason, derived);
        else derived.reject(settled.reason);
      } catch (error) {
        derived.reject(error);
      }
    });
    return derived;
  }

  /** A promise that is settled one job after this one. */
  passOn(): Promise<T> {
    const derived = new Promise<T>();
    this.react((settled) => derived.copy(settled));
    return derived;
  }

  /** Calls one of the two, in the job of the reaction. */
  follow(go: () => void, fail: (reason: unknown) => void): void {
    this.react((settled) => {
      if (settled.isRejected()) fail(settled.reason);
      else go();
    });
  }

  /** `finally`: `act` calls the callback, and one of its two arguments when that has ended. */
  finallySettle(act: (go: () => void, fail: (reason: unknown) => void) => void): Promise<T> {
    const derived = new Promise<T>();
    this.react((settled) => {
      try {
        const afterwards = new Promise<T>();
        act(
          () => afterwards.copy(settled),
          (reason) => afterwards.reject(reason),
        );
        derived.adopt(afterwards);
      } catch (error) {
        derived.reject(error);
      }
    });
    return derived;
  }
}

/** Of functions of which the first that is called counts. */
export class FirstCall {
  private isTaken: boolean = false;

  /** Whether this is the first call. */
  take(): boolean {
    if (this.isTaken) return false;
    this.isTaken = true;
    return true;
  }
}

/**
 * What runs a body that leaves at an await. The body does not keep the promise it waits for: the promise alone keeps the body, so that
 * both end when nobody is left who could settle it.
 */
export abstract class Waiting {
  protected isWaiting: boolean = false;
  private settled: PromiseHead | null = null;

  /** The body leaves; it goes on when the promise is settled. */
  waitFor<U>(awaited: Promise<U>): void {
    this.isWaiting = true;
    awaited.react((settled) => {
      this.settled = settled;
      this.resume();
    });
  }

  /** The promise that the body waited for; of the type that it had there. */
  takeSettled(): PromiseHead | null {
    const { settled } = this;
    this.settled = null;
    return settled;
  }

  /** Enters the body. */
  abstract resume(): void;
}

/** A call of an async function: runs the body up to each `await`, and settles the promise that the caller got. */
export class AsyncCall<T> extends Waiting {
  readonly promise: Promise<T> = new Promise<T>();
  private body: ((call: AsyncCall<T>) => void) | null;

  constructor(body: (call: AsyncCall<T>) => void) {
    super();
    this.body = body;
  }

  override resume(): void {
    const { body } = this;
    if (body === null) return;
    this.isWaiting = false;
    try {
      body(this);
    } catch (error) {
      this.promise.reject(error);
    }
    if (!this.hasStopped()) this.body = null;
  }

  private hasStopped(): boolean {
    return this.isWaiting;
  }
}
