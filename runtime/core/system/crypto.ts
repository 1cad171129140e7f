// Crypto: random bits that nobody can foretell.
// Manual:     W3C "Web Cryptography API", getRandomValues, randomUUID; RFC 9562, version 4.

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

const UUID_SIZE: number = 16;

/** 122 random bits, the others say what it is. */
export function randomUUID(): string {
  const bytes: u8[] = [];
  for (let i = 0; i < UUID_SIZE; i++) bytes.push(0);
  getRandomValues(bytes);
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  let text: string = "";
  for (let i = 0; i < UUID_SIZE; i++) {
    if (i === 4 || i === 6 || i === 8 || i === 10) text += "-";
    text += Number(bytes[i]).toString(16).padStart(2, "0");
  }
  return text;
}
