// Reference counts: counting by hand, for raw memory that refers to objects. What is typed is counted by the compiler.
// Invariants: (1) counts from IMMORTAL_COUNT on never change
// Manual:     docs/design/compiler.md, "Passes", Counting.

import { addressOf, loadU32, referencesAreCounted, storeU32 } from "tsmetal/unsafe";

/** A count from here on belongs to an object that is never freed. */
export const IMMORTAL_COUNT: u32 = 0x8000_0000;

/**
 * Frees an object whose last count was given up, and gives up what it referred to.
 * @exportName tsm_drop_object
 */
declare function dropObject(address: u64): void;

/** The memory that refers to the object owns one count of it more. */
export function retain(object: object): void {
  if (!referencesAreCounted()) return;
  const address: u64 = addressOf(object);
  const count: u32 = loadU32(address);
  if (count < IMMORTAL_COUNT) storeU32(address, count + 1);
}

/** Gives up a count of the object at the address; 0 is no object. */
export function releaseAt(address: u64): void {
  if (!referencesAreCounted()) return;
  if (address !== 0 && takeCount(address)) dropObject(address);
}

/** Whether that was the last count. It is then still 1. */
export function takeCount(address: u64): boolean {
  const count: u32 = loadU32(address);
  if (count === 1) return true;
  if (count < IMMORTAL_COUNT) storeU32(address, count - 1);
  return false;
}
