// Promise groups: Promise.all, allSettled, race and any, over promises of one type.
// Manual:     ECMA-262 "Promise.all", "Promise.allSettled", "Promise.any", "Promise.race".

import { AggregateError } from "../errors/error.ts";
import { Promise } from "./promise.ts";

/** Values that come in any order, to be given in that of their numbers. */
class Collection<T> {
  private readonly arrived: T[] = [];
  private readonly places: number[] = [];
  private missing: number;

  constructor(count: number) {
    this.missing = count;
    for (let i = 0; i < count; i++) this.places.push(0);
  }

  /** Whether all are there now. */
  put(index: number, value: T): boolean {
    this.places[index] = this.arrived.length;
    this.arrived.push(value);
    this.missing--;
    return this.missing === 0;
  }

  inOrder(): T[] {
    const result: T[] = [];
    for (const place of this.places) result.push(this.arrived[place]);
    return result;
  }
}

export function all<T>(promises: readonly Promise<T>[]): Promise<T[]> {
  const result = new Promise<T[]>();
  const values = new Collection<T>(promises.length);
  if (promises.length === 0) result.fulfill([]);
  for (let i = 0; i < promises.length; i++) {
    promises[i].react((settled) => {
      if (settled.isRejected()) result.reject(settled.reason);
      else if (values.put(i, settled.value)) result.fulfill(values.inOrder());
    });
  }
  return result;
}

export function allSettled<T>(promises: readonly Promise<T>[]): Promise<PromiseSettledResult<T>[]> {
  const result = new Promise<PromiseSettledResult<T>[]>();
  const values = new Collection<PromiseSettledResult<T>>(promises.length);
  if (promises.length === 0) result.fulfill([]);
  for (let i = 0; i < promises.length; i++) {
    promises[i].react((settled) => {
      if (values.put(i, outcome(settled))) result.fulfill(values.inOrder());
    });
  }
  return result;
}

export function outcome<T>(settled: Promise<T>): PromiseSettledResult<T> {
  if (settled.isRejected()) return { status: "rejected", reason: settled.reason };
  return { status: "fulfilled", value: settled.value };
}

export function race<T>(promises: readonly Promise<T>[]): Promise<T> {
  const result = new Promise<T>();
  for (const promise of promises) {
    promise.react((settled) => {
      if (settled.isRejected()) result.reject(settled.reason);
      else result.fulfill(settled.value);
    });
  }
  return result;
}

export function any<T>(promises: readonly Promise<T>[]): Promise<T> {
  const result = new Promise<T>();
  const reasons = new Collection<unknown>(promises.length);
  if (promises.length === 0) result.reject(new AggregateError([], "All promises were rejected"));
  for (let i = 0; i < promises.length; i++) {
    promises[i].react((settled) => {
      if (!settled.isRejected()) result.fulfill(settled.value);
      else if (reasons.put(i, settled.reason)) result.reject(new AggregateError(reasons.inOrder(), "All promises were rejected"));
    });
  }
  return result;
}

/** Runs an action when it has been told often enough. */
export class Countdown {
  private left: number;
  private action: (() => void) | null;

  constructor(count: number, action: () => void) {
    this.left = count;
    this.action = action;
  }

  step(): void {
    this.left--;
    const { action } = this;
    if (this.left > 0 || action === null) return;
    this.action = null;
    action();
  }

  /** The action will not be needed. */
  cancel(): void {
    this.action = null;
  }
}
