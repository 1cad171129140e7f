// Array iteration: what keys(), values() and entries() of arrays give. Elements that are added meanwhile are visited too.
// Manual:     ECMA-262 "Array Iterator Objects".

import { IterationStep } from "./iteration.ts";
import { IteratorObject } from "./iterator-object.ts";

/** Where an iteration is. Past the end it stays there, whatever the array becomes. */
abstract class ArrayPlace<T, E> extends IteratorObject<E> {
  private readonly array: T[];
  private position: number = 0;
  private isFinished: boolean = false;

  constructor(array: T[]) {
    super();
    this.array = array;
  }

  /** The next index, or -1 at the end. */
  protected advance(): number {
    if (this.isFinished || this.position >= this.array.length) {
      this.isFinished = true;
      return -1;
    }
    const index: number = this.position;
    this.position++;
    return index;
  }

  /** Requires: advance() has given the index. */
  protected elementAt(index: number): T {
    return this.array[index];
  }
}

export class ArrayKeys<T> extends ArrayPlace<T, number> {
  next(): IterationStep<number> {
    const index: number = this.advance();
    return index < 0 ? new IterationStep<number>(true, undefined) : new IterationStep<number>(false, index);
  }
  override [Symbol.iterator](): ArrayKeys<T> {
    return this;
  }
}

export class ArrayValues<T> extends ArrayPlace<T, T> {
  next(): IterationStep<T> {
    const index: number = this.advance();
    return index < 0 ? new IterationStep<T>(true, undefined) : new IterationStep<T>(false, this.elementAt(index));
  }
  override [Symbol.iterator](): ArrayValues<T> {
    return this;
  }
}

export class ArrayEntries<T> extends ArrayPlace<T, [number, T]> {
  next(): IterationStep<[number, T]> {
    const index: number = this.advance();
    if (index < 0) return new IterationStep<[number, T]>(true, undefined);
    return new IterationStep<[number, T]>(false, [index, this.elementAt(index)]);
  }
  override [Symbol.iterator](): ArrayEntries<T> {
    return this;
  }
}
