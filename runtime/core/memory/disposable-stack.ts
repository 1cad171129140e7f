// Disposable stacks: resources that are given up together, the one added last first.
// Owns:       the actions, until they have run or another stack has them.
// Invariants: (1) a stack that is disposed of, or moved, takes nothing more
//             (2) every action runs, also when others throw: the error thrown later holds the one before as `suppressed`
// Manual:     ECMAScript Explicit Resource Management, "DisposableStack Objects", "AsyncDisposableStack Objects".

import { ReferenceError, SuppressedError } from "../errors/error.ts";

/** Errors on their way out of a stack. */
class Failures {
  private isThrowing: boolean = false;
  private last: unknown;

  add(error: unknown): void {
    this.last = this.isThrowing ? new SuppressedError(error, this.last) : error;
    this.isThrowing = true;
  }

  throwLast(): void {
    if (this.isThrowing) throw this.last;
  }
}

export class DisposableStack {
  private actions: (() => void)[] = [];
  disposed: boolean = false;

  // `use` is compiled where it is called: how a resource is disposed of depends on its type.

  adopt<T>(value: T, onDispose: (value: T) => void): T {
    this.requireOpen();
    this.actions.push(() => onDispose(value));
    return value;
  }

  defer(onDispose: () => void): void {
    this.requireOpen();
    this.actions.push(onDispose);
  }

  /** A new stack with everything that this one had. */
  move(): DisposableStack {
    this.requireOpen();
    const moved = new DisposableStack();
    moved.actions = this.takeActions();
    return moved;
  }

  dispose(): void {
    if (this.disposed) return;
    const actions = this.takeActions();
    const failures = new Failures();
    for (let action = actions.pop(); action !== undefined; action = actions.pop()) {
      try {
        action();
      } catch (error) {
        failures.add(error);
      }
    }
    failures.throwLast();
  }

  [Symbol.dispose](): void {
    this.dispose();
  }

  private takeActions(): (() => void)[] {
    this.disposed = true;
    const { actions } = this;
    this.actions = [];
    return actions;
  }

  private requireOpen(): void {
    if (this.disposed) throw new ReferenceError("The stack is already disposed of");
  }
}

export class AsyncDisposableStack {
  private actions: (() => Promise<undefined> | undefined)[] = [];
  disposed: boolean = false;

  adopt<T>(value: T, onDispose: (value: T) => Promise<undefined> | undefined): T {
    this.requireOpen();
    this.actions.push(() => onDispose(value));
    return value;
  }

  defer(onDispose: () => Promise<undefined> | undefined): void {
    this.requireOpen();
    this.actions.push(onDispose);
  }

  /** A new stack with everything that this one had. */
  move(): AsyncDisposableStack {
    this.requireOpen();
    const moved = new AsyncDisposableStack();
    moved.actions = this.takeActions();
    return moved;
  }

  async disposeAsync(): Promise<void> {
    if (this.disposed) return;
    const actions = this.takeActions();
    const failures = new Failures();
    for (let action = actions.pop(); action !== undefined; action = actions.pop()) {
      try {
        await action();
      } catch (error) {
        failures.add(error);
      }
    }
    failures.throwLast();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.disposeAsync();
  }

  private takeActions(): (() => Promise<undefined> | undefined)[] {
    this.disposed = true;
    const { actions } = this;
    this.actions = [];
    return actions;
  }

  private requireOpen(): void {
    if (this.disposed) throw new ReferenceError("The stack is already disposed of");
  }
}
