// Integer text: machine integers to digits.

import { allocateString, setUnit } from "./string-units.ts";

const DIGIT_ZERO: u32 = 0x30;
const LETTER_A: u32 = 0x61;
const MINUS: u32 = 0x2d;

/** @exportName tsm_unsigned_to_string */
export function unsignedToString(value: u64): string {
  return digitsOf(value, false, 10);
}

/** @exportName tsm_signed_to_string */
export function signedToString(value: i64): string {
  return value < 0 ? digitsOf(0 - u64(value), true, 10) : digitsOf(u64(value), false, 10);
}

/** The digits of the magnitude, after a minus if asked. Requires: 2 <= radix <= 36. */
export function digitsOf(magnitude: u64, isNegative: boolean, radix: u64): string {
  const count: u32 = countDigits(magnitude, radix);
  const first: u32 = isNegative ? 1 : 0;
  const result: string = allocateString(first + count, false);
  if (isNegative) setUnit(result, 0, MINUS);
  let rest: u64 = magnitude;
  let at: u32 = first + count;
  while (at > first) {
    at--;
    setUnit(result, at, digitUnit(u32(rest % radix)));
    rest /= radix;
  }
  return result;
}

/** The unit of a digit: 0 to 9, a to z. Requires: digit < 36. */
export function digitUnit(digit: u32): u32 {
  return digit < 10 ? DIGIT_ZERO + digit : LETTER_A + digit - 10;
}

function countDigits(magnitude: u64, radix: u64): u32 {
  let count: u32 = 1;
  let rest: u64 = magnitude / radix;
  while (rest !== 0) {
    count++;
    rest /= radix;
  }
  return count;
}
