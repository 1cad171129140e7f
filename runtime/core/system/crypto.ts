// Crypto: random bits that nobody can foretell.
// Manual:     W3C "Web Cryptography API", getRandomValues.

import { elementSizeOf } from "tsmetal/unsafe";
import { elementsOf, lengthOf } from "../collections/array-storage.ts";

const BYTES_MAX: u64 = 65536;

/** @exportName tsm_fill_random */
declare function fillRandomBytes(address: u64, size: u64): void;

/** Fills the elements. */
export function getRandomValues<T>(self: T[]): void {
  const size: u64 = u64(lengthOf(self)) * u64(elementSizeOf(self));
  if (size > BYTES_MAX) {
    const error: Error = new Error(`The requested length exceeds 65,536 bytes`);
    error.name = "QuotaExceededError";
    throw error;
  }
  fillRandomBytes(elementsOf(self), size);
}
