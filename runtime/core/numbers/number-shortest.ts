// Shortest digits: the fewest decimal digits that read back as the same double, and of those the nearest.
// Owns:       the digits of the last conversion.
// Called:     by number.ts. Exact: Steele and White's free-format algorithm on big naturals, behind a fast path that is proven exact too.
// Manual:     G. Steele, J. White, "How to Print Floating-Point Numbers Accurately", PLDI 1990; ECMA-262 "Number::toString".

import {
  addNatural,
  type BigNatural,
  bitLength,
  compareNatural,
  copyNatural,
  multiplyAdd,
  multiplyPowerOfTen,
  scratch,
  setNatural,
  shiftLeft,
  subtractNatural,
} from "./big-natural.ts";
import { EXPONENT_MIN, exponentOf, IMPLICIT_BIT, significandOf } from "./number-bits.ts";

/** Decimals of up to 15 digits are told apart by doubles, with room for the error of one multiplication. */
const FAST_DIGITS_LIMIT: number = 1e15;
/** The largest power of ten that a double holds exactly is 10^22. */
const FAST_PLACES_MAX: i32 = 22;

/** log10(2) * 2^18. */
const LOG10_OF_2_SCALED: i64 = 78913;
const LOG10_OF_2_SHIFT: i64 = 18;

let digits: u64 = 0;
let exponent: i32 = 0;

/** Finds the digits of a value above zero, and finite: value ≈ shortestDigits() * 10^shortestExponent(). */
export function findShortest(value: number): void {
  if (!findFast(value)) findExact(significandOf(value), exponentOf(value));
}

export function shortestDigits(): u64 {
  return digits;
}

export function shortestExponent(): i32 {
  return exponent;
}

/** Tries 0, 1, 2 ... decimal places while value * 10^places stays so small that its rounding cannot hide the right digits. */
function findFast(value: number): boolean {
  let scale: number = 1;
  for (let places: i32 = 0; places <= FAST_PLACES_MAX; places++) {
    const scaled: number = value * scale;
    if (scaled >= FAST_DIGITS_LIMIT) return false;
    const candidate: number = Math.floor(scaled + 0.5);
    if (candidate / scale === value) {
      digits = u64(candidate);
      exponent = 0 - places;
      return true;
    }
    scale *= 10;
  }
  return false;
}

/**
 * remainder / scale is the value, divided by the power of ten that makes it less than one; above / scale and below / scale are half the
 * distances to the neighbouring doubles. Digits come off the remainder until what is left lies within one of those distances.
 */
function findExact(significand: u64, power: i32): void {
  const remainder: BigNatural = scratch(0);
  const scale: BigNatural = scratch(1);
  const above: BigNatural = scratch(2);
  const below: BigNatural = scratch(3);
  // The doubles below a power of two lie twice as close as those above.
  const isUneven: boolean = significand === IMPLICIT_BIT && power > EXPONENT_MIN;
  const spread: u32 = isUneven ? 2 : 1;
  setNatural(remainder, significand);
  setNatural(scale, 1);
  setNatural(above, u64(spread));
  setNatural(below, 1);
  shiftLeft(remainder, spread);
  shiftLeft(scale, spread);
  if (power >= 0) {
    shiftLeft(remainder, u32(power));
    shiftLeft(above, u32(power));
    shiftLeft(below, u32(power));
  } else {
    shiftLeft(scale, u32(0 - power));
  }
  const isEven: boolean = (significand & 1) === 0;
  exponent = scaleByPowerOfTen(significand, power, isEven);
  generateDigits(isEven);
}

/** Gives k such that the value, rounded up as far as it may be, is below 10^k, and divides by 10^k. */
function scaleByPowerOfTen(significand: u64, power: i32, isEven: boolean): i32 {
  const remainder: BigNatural = scratch(0);
  const scale: BigNatural = scratch(1);
  setNatural(scratch(4), significand);
  const magnitude: i64 = i64(power) + i64(bitLength(scratch(4))) - 1;
  let k: i32 = i32((magnitude * LOG10_OF_2_SCALED) >> LOG10_OF_2_SHIFT) + 1;
  if (k >= 0) {
    multiplyPowerOfTen(scale, u32(k));
  } else {
    multiplyPowerOfTen(remainder, u32(0 - k));
    multiplyPowerOfTen(scratch(2), u32(0 - k));
    multiplyPowerOfTen(scratch(3), u32(0 - k));
  }
  while (reachesScale(isEven)) {
    multiplyAdd(scale, 10, 0);
    k++;
  }
  return k;
}

/** Whether remainder + above goes beyond the scale; where the significand is even, the border itself reads back too. */
function reachesScale(isEven: boolean): boolean {
  const sum: BigNatural = scratch(4);
  copyNatural(sum, scratch(0));
  addNatural(sum, scratch(2));
  const order: i32 = compareNatural(sum, scratch(1));
  return order > 0 || (isEven && order === 0);
}

function generateDigits(isEven: boolean): void {
  const remainder: BigNatural = scratch(0);
  const below: BigNatural = scratch(3);
  digits = 0;
  while (true) {
    exponent--;
    multiplyAdd(remainder, 10, 0);
    multiplyAdd(scratch(2), 10, 0);
    multiplyAdd(below, 10, 0);
    const digit: u64 = takeDigit();
    const order: i32 = compareNatural(remainder, below);
    const isLow: boolean = order < 0 || (isEven && order === 0);
    const isHigh: boolean = reachesScale(isEven);
    digits = digits * 10 + digit;
    if (!isLow && !isHigh) continue;
    if (isHigh && (!isLow || roundsUp(digit))) digits++;
    return;
  }
}

/** remainder / scale; the remainder keeps the rest. */
function takeDigit(): u64 {
  let digit: u64 = 0;
  while (compareNatural(scratch(0), scratch(1)) >= 0) {
    subtractNatural(scratch(0), scratch(1));
    digit++;
  }
  return digit;
}

/** Whether the rest is more than half, or half after an odd digit. */
function roundsUp(digit: u64): boolean {
  const twice: BigNatural = scratch(4);
  copyNatural(twice, scratch(0));
  shiftLeft(twice, 1);
  const order: i32 = compareNatural(twice, scratch(1));
  return order > 0 || (order === 0 && (digit & 1) === 1);
}
