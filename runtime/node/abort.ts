// Abort: signals by which one part of a program tells others to stop what they are doing.
// Invariants: (1) a signal is aborted once; its listeners are called in their order, and forgotten
// Manual:     WHATWG "DOM", Aborting ongoing activities.

import { runGuarded } from "./ticks.ts";

const ABORT_CODE = 20;

/** An error with a name out of a list of the web's. */
export class DOMException extends Error {
  readonly code: number;

  constructor(message: string = "", name: string = "Error") {
    super(message);
    this.name = name;
    this.code = name === "AbortError" ? ABORT_CODE : 0;
  }
}

/** What listeners of a signal are given. */
export class AbortEvent {
  readonly type: "abort" = "abort";
  readonly target: AbortSignal;

  constructor(target: AbortSignal) {
    this.target = target;
  }
}

type AbortListener = (event: AbortEvent) => void;

export class AbortSignal {
  private isAborted = false;
  private cause: unknown = undefined;
  private listeners: AbortListener[] = [];
  private ownListener: AbortListener | null = null;

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
    const before = this.ownListener;
    const place = before === null ? -1 : this.listeners.indexOf(before);
    this.ownListener = listener;
    if (place >= 0) this.listeners.splice(place, 1);
    if (listener === null || this.isAborted) return;
    this.listeners.splice(place < 0 ? this.listeners.length : place, 0, listener);
  }

  throwIfAborted(): void {
    if (this.isAborted) throw this.cause;
  }

  /** A listener is there once, however often it is added. */
  addEventListener(_type: "abort", listener: AbortListener, _options?: { once?: boolean }): void {
    if (!this.isAborted && !this.listeners.includes(listener)) this.listeners.push(listener);
  }

  removeEventListener(_type: "abort", listener: AbortListener): void {
    this.listeners = this.listeners.filter((added) => added !== listener);
  }

  /** For controllers. */
  abortFor(reason: unknown): void {
    if (this.isAborted) return;
    this.isAborted = true;
    this.cause = reason === undefined ? new DOMException("This operation was aborted", "AbortError") : reason;
    const { listeners } = this;
    this.listeners = [];
    this.ownListener = null;
    const event = new AbortEvent(this);
    for (const listener of listeners) runGuarded(() => listener(event));
  }

  static abort(reason?: unknown): AbortSignal {
    const signal = new AbortSignal();
    signal.abortFor(reason);
    return signal;
  }

  /** A signal that is aborted with the first of them. */
  static any(signals: readonly AbortSignal[]): AbortSignal {
    const result = new AbortSignal();
    for (const signal of signals) {
      if (signal.isAborted) result.abortFor(signal.cause);
      else signal.addEventListener("abort", (event) => result.abortFor(event.target.reason));
    }
    return result;
  }
}

export class AbortController {
  readonly signal: AbortSignal = new AbortSignal();

  abort(reason?: unknown): void {
    this.signal.abortFor(reason);
  }
}
