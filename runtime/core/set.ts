// Set: a Map of its values.

import { Map, type MapKeys, NOT_FOUND } from "./map.ts";

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
