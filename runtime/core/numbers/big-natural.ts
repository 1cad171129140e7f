// Big naturals: exact arithmetic on whole numbers of any size up to 8,192 bits, for number conversion.
// Owns:       a few scratch numbers, made at first use and kept.
// Invariants: (1) the highest limb in use is not zero; zero has no limbs; (2) limbs beyond the count are undefined
// Called:     by the conversions between numbers and text. Not reentrant: a conversion uses the scratch numbers from start to end.
//
//   number   +0 u32 count of limbs    +8 limbs, 32 bits each, the lowest first

import { copyMemory, highestBit64, loadU32, storeU32 } from "tsmetal/unsafe";
import { allocateMemoryOrThrow, keepMemory } from "../memory/allocation.ts";

/** The address of a number. */
export type BigNatural = u64;

const LIMBS_OFFSET: u64 = 8;
const LIMB_SIZE: u64 = 4;
const LIMB_BITS: u32 = 32;
const LIMBS_MAX: u64 = 256;
const NUMBER_SIZE: u64 = LIMBS_OFFSET + LIMBS_MAX * LIMB_SIZE;
const SCRATCH_COUNT: u64 = 5;

let scratchNumbers: u64 = 0;

/** One of the scratch numbers. Requires: index < 5. */
export function scratch(index: u64): BigNatural {
  if (scratchNumbers === 0) {
    scratchNumbers = allocateMemoryOrThrow(SCRATCH_COUNT * NUMBER_SIZE);
    keepMemory(scratchNumbers);
  }
  return scratchNumbers + index * NUMBER_SIZE;
}

export function setNatural(target: BigNatural, value: u64): void {
  setCount(target, 0);
  if (value === 0) return;
  setLimb(target, 0, u32(value));
  setLimb(target, 1, u32(value >>> 32));
  setCount(target, value >>> 32 === 0 ? 1 : 2);
}

export function copyNatural(target: BigNatural, source: BigNatural): void {
  copyMemory(target, source, LIMBS_OFFSET + u64(countOf(source)) * LIMB_SIZE);
}

export function isZeroNatural(number: BigNatural): boolean {
  return countOf(number) === 0;
}

/** The lowest 64 bits. */
export function lowBits(number: BigNatural): u64 {
  const count: u32 = countOf(number);
  if (count === 0) return 0;
  const low: u64 = u64(limb(number, 0));
  return count === 1 ? low : low | (u64(limb(number, 1)) << 32);
}

/** Number of bits up to the highest one. */
export function bitLength(number: BigNatural): u32 {
  const count: u32 = countOf(number);
  if (count === 0) return 0;
  return (count - 1) * LIMB_BITS + u32(highestBit64(u64(limb(number, count - 1)))) + 1;
}

/** number = number * factor + addend. */
export function multiplyAdd(number: BigNatural, factor: u32, addend: u32): void {
  const count: u32 = countOf(number);
  let carry: u64 = u64(addend);
  for (let i: u32 = 0; i < count; i++) {
    const product: u64 = u64(limb(number, i)) * u64(factor) + carry;
    setLimb(number, i, u32(product));
    carry = product >>> 32;
  }
  if (carry !== 0) {
    setLimb(number, count, u32(carry));
    setCount(number, count + 1);
  }
  trimCount(number);
}

/** number = number * 10^exponent. */
export function multiplyPowerOfTen(number: BigNatural, exponent: u32): void {
  let left: u32 = exponent;
  while (left >= 9) {
    multiplyAdd(number, 1_000_000_000, 0);
    left -= 9;
  }
  while (left > 0) {
    multiplyAdd(number, 10, 0);
    left--;
  }
}

/** number = floor(number / divisor); gives the remainder. */
export function divideBySmall(number: BigNatural, divisor: u32): u32 {
  let remainder: u64 = 0;
  let i: u32 = countOf(number);
  while (i > 0) {
    i--;
    const value: u64 = (remainder << 32) | u64(limb(number, i));
    setLimb(number, i, u32(value / u64(divisor)));
    remainder = value % u64(divisor);
  }
  trimCount(number);
  return u32(remainder);
}

/** number = number * 2^bits. */
export function shiftLeft(number: BigNatural, bits: u32): void {
  const count: u32 = countOf(number);
  if (count === 0 || bits === 0) return;
  const limbs: u32 = bits / LIMB_BITS;
  const shift: u64 = u64(bits % LIMB_BITS);
  setLimb(number, count + limbs, 0);
  let i: u32 = count;
  while (i > 0) {
    i--;
    const spread: u64 = u64(limb(number, i)) << shift;
    setLimb(number, i + limbs + 1, limb(number, i + limbs + 1) | u32(spread >>> 32));
    setLimb(number, i + limbs, u32(spread));
  }
  for (let low: u32 = 0; low < limbs; low++) setLimb(number, low, 0);
  setCount(number, count + limbs + 1);
  trimCount(number);
}

/** number = floor(number / 2^bits). */
export function shiftRight(number: BigNatural, bits: u32): void {
  const count: u32 = countOf(number);
  const limbs: u32 = bits / LIMB_BITS;
  if (limbs >= count) {
    setCount(number, 0);
    return;
  }
  const shift: u64 = u64(bits % LIMB_BITS);
  for (let i: u32 = limbs; i < count; i++) {
    const high: u64 = i + 1 < count ? u64(limb(number, i + 1)) : 0;
    setLimb(number, i - limbs, u32(((high << 32) | u64(limb(number, i))) >>> shift));
  }
  setCount(number, count - limbs);
  trimCount(number);
}

/** Negative, zero or positive as left is below, equal to or above right. */
export function compareNatural(left: BigNatural, right: BigNatural): i32 {
  const leftCount: u32 = countOf(left);
  const rightCount: u32 = countOf(right);
  if (leftCount !== rightCount) return leftCount < rightCount ? -1 : 1;
  let i: u32 = leftCount;
  while (i > 0) {
    i--;
    const leftLimb: u32 = limb(left, i);
    const rightLimb: u32 = limb(right, i);
    if (leftLimb !== rightLimb) return leftLimb < rightLimb ? -1 : 1;
  }
  return 0;
}

/** number = number + addend. */
export function addNatural(number: BigNatural, addend: BigNatural): void {
  const count: u32 = countOf(number) > countOf(addend) ? countOf(number) : countOf(addend);
  let carry: u64 = 0;
  for (let i: u32 = 0; i < count; i++) {
    const sum: u64 = limbOrZero(number, i) + limbOrZero(addend, i) + carry;
    setLimb(number, i, u32(sum));
    carry = sum >>> 32;
  }
  setLimb(number, count, u32(carry));
  setCount(number, count + 1);
  trimCount(number);
}

/** number = number - subtrahend. Requires: number >= subtrahend. */
export function subtractNatural(number: BigNatural, subtrahend: BigNatural): void {
  const count: u32 = countOf(number);
  let borrow: u64 = 0;
  for (let i: u32 = 0; i < count; i++) {
    const difference: u64 = u64(limb(number, i)) - limbOrZero(subtrahend, i) - borrow;
    setLimb(number, i, u32(difference));
    borrow = difference >>> 63;
  }
  trimCount(number);
}

function countOf(number: BigNatural): u32 {
  return loadU32(number);
}

function setCount(number: BigNatural, count: u32): void {
  assert(u64(count) <= LIMBS_MAX);
  storeU32(number, count);
}

function limb(number: BigNatural, index: u32): u32 {
  return loadU32(number + LIMBS_OFFSET + u64(index) * LIMB_SIZE);
}

function limbOrZero(number: BigNatural, index: u32): u64 {
  return index < countOf(number) ? u64(limb(number, index)) : 0;
}

function setLimb(number: BigNatural, index: u32, value: u32): void {
  assert(u64(index) < LIMBS_MAX);
  storeU32(number + LIMBS_OFFSET + u64(index) * LIMB_SIZE, value);
}

function trimCount(number: BigNatural): void {
  let count: u32 = countOf(number);
  while (count > 0 && limb(number, count - 1) === 0) count--;
  setCount(number, count);
}
