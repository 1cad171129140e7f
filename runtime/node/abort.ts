// Abort: signals by which one part of a program tells others to stop what they are doing.
// Invariants: (1) a signal is aborted once; its listeners are called in their order, and forgotten
//             (2) a signal holds those that follow it, which do not hold it
// Manual:     WHATWG "DOM", Aborting ongoing activities.

import { type Inspection, inspectMember } from "../core/console/inspection.ts";
import { DOMException } from "./dom-exception.ts";
import { Event, EventTarget } from "./event-target.ts";

type AbortListener = (event: Event) => void;

export class AbortSignal extends EventTarget {
  private isAborted = false;
  private cause: unknown = undefined;
  private ownListener: AbortListener | null = null;
  /** Those that are aborted with this one. */
  private followers: AbortSignal[] = [];

  get aborted(): boolean {
    return this.isAborted;
  }

  get reason(): unknown {
    return this.cause;
  }

  get onabort(): AbortListener | null {
    return this.ownListener;
  }

  /** A listener like the others, with the place of the first that was set. */
  set onabort(listener: AbortListener | null) {
    this.ownListener = this.replaceListener("abort", this.ownListener, listener);
  }

  throwIfAborted(): void {
    if (this.isAborted) throw this.cause;
  }

  /** For controllers: listeners hear of it when it is true of all that follow. */
  abortFor(reason: unknown): void {
    if (this.isAborted) return;
    const aborted: AbortSignal[] = [];
    this.mark(reason === undefined ? new DOMException("This operation was aborted", "AbortError") : reason, aborted);
    for (const signal of aborted) {
      signal.dispatchEvent(new Event("abort"));
      signal.forgetListeners();
      signal.ownListener = null;
    }
  }

  private mark(cause: unknown, aborted: AbortSignal[]): void {
    if (this.isAborted) return;
    this.isAborted = true;
    this.cause = cause;
    aborted.push(this);
    const { followers } = this;
    this.followers = [];
    for (const follower of followers) follower.mark(cause, aborted);
  }

  override inspectAs(name: string, state: Inspection): string {
    const instead = state.enter(this, name, "", false);
    return instead ?? state.leave(this, `${name} {`, [inspectMember("aborted: ", this.isAborted, state)], "}", false, false);
  }

  static abort(reason?: unknown): AbortSignal {
    const signal = new AbortSignal();
    signal.abortFor(reason);
    return signal;
  }

  /** A signal that is aborted with the first of them. */
  static any(signals: Iterable<AbortSignal>): AbortSignal {
    const result = new AbortSignal();
    for (const signal of signals) {
      if (signal.isAborted) result.abortFor(signal.cause);
      else signal.followers.push(result);
    }
    return result;
  }

  /** A signal that is aborted in so many milliseconds. A program does not wait for that. */
  static timeout(delay: number): AbortSignal {
    const signal = new AbortSignal();
    const expire = (): void => signal.abortFor(new DOMException("The operation was aborted due to timeout", "TimeoutError"));
    setTimeout(expire, delay).unref();
    return signal;
  }
}

export class AbortController {
  readonly signal: AbortSignal = new AbortSignal();

  abort(reason?: unknown): void {
    this.signal.abortFor(reason);
  }

  /** For the console. */
  inspectAs(name: string, state: Inspection): string {
    const instead = state.enter(this, name, "", false);
    return instead ?? state.leave(this, `${name} {`, [inspectMember("signal: ", this.signal, state)], "}", false, false);
  }
}
