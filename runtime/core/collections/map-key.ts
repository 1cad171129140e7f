// Map keys: when two are the same, and their hash.

import { addressOf, bitsOfNumber } from "tsmetal/unsafe";
import { PromiseHead } from "../async/promise.ts";
import { originOf } from "../functions/function.ts";
import { hashOfString } from "../text/string-units.ts";

/** Of null and undefined. */
const ABSENT_HASH: u32 = 3;

/** SameValueZero of ECMAScript: as ===, but NaN is the same as NaN. */
export function isSameKey<K>(left: K, right: K): boolean {
  return left === right || (left !== left && right !== right);
}

/** As a collection keeps it: -0 is kept as 0. */
export function normalKey<K>(key: K): K {
  if (typeof key === "number") return (key + 0) as K;
  return key;
}

/** Never 0; the same for keys that are the same. */
export function hashOfKey<K>(key: K): u32 {
  if (typeof key === "string") return hashOfString(key);
  if (typeof key === "number") return hashOfNumber(Number(key));
  if (typeof key === "boolean") return key ? 2 : 1;
  const object: unknown = key;
  return object === null || object === undefined ? ABSENT_HASH : mix(identityOf(object as object));
}

/** Whether two objects of which nothing is known are one to programs. */
export function isSameObject(left: object, right: object): boolean {
  return addressOf(left) === addressOf(right) || identityOf(left) === identityOf(right);
}

/** The address that tells objects apart: a promise and a view of it are one to programs, as are functions that stand for one another. */
export function identityOf(object: object): u64 {
  const known: unknown = object;
  if (typeof known === "function") return originOf(object);
  return known instanceof PromiseHead ? addressOf(known.origin()) : addressOf(object);
}

/** Adding 0 makes -0 and 0 one; all NaNs get one hash, whatever their bits. */
function hashOfNumber(value: number): u32 {
  return value === value ? mix(bitsOfNumber(value + 0)) : 1;
}

/** Every bit of the value changes about half the bits of the hash: two rounds of multiply and shift. */
function mix(value: u64): u32 {
  let mixed: u64 = (value ^ (value >>> 32)) * 0x9e37_79b9_7f4a_7c15;
  mixed = (mixed ^ (mixed >>> 29)) * 0xbf58_476d_1ce4_e5b9;
  const hash: u32 = u32(mixed >>> 32);
  return hash === 0 ? 1 : hash;
}
