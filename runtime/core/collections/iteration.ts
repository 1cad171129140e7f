// Iteration: what next() gives.
// Manual:     ECMA-262 "The IteratorResult Interface".

export class IterationStep<T> {
  /** undefined at the end. */
  readonly value: T | undefined;
  readonly done: boolean;

  constructor(done: boolean, value: T | undefined) {
    this.done = done;
    this.value = value;
  }
}
