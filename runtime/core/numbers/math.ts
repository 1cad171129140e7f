// Math: the members of Math that are functions, and the operators % and ** on doubles.
// Manual:     ECMA-262 "The Math Object", "Number::remainder".

import { highestBit64 } from "tsmetal/unsafe";
import { arcCosine, arcSine, arcTangent, arcTangentOfQuotient } from "./arc.ts";
import { cubeRoot, exponential, logarithmBase2, logarithmBase10, naturalLogarithm } from "./exponential.ts";
import { composeNumber, exponentOf, isNegative, significandOf } from "./number-bits.ts";
import { power } from "./power.ts";
import { cosine, sine, tangent } from "./trigonometry.ts";

/** Whole numbers up to here fit a signed 64-bit integer and are exact. */
const EXACT_LIMIT: number = 9007199254740992;
/** A significand leaves so many bits of 64 free. */
const SPARE_BITS: i32 = 11;

/**
 * The remainder with the sign of the dividend, exactly.
 * @exportName tsm_float_remainder
 */
export function remainder(dividend: number, divisor: number): number {
  const size: number = Math.abs(divisor);
  const magnitude: number = Math.abs(dividend);
  if (!(magnitude < Infinity) || !(size > 0)) return NaN;
  if (magnitude < size) return dividend;
  const rest: number = remainderOfMagnitudes(magnitude, size);
  return isNegative(dividend) ? -rest : rest;
}

/** Requires: both finite, left >= right > 0. */
function remainderOfMagnitudes(left: number, right: number): number {
  if (left < EXACT_LIMIT && Math.floor(left) === left && Math.floor(right) === right) {
    return Number(u64(left) % u64(right));
  }
  // left and right are whole numbers times a power of two, and left's power is not the lower one.
  const divisor: u64 = significandOf(right);
  let rest: u64 = significandOf(left) % divisor;
  let steps: i32 = exponentOf(left) - exponentOf(right);
  while (steps > 0) {
    const bits: i32 = steps < SPARE_BITS ? steps : SPARE_BITS;
    rest = (rest << u64(bits)) % divisor;
    steps -= bits;
  }
  return composeNumber(rest, exponentOf(right));
}

// Members that are one operation: the functions stand for them as values

export function abs(x: number): number {
  return Math.abs(x);
}
export function ceil(x: number): number {
  return Math.ceil(x);
}
export function floor(x: number): number {
  return Math.floor(x);
}
export function sqrt(x: number): number {
  return Math.sqrt(x);
}
export function trunc(x: number): number {
  return Math.trunc(x);
}

// Whole numbers

/** To the nearest whole number; halves go up. */
export function round(x: number): number {
  const below: number = Math.floor(x);
  const rounded: number = x - below >= 0.5 ? below + 1 : below;
  // Zero keeps the sign; infinities and NaN, whose distance to themselves is NaN, come out as they are.
  return rounded === 0 && isNegative(x) ? -0 : rounded;
}

export function sign(x: number): number {
  if (x > 0) return 1;
  return x < 0 ? -1 : x;
}

export function fround(x: number): number {
  return f32(x);
}

export function imul(x: number, y: number): number {
  return i32(x) * i32(y);
}

export function clz32(x: number): number {
  const bits: u32 = u32(x);
  return bits === 0 ? 32 : 31 - highestBit64(u64(bits));
}

// Choice

/** Of two; the compiler folds the arguments of a call. NaN wins, and -0 is less than 0. */
export function max(left: number, right: number): number {
  if (left > right || left !== left) return left;
  if (left === right) return isNegative(left) ? right : left;
  return right;
}

/** Of two; the compiler folds the arguments of a call. NaN wins, and -0 is less than 0. */
export function min(left: number, right: number): number {
  if (left < right || left !== left) return left;
  if (left === right) return isNegative(left) ? left : right;
  return right;
}

export function maxOf(values: number[]): number {
  let result: number = -Infinity;
  for (const value of values) result = max(result, value);
  return result;
}

export function minOf(values: number[]): number {
  let result: number = Infinity;
  for (const value of values) result = min(result, value);
  return result;
}

// Roots

/** The square root of the sum of squares, scaled so that no square overflows. */
export function hypot(x: number, y: number): number {
  const first: number = Math.abs(x);
  const second: number = Math.abs(y);
  if (first === Infinity || second === Infinity) return Infinity;
  const largest: number = max(first, second);
  if (largest === 0 || largest !== largest) return largest;
  const firstPart: number = (first / largest) * (first / largest);
  const secondPart: number = (second / largest) * (second / largest);
  const sum: number = firstPart + secondPart;
  return Math.sqrt(sum) * largest;
}

/** Of any number of arguments. */
export function hypotOf(values: number[]): number {
  let largest: number = 0;
  let isNothing: boolean = false;
  for (const value of values) {
    const size: number = Math.abs(value);
    if (size === Infinity) return Infinity;
    if (size !== size) isNothing = true;
    if (size > largest) largest = size;
  }
  if (isNothing) return NaN;
  if (largest === 0) return 0;
  let sum: number = 0;
  let lost: number = 0;
  for (const value of values) {
    // What adding rounds away is added with the next.
    const part: number = (value / largest) * (value / largest) - lost;
    const next: number = sum + part;
    lost = next - sum - part;
    sum = next;
  }
  return Math.sqrt(sum) * largest;
}

export function cbrt(x: number): number {
  return cubeRoot(x);
}

// Elementary functions

export function pow(x: number, y: number): number {
  return power(x, y);
}
export function exp(x: number): number {
  return exponential(x);
}
export function log(x: number): number {
  return naturalLogarithm(x);
}
export function log2(x: number): number {
  return logarithmBase2(x);
}
export function log10(x: number): number {
  return logarithmBase10(x);
}
export function sin(x: number): number {
  return sine(x);
}
export function cos(x: number): number {
  return cosine(x);
}
export function tan(x: number): number {
  return tangent(x);
}
export function asin(x: number): number {
  return arcSine(x);
}
export function acos(x: number): number {
  return arcCosine(x);
}
export function atan(x: number): number {
  return arcTangent(x);
}
export function atan2(y: number, x: number): number {
  return arcTangentOfQuotient(y, x);
}
