// Iterator objects: what can be walked over once, and what is made of it step by step.
// Invariants: (1) nothing is asked of a source before a step is asked for
//             (2) a source is closed where its elements are not wanted to the end, and when a callback throws; never behind its end
// Manual:     ECMA-262 "Iterator Helper Objects", "Iterator.prototype".

import type { Generator } from "../async/generator.ts";
import { TypeError } from "../errors/error.ts";
import { IterationStep } from "./iteration.ts";

export abstract class IteratorObject<T> {
  abstract next(): IterationStep<T>;

  /** Nobody will ask again. */
  close(): void {}

  [Symbol.iterator](): IteratorObject<T> {
    return this;
  }

  map<U>(callback: (value: T, index: number) => U): IteratorObject<U> {
    return new MappedIterator<T, U>(this, callback);
  }

  filter(predicate: (value: T, index: number) => boolean): IteratorObject<T> {
    return new FilteredIterator<T>(this, predicate);
  }

  take(limit: number): IteratorObject<T> {
    return new LimitedIterator<T>(this, wholeLimit(limit));
  }

  drop(count: number): IteratorObject<T> {
    return new DroppingIterator<T>(this, wholeLimit(count));
  }

  flatMap<U>(callback: (value: T, index: number) => Iterable<U>): IteratorObject<U> {
    return new FlatMappedIterator<T, U>(this, callback);
  }

  // To the end, or until something is known

  toArray(): T[] {
    const result: T[] = [];
    for (let step = this.next(); !step.done; step = this.next()) result.push(step.value as T);
    return result;
  }

  forEach(callback: (value: T, index: number) => void): void {
    let index: number = 0;
    for (let step = this.next(); !step.done; step = this.next()) {
      const value: T = step.value as T;
      const position: number = index++;
      guarded(this, () => callback(value, position));
    }
  }

  some(predicate: (value: T, index: number) => boolean): boolean {
    return this.findStep(predicate) !== undefined;
  }

  every(predicate: (value: T, index: number) => boolean): boolean {
    return this.findStep((value, index) => !predicate(value, index)) === undefined;
  }

  find(predicate: (value: T, index: number) => boolean): T | undefined {
    return this.findStep(predicate)?.value;
  }

  reduce(callback: (sum: T, value: T, index: number) => T): T {
    const first: IterationStep<T> = this.next();
    if (first.done) throw new TypeError("Reduce of a done iterator with no initial value");
    return this.reduceFrom(callback, first.value as T, 1);
  }

  reduceFrom<U>(callback: (sum: U, value: T, index: number) => U, start: U, first: number): U {
    let sum: U = start;
    let index: number = first;
    for (let step = this.next(); !step.done; step = this.next()) {
      const value: T = step.value as T;
      const [before, position] = [sum, index++];
      sum = guarded(this, () => callback(before, value, position));
    }
    return sum;
  }

  /** The first step whose value the predicate takes. */
  private findStep(predicate: (value: T, index: number) => boolean): IterationStep<T> | undefined {
    let index: number = 0;
    for (let step = this.next(); !step.done; step = this.next()) {
      const value: T = step.value as T;
      const position: number = index++;
      if (!guarded(this, () => predicate(value, position))) continue;
      this.close();
      return step;
    }
    return undefined;
  }
}

/** `iterator.reduce(callback, start)`. */
export function reduceFrom<T, U>(source: IteratorObject<T>, callback: (sum: U, value: T, index: number) => U, start: U): U {
  return source.reduceFrom(callback, start, 0);
}

/** What the code gives; when it throws, the source is closed. */
function guarded<S, T>(source: IteratorObject<S>, code: () => T): T {
  let isDone: boolean = false;
  try {
    const result: T = code();
    isDone = true;
    return result;
  } finally {
    if (!isDone) closeQuietly(source);
  }
}

/** What closing throws is forgotten: another exception is on its way. */
function closeQuietly<T>(source: IteratorObject<T>): void {
  try {
    source.close();
  } catch {
    // The first exception counts.
  }
}

function wholeLimit(limit: number): number {
  const whole: number = Math.trunc(limit);
  if (whole !== whole || whole < 0) throw new RangeError(`${limit} must be positive`);
  return whole;
}

/** A walk over the elements of another iterator. */
abstract class LazyIterator<S, T> extends IteratorObject<T> {
  protected readonly source: IteratorObject<S>;
  protected index: number = 0;
  private isFinished: boolean = false;

  constructor(source: IteratorObject<S>) {
    super();
    this.source = source;
  }

  /** The next step, by a source that has not ended. */
  protected abstract advance(): IterationStep<T>;

  /** Lets go of what the walk is inside of. */
  protected closeInner(): void {}

  next(): IterationStep<T> {
    if (this.isFinished) return this.finish();
    let isAsked: boolean = false;
    try {
      const step: IterationStep<T> = this.advance();
      isAsked = true;
      if (step.done) this.isFinished = true;
      return step;
    } finally {
      if (!isAsked) this.isFinished = true;
    }
  }

  return(): IterationStep<T> {
    this.close();
    return new IterationStep<T>(true, undefined);
  }

  override close(): void {
    if (this.isFinished) return;
    this.isFinished = true;
    this.closeInner();
    this.source.close();
  }

  protected finish(): IterationStep<T> {
    this.isFinished = true;
    return new IterationStep<T>(true, undefined);
  }
}

class MappedIterator<S, T> extends LazyIterator<S, T> {
  private readonly callback: (value: S, index: number) => T;

  constructor(source: IteratorObject<S>, callback: (value: S, index: number) => T) {
    super(source);
    this.callback = callback;
  }

  protected advance(): IterationStep<T> {
    const step: IterationStep<S> = this.source.next();
    if (step.done) return this.finish();
    const index: number = this.index++;
    const value: T = guarded(this.source, () => this.callback(step.value as S, index));
    return new IterationStep<T>(false, value);
  }
}

class FilteredIterator<T> extends LazyIterator<T, T> {
  private readonly predicate: (value: T, index: number) => boolean;

  constructor(source: IteratorObject<T>, predicate: (value: T, index: number) => boolean) {
    super(source);
    this.predicate = predicate;
  }

  protected advance(): IterationStep<T> {
    for (let step = this.source.next(); !step.done; step = this.source.next()) {
      const value: T = step.value as T;
      const index: number = this.index++;
      if (guarded(this.source, () => this.predicate(value, index))) return step;
    }
    return this.finish();
  }
}

class LimitedIterator<T> extends LazyIterator<T, T> {
  private readonly limit: number;

  constructor(source: IteratorObject<T>, limit: number) {
    super(source);
    this.limit = limit;
  }

  protected advance(): IterationStep<T> {
    if (this.index >= this.limit) {
      this.source.close();
      return this.finish();
    }
    this.index++;
    return this.source.next();
  }
}

class DroppingIterator<T> extends LazyIterator<T, T> {
  private readonly count: number;

  constructor(source: IteratorObject<T>, count: number) {
    super(source);
    this.count = count;
  }

  protected advance(): IterationStep<T> {
    for (; this.index < this.count; this.index++) if (this.source.next().done) return this.finish();
    return this.source.next();
  }
}

class FlatMappedIterator<S, T> extends LazyIterator<S, T> {
  private readonly callback: (value: S, index: number) => Iterable<T>;
  private inner: IteratorObject<T> | null = null;

  constructor(source: IteratorObject<S>, callback: (value: S, index: number) => Iterable<T>) {
    super(source);
    this.callback = callback;
  }

  protected advance(): IterationStep<T> {
    for (;;) {
      const { inner } = this;
      if (inner !== null) {
        const step: IterationStep<T> = guarded(this.source, () => inner.next());
        if (!step.done) return step;
        this.inner = null;
      }
      const outer: IterationStep<S> = this.source.next();
      if (outer.done) return this.finish();
      const index: number = this.index++;
      this.inner = guarded(this.source, () => new ForeignIterator<T>(this.callback(outer.value as S, index)[Symbol.iterator]()));
    }
  }

  protected override closeInner(): void {
    this.inner?.close();
  }
}

/** An iterator of the program's own. */
export class ForeignIterator<T> extends IteratorObject<T> {
  private readonly iterator: Iterator<T>;

  constructor(iterator: Iterator<T>) {
    super();
    this.iterator = iterator;
  }

  next(): IterationStep<T> {
    const step: IteratorResult<T> = this.iterator.next();
    return step.done === true ? new IterationStep<T>(true, undefined) : new IterationStep<T>(false, step.value);
  }

  return(): IterationStep<T> {
    this.close();
    return new IterationStep<T>(true, undefined);
  }

  override close(): void {
    const { iterator } = this;
    iterator.return?.();
  }
}

/** A generator, which can be asked without an object for each step. */
export class GeneratorIterator<T, R, N> extends IteratorObject<T> {
  private readonly generator: Generator<T, R, N>;

  constructor(generator: Generator<T, R, N>) {
    super();
    this.generator = generator;
  }

  next(): IterationStep<T> {
    const { generator } = this;
    return generator.advance() ? new IterationStep<T>(false, generator.yielded) : new IterationStep<T>(true, undefined);
  }

  override close(): void {
    this.generator.close();
  }
}
