// Cloning: what structuredClone has copied so far, and the copying of what has elements. The compiler derives `clonePart`.
// Invariants: (1) an object is remembered before anything inside of it is copied, so that it may refer to itself
// Manual:     HTML "StructuredSerializeInternal".

import { Error } from "../errors/error.ts";
import { Map } from "./map.ts";
import type { Set } from "./set.ts";

export class Cloning {
  private readonly copies: Map<object, object> = new Map<object, object>();

  /** The copy of the object, if there is one. */
  find(original: object): object | undefined {
    return this.copies.get(original);
  }

  remember(original: object, copy: object): void {
    this.copies.set(original, copy);
  }
}

/**
 * The copy of a value, by its static type.
 * @derived
 */
declare function clonePart<T>(value: T, state: Cloning): T;

export function cloneElements<T>(self: T[], copy: T[], state: Cloning): void {
  for (let i = 0; i < self.length; i++) copy.push(clonePart(self[i], state));
}

export function cloneMap<K, V>(self: Map<K, V>, copy: Map<K, V>, state: Cloning): void {
  self.forEach((value, key) => {
    const newKey: K = clonePart(key, state);
    copy.set(newKey, clonePart(value, state));
  });
}

export function cloneSet<T>(self: Set<T>, copy: Set<T>, state: Cloning): void {
  self.forEach((value) => {
    copy.add(clonePart(value, state));
  });
}

/** Something that has no copy, hidden behind a wider type. */
export function refuseClone(what: string): never {
  const error: Error = new Error(`${what} could not be cloned.`);
  error.name = "DataCloneError";
  throw error;
}
