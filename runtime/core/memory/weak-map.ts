// Weak maps and sets: what is known about objects, without keeping them alive.
// Invariants: (1) an entry whose key has ended is as good as none; it goes when its place is wanted, or when the next growth would come
// Manual:     ECMA-262 "WeakMap Objects", "WeakSet Objects".

import { referenceAt } from "tsmetal/unsafe";
import { Map } from "../collections/map.ts";
import { identityOf } from "../collections/map-key.ts";
import { WeakRef } from "./weak-ref.ts";

const SWEEP_SIZE_MIN: number = 32;

class WeakEntry<K, V> {
  readonly key: WeakRef<K>;
  value: V;

  constructor(key: WeakRef<K>, value: V) {
    this.key = key;
    this.value = value;
  }
}

export class WeakMap<K, V> {
  /** By the addresses of the keys: that of an ended one may be another object's by now. */
  private readonly entries: Map<number, WeakEntry<K, V>> = new Map<number, WeakEntry<K, V>>();
  private sweepSize: number = SWEEP_SIZE_MIN;

  constructor(entries: readonly (readonly [K, V])[] | undefined = undefined) {
    if (entries === undefined) return;
    for (let i = 0; i < entries.length; i++) this.set(entries[i][0], entries[i][1]);
  }

  get(key: K): V | undefined {
    return this.entryOf(key)?.value;
  }

  has(key: K): boolean {
    return this.entryOf(key) !== undefined;
  }

  set(key: K, value: V): WeakMap<K, V> {
    const found: WeakEntry<K, V> | undefined = this.entryOf(key);
    if (found !== undefined) {
      found.value = value;
      return this;
    }
    if (this.entries.size >= this.sweepSize) this.sweep();
    // Not a view of it, which may end before.
    const lasting: K = referenceAt<K>(identityOf(key as object));
    this.entries.set(placeOf(key), new WeakEntry<K, V>(new WeakRef<K>(lasting), value));
    return this;
  }

  delete(key: K): boolean {
    return this.entryOf(key) !== undefined && this.entries.delete(placeOf(key));
  }

  private entryOf(key: K): WeakEntry<K, V> | undefined {
    const place: number = placeOf(key);
    const found: WeakEntry<K, V> | undefined = this.entries.get(place);
    if (found === undefined || found.key.deref() !== undefined) return found;
    this.entries.delete(place);
    return undefined;
  }

  /** Lets go of what belonged to keys that have ended. */
  private sweep(): void {
    this.entries.forEach((entry, place) => {
      if (entry.key.deref() === undefined) this.entries.delete(place);
    });
    this.sweepSize = Math.max(SWEEP_SIZE_MIN, 2 * this.entries.size);
  }
}

export class WeakSet<T> {
  private readonly members: WeakMap<T, boolean> = new WeakMap<T, boolean>();

  constructor(values: readonly T[] | undefined = undefined) {
    if (values === undefined) return;
    for (let i = 0; i < values.length; i++) this.add(values[i]);
  }

  add(value: T): WeakSet<T> {
    this.members.set(value, true);
    return this;
  }

  has(value: T): boolean {
    return this.members.has(value);
  }

  delete(value: T): boolean {
    return this.members.delete(value);
  }
}

function placeOf<K>(key: K): number {
  return Number(identityOf(key as object));
}
