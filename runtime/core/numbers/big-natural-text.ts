// Text of large whole numbers, and the rounding that comes before it: the decimal texts of doubles are made of them.

import { concatenate, padStart } from "../text/string.ts";
import { type BigNatural, divideBySmall, isZeroNatural, multiplyAdd, shiftRight } from "./big-natural.ts";
import { digitsOf } from "./integer-text.ts";

/** The largest power of ten that fits 32 bits, and its exponent. */
const GROUP: u32 = 1_000_000_000;
export const GROUP_DIGITS: u32 = 9;

/** Halves and more go up: floor(2 * x) + 1, halved. */
export function roundingShiftRight(number: BigNatural, bits: u32): void {
  shiftRight(number, bits - 1);
  multiplyAdd(number, 1, 1);
  shiftRight(number, 1);
}

/** The decimal digits; the number is zero afterwards. */
export function textOfNatural(number: BigNatural): string {
  let text: string = "";
  while (true) {
    const group: string = digitsOf(u64(divideBySmall(number, GROUP)), false, 10);
    if (isZeroNatural(number)) return concatenate(group, text);
    text = concatenate(padStart(group, GROUP_DIGITS, "0"), text);
  }
}
