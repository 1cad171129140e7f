// Number words: the upper and lower 32 bits of a double, which elementary functions compare and replace.
//
//   high word   sign, exponent + 1023, the upper 20 bits of the fraction: ordered as the magnitudes are

import { bitsOfNumber, numberOfBits } from "tsmetal/unsafe";

const HIGH_WORD: u64 = 0xffff_ffff_0000_0000;
const LOW_WORD: u64 = 0xffff_ffff;
const MAGNITUDE_MASK: i32 = 0x7fff_ffff;
const EXPONENT_ONE: i32 = 0x3ff;
const EXPONENT_MIN: i32 = -1022;

export function highWord(x: number): i32 {
  return i32(bitsOfNumber(x) >>> 32);
}

/** The high word without the sign. */
export function magnitudeWord(x: number): i32 {
  return highWord(x) & MAGNITUDE_MASK;
}

/** The number with the lower 32 bits zero. */
export function highPart(x: number): number {
  return numberOfBits(bitsOfNumber(x) & HIGH_WORD);
}

export function withHighWord(x: number, word: i32): number {
  return numberOfBits((bitsOfNumber(x) & LOW_WORD) | (u64(u32(word)) << 32));
}

/** The number with this high word and a low word of zero. */
export function numberOfHighWord(word: i32): number {
  return numberOfBits(u64(u32(word)) << 32);
}

/** 2^exponent. Requires: -1022 <= exponent <= 1023. */
export function powerOfTwo(exponent: i32): number {
  return numberOfBits(u64(exponent + EXPONENT_ONE) << 52);
}

/** x * 2^exponent, rounded once. Requires: x is normal, and so is x * 2^(exponent + 1000) if the result is not. */
export function scaleByTwo(x: number, exponent: i32): number {
  if (exponent > EXPONENT_ONE) return x * 2 * powerOfTwo(exponent - 1);
  if (exponent < EXPONENT_MIN + 1) return x * powerOfTwo(exponent + 1000) * powerOfTwo(-1000);
  return x * powerOfTwo(exponent);
}
