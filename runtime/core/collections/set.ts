// Set: a Map of its values.

import { IterationStep } from "./iteration.ts";
import { Map, type MapKeys, MapPlace, NOT_FOUND } from "./map.ts";

export class Set<T> {
  private readonly members: Map<T, boolean> = new Map<T, boolean>();

  constructor(values: readonly T[] | undefined = undefined) {
    if (values === undefined) return;
    for (let i = 0; i < values.length; i++) this.add(values[i]);
  }

  get size(): number {
    return this.members.size;
  }

  add(value: T): Set<T> {
    if (!this.members.has(value)) this.members.set(value, true);
    return this;
  }

  has(value: T): boolean {
    return this.members.has(value);
  }

  delete(value: T): boolean {
    return this.members.delete(value);
  }

  clear(): void {
    this.members.clear();
  }

  keys(): MapKeys<T, boolean> {
    return this.members.keys();
  }

  values(): MapKeys<T, boolean> {
    return this.members.keys();
  }

  [Symbol.iterator](): MapKeys<T, boolean> {
    return this.members.keys();
  }

  entries(): SetEntries<T> {
    return new SetEntries<T>(this.members);
  }

  // Of two sets: the order is that of this one, then that of the other

  union(other: Set<T>): Set<T> {
    const result: Set<T> = new Set<T>();
    this.forEach((value) => {
      result.add(value);
    });
    other.forEach((value) => {
      result.add(value);
    });
    return result;
  }

  /** In the order of the smaller one. */
  intersection(other: Set<T>): Set<T> {
    const result: Set<T> = new Set<T>();
    const isSmaller: boolean = this.size <= other.size;
    const [smaller, larger]: [Set<T>, Set<T>] = isSmaller ? [this, other] : [other, this];
    smaller.forEach((value) => {
      if (larger.has(value)) result.add(value);
    });
    return result;
  }

  difference(other: Set<T>): Set<T> {
    const result: Set<T> = new Set<T>();
    this.forEach((value) => {
      if (!other.has(value)) result.add(value);
    });
    return result;
  }

  symmetricDifference(other: Set<T>): Set<T> {
    return this.difference(other).union(other.difference(this));
  }

  isSubsetOf(other: Set<T>): boolean {
    return this.size <= other.size && this.difference(other).size === 0;
  }

  isSupersetOf(other: Set<T>): boolean {
    return other.isSubsetOf(this);
  }

  isDisjointFrom(other: Set<T>): boolean {
    return this.intersection(other).size === 0;
  }

  /** Values added by the callback are visited too, removed ones are not. */
  forEach(callback: (value: T, key: T, set: Set<T>) => void): void {
    let entry: u32 = this.members.entryAfter(0);
    while (entry !== NOT_FOUND) {
      const sequence: u64 = this.members.sequenceAt(entry);
      const value: T = this.members.keyAt(entry);
      callback(value, value, this);
      entry = this.members.entryAfter(sequence);
    }
  }
}

export class SetEntries<T> extends MapPlace<T, boolean, [T, T]> {
  next(): IterationStep<[T, T]> {
    const entry: u32 = this.advance();
    if (entry === NOT_FOUND) return new IterationStep<[T, T]>(true, undefined);
    return new IterationStep<[T, T]>(false, [this.keyOf(entry), this.keyOf(entry)]);
  }
  override [Symbol.iterator](): SetEntries<T> {
    return this;
  }
}
