// Decimal: from decimal digits to the nearest double, exactly.
// Owns:       the digits of the number being read.
// Called:     by the reading of numbers: start, a digit at a time, then the value.
// Manual:     ECMA-262 "RoundMVResult"; W. Clinger, "How to Read Floating Point Numbers Accurately", PLDI 1990.

import {
  type BigNatural,
  bitLength,
  compareNatural,
  isZeroNatural,
  multiplyAdd,
  multiplyPowerOfTen,
  scratch,
  setNatural,
  shiftLeft,
  subtractNatural,
} from "./big-natural.ts";
import { composeNumber, EXPONENT_MIN } from "./number-bits.ts";

/** No border between two doubles has more digits: what follows can only say "a little more". */
const DIGITS_MAX: u32 = 800;
/** Numbers at or above 10^310 are infinite, those below 10^-326 zero. */
const MAGNITUDE_MAX: i64 = 310;
const MAGNITUDE_MIN: i64 = -326;

/** Whole numbers below are exact in a double, as are powers of ten up to 10^22: one rounding then gives the right result. */
const EXACT_LIMIT: u64 = 0x20_0000_0000_0000;
const EXACT_POWER_MAX: i64 = 22;

const SIGNIFICAND_BITS: i32 = 53;

/** The digits so far while they fit, then only a sign that there are more. */
let leading: u64 = 0;
let digitCount: u32 = 0;
/** Power of ten that the digits kept are to be multiplied with. */
let exponent: i64 = 0;
/** A digit that was not kept was not zero. */
let hasMore: boolean = false;

export function startDecimal(): void {
  leading = 0;
  digitCount = 0;
  exponent = 0;
  hasMore = false;
  setNatural(scratch(0), 0);
}

/** The next digit of the number, before or behind the point. */
export function addDigit(digit: u32, isFraction: boolean): void {
  if (isFraction) exponent--;
  if (digitCount === 0 && digit === 0) return;
  if (digitCount === DIGITS_MAX) {
    exponent++;
    if (digit !== 0) hasMore = true;
    return;
  }
  digitCount++;
  if (leading < EXACT_LIMIT) leading = leading * 10 + u64(digit);
  multiplyAdd(scratch(0), 10, digit);
}

/** The double nearest to the digits * 10^power; of two as near the even one. */
export function decimalValue(power: i64): number {
  if (digitCount === 0) return 0;
  const scale: i64 = exponent + power;
  if (i64(digitCount) + scale > MAGNITUDE_MAX) return Infinity;
  if (i64(digitCount) + scale < MAGNITUDE_MIN) return 0;
  if (leading < EXACT_LIMIT && scale >= 0 - EXACT_POWER_MAX && scale <= EXACT_POWER_MAX) return exactValue(i32(scale));
  return roundedValue(i32(scale));
}

function exactValue(scale: i32): number {
  let power: number = 1;
  const places: i32 = scale < 0 ? 0 - scale : scale;
  for (let i: i32 = 0; i < places; i++) power *= 10;
  const whole: number = Number(leading);
  return scale < 0 ? whole / power : whole * power;
}

/** Divides in whole numbers, bit by bit, until there is one bit more than the significand takes. */
function roundedValue(scale: i32): number {
  const numerator: BigNatural = scratch(0);
  const denominator: BigNatural = scratch(1);
  setNatural(denominator, 1);
  if (scale >= 0) multiplyPowerOfTen(numerator, u32(scale));
  else multiplyPowerOfTen(denominator, u32(0 - scale));
  let power: i32 = i32(bitLength(numerator)) - i32(bitLength(denominator));
  if (power >= 0) shiftLeft(denominator, u32(power));
  else shiftLeft(numerator, u32(0 - power));
  if (compareNatural(numerator, denominator) < 0) {
    shiftLeft(numerator, 1);
    power--;
  }
  // Now 1 <= numerator / denominator < 2, and the value is that times 2^power.
  let bitsWanted: i32 = SIGNIFICAND_BITS + 1;
  const lowest: i32 = power - (bitsWanted - 1);
  if (lowest < EXPONENT_MIN - 1) bitsWanted -= EXPONENT_MIN - 1 - lowest;
  if (bitsWanted < 0) return 0;
  const quotient: u64 = divideBits(numerator, denominator, u32(bitsWanted));
  return roundHalfEven(quotient, !isZeroNatural(numerator) || hasMore, power - (bitsWanted - 1));
}

/** The first bits of numerator / denominator; the numerator keeps the rest. Requires: numerator < 2 * denominator. */
function divideBits(numerator: BigNatural, denominator: BigNatural, bits: u32): u64 {
  let quotient: u64 = 0;
  for (let i: u32 = 0; i < bits; i++) {
    quotient = quotient << 1;
    if (compareNatural(numerator, denominator) >= 0) {
      subtractNatural(numerator, denominator);
      quotient++;
    }
    shiftLeft(numerator, 1);
  }
  return quotient;
}

/** Takes the lowest bit off: up where it and what follows are more than a half, or a half and the result would be odd. */
function roundHalfEven(quotient: u64, hasRest: boolean, lowest: i32): number {
  let significand: u64 = quotient >>> 1;
  if ((quotient & 1) === 1 && (hasRest || (significand & 1) === 1)) significand++;
  if (significand < EXACT_LIMIT) return composeNumber(significand, lowest + 1);
  return composeNumber(significand >>> 1, lowest + 2);
}
