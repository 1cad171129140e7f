// Integer text: machine integers to digits.

import { storeU8 } from "tsmetal/unsafe";
import { allocateString, setUnit, unitsAddress } from "../text/string-units.ts";

const DIGIT_ZERO: u32 = 0x30;
const LETTER_A: u32 = 0x61;
const MINUS: u32 = 0x2d;

/** @exportName tsm_unsigned_to_string */
export function unsignedToString(value: u64): string {
  return decimalText(value, false);
}

/** @exportName tsm_signed_to_string */
export function signedToString(value: i64): string {
  return value < 0 ? decimalText(0 - u64(value), true) : decimalText(u64(value), false);
}

/**
 * Digits of the magnitude, after a minus if asked. Division by a constant is a multiplication: this is several times faster than
 * digitsOf.
 */
function decimalText(magnitude: u64, isNegative: boolean): string {
  let count: u32 = isNegative ? 2 : 1;
  for (let rest: u64 = magnitude; rest >= 10; rest /= 10) count++;
  const result: string = allocateString(count, false);
  const units: u64 = unitsAddress(result);
  let rest: u64 = magnitude;
  let place: u64 = units + u64(count);
  do {
    place--;
    const next: u64 = rest / 10;
    storeU8(place, u8(u64(DIGIT_ZERO) + rest - next * 10));
    rest = next;
  } while (rest !== 0);
  if (isNegative) storeU8(units, u8(MINUS));
  return result;
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
