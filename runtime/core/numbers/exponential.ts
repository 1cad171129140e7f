// Exponential and logarithms, with the bits that V8 gives.
// Method:     arguments are reduced to a small range around 0 or 1, where a polynomial is as exact as doubles are. The order of
//             operations and the coefficients are those that V8's results follow from: they are part of the meaning.
// Manual:     ECMA-262 "Function Properties of the Math Object"; FDLIBM, the published methods of e_exp and e_log.

import { bitsOfNumber, numberOfBits } from "tsmetal/unsafe";
import { highPart, highWord, magnitudeWord, numberOfHighWord, scaleByTwo, withHighWord } from "./number-words.ts";

/** ln 2 in two parts, the first with so few digits that a multiple of it is exact. */
const LN2_HIGH: number = 6.9314718036912381649e-1;
const LN2_LOW: number = 1.90821492927058770002e-10;
const LOG2_E: number = 1.442695040888963387;
const LOG2_E_HIGH: number = 1.44269504072144627571;
const LOG2_E_LOW: number = 1.67517131648865118353e-10;
const LOG10_E: number = 4.34294481903251816668e-1;
const LOG10_2_HIGH: number = 3.01029995663611771306e-1;
const LOG10_2_LOW: number = 3.69423907715893078616e-13;

const EXP_MAX: number = 7.09782712893383973096e2;
const EXP_MIN: number = -7.4513321910194110842e2;
const TWO_54: number = 18014398509481984;
const LEAST_NORMAL_WORD: i32 = 0x0010_0000;
const FRACTION_MASK: i32 = 0x000f_ffff;
const ONE_WORD: i32 = 0x3ff0_0000;
const SIGN_WORD: i32 = -0x8000_0000;
const EXPONENT_BIAS: i32 = 1023;

/** e^x: x = k ln 2 + r with |r| <= ln 2 / 2, and e^r = 1 + 2r / (R - r) with a polynomial R in r^2. */
export function exponential(x: number): number {
  if (x !== x) return x;
  if (x > EXP_MAX) return Infinity;
  if (x < EXP_MIN) return 0;
  if (x === 1) return Math.E;
  const word: i32 = magnitudeWord(x);
  if (word < 0x3e30_0000) return 1 + x;
  let multiple: number = 0;
  if (word >= 0x3ff0_a2b2) multiple = Math.trunc(LOG2_E * x + (x < 0 ? -0.5 : 0.5));
  else if (word > 0x3fd6_2e42) multiple = x < 0 ? -1 : 1;
  const high: number = x - multiple * LN2_HIGH;
  const low: number = multiple * LN2_LOW;
  const r: number = high - low;
  const t: number = r * r;
  const c: number = r - t * exponentialPolynomial(t);
  if (multiple === 0) return 1 - ((r * c) / (c - 2) - r);
  return scaleByTwo(1 - (low - (r * c) / (2 - c) - high), i32(multiple));
}

function exponentialPolynomial(t: number): number {
  const inner: number = 6.61375632143793436117e-5 + t * (-1.6533902205465251539e-6 + t * 4.13813679705723846039e-8);
  return 1.66666666666666019037e-1 + t * (-2.77777777770155933842e-3 + t * inner);
}

// Logarithms: x = 2^k * (1 + f) with 1 + f between sqrt(1/2) and sqrt(2)

/** k of the last argument split, and the upper 20 bits of its fraction. */
let binaryExponent: i32 = 0;
let fractionWord: i32 = 0;

/** Gives f. Requires: x is positive and finite. */
function splitMantissa(x: number): number {
  let normal: number = x;
  binaryExponent = 0;
  if (highWord(normal) < LEAST_NORMAL_WORD) {
    binaryExponent = -54;
    normal *= TWO_54;
  }
  fractionWord = highWord(normal) & FRACTION_MASK;
  const carry: i32 = (fractionWord + 0x9_5f64) & LEAST_NORMAL_WORD;
  binaryExponent += (highWord(normal) >> 20) - EXPONENT_BIAS + (carry >> 20);
  return withHighWord(normal, fractionWord | (carry ^ ONE_WORD)) - 1;
}

/** What the logarithms of zero, negative numbers, infinity and NaN are; 1 for arguments that need computing. */
function specialLogarithm(x: number): number {
  if (x === 0) return -Infinity;
  if (!(x > 0)) return NaN;
  return x === Infinity ? Infinity : 1;
}

/** R of log(1 + f) = f - f^2/2 + s (f^2/2 + R), s = f / (2 + f). */
function logarithmRest(s: number): number {
  const z: number = s * s;
  const w: number = z * z;
  const even: number = w * (3.999999999940941908e-1 + w * (2.222219843214978396e-1 + w * 1.531383769920937332e-1));
  const odd: number = 2.857142874366239149e-1 + w * (1.818357216161805012e-1 + w * 1.479819860511658591e-1);
  return z * (6.66666666666673513e-1 + w * odd) + even;
}

/** The natural logarithm. */
export function naturalLogarithm(x: number): number {
  const special: number = specialLogarithm(x);
  if (special !== 1) return special;
  const f: number = splitMantissa(x);
  const k: number = binaryExponent;
  if (((fractionWord + 2) & FRACTION_MASK) < 3) return logarithmNextToOne(f, k);
  const s: number = f / (2 + f);
  const rest: number = logarithmRest(s);
  // Where 1 + f is far enough from 1, the half square is kept apart.
  if (((fractionWord - 0x6_147a) | (0x6_b851 - fractionWord)) > 0) {
    const half: number = 0.5 * f * f;
    if (k === 0) return f - (half - s * (half + rest));
    return k * LN2_HIGH - (half - (s * (half + rest) + k * LN2_LOW) - f);
  }
  if (k === 0) return f - s * (f - rest);
  return k * LN2_HIGH - (s * (f - rest) - k * LN2_LOW - f);
}

/** |f| < 2^-20. */
function logarithmNextToOne(f: number, k: number): number {
  if (f === 0) return k === 0 ? 0 : k * LN2_HIGH + k * LN2_LOW;
  const rest: number = f * f * (0.5 - 0.33333333333333333 * f);
  if (k === 0) return f - rest;
  return k * LN2_HIGH - (rest - k * LN2_LOW - f);
}

export function logarithmBase2(x: number): number {
  const special: number = specialLogarithm(x);
  if (special !== 1) return special;
  if (x === 1) return 0;
  const f: number = splitMantissa(x);
  const k: number = binaryExponent;
  const half: number = 0.5 * f * f;
  const s: number = f / (2 + f);
  const rest: number = s * (half + logarithmRest(s));
  const high: number = highPart(f - half);
  const low: number = f - high - half + rest;
  const scaledHigh: number = high * LOG2_E_HIGH;
  const scaledLow: number = (low + high) * LOG2_E_LOW + low * LOG2_E_HIGH;
  const sum: number = k + scaledHigh;
  return scaledLow + (k - sum + scaledHigh) + sum;
}

/** log10(x) = n log10(2) + log(x / 2^n) / log(10), where x / 2^n lies between 1 and 2, or 1/2 and 1 for x below 1. */
export function logarithmBase10(x: number): number {
  const special: number = specialLogarithm(x);
  if (special !== 1) return special;
  if (x === 1) return 0;
  let normal: number = x;
  let exponent: i32 = 0;
  if (highWord(normal) < LEAST_NORMAL_WORD) {
    exponent = -54;
    normal *= TWO_54;
  }
  exponent += (highWord(normal) >> 20) - EXPONENT_BIAS;
  const isBelowOne: i32 = exponent < 0 ? 1 : 0;
  const word: i32 = (highWord(normal) & FRACTION_MASK) | ((EXPONENT_BIAS - isBelowOne) << 20);
  const n: number = exponent + isBelowOne;
  const low: number = n * LOG10_2_LOW + LOG10_E * naturalLogarithm(withHighWord(normal, word));
  return low + n * LOG10_2_HIGH;
}

// Cube root

/** A guess from a third of the exponent, a polynomial to 23 bits, one step of Newton's. */
export function cubeRoot(x: number): number {
  if (x === 0 || x !== x || Math.abs(x) === Infinity) return x;
  const sign: i32 = highWord(x) & SIGN_WORD;
  const isSubnormal: boolean = magnitudeWord(x) < LEAST_NORMAL_WORD;
  const third: i32 = isSubnormal ? magnitudeWord(TWO_54 * x) / 3 + 696219795 : magnitudeWord(x) / 3 + 715094163;
  const guess: number = numberOfHighWord(sign | third);
  const error: number = guess * guess * (guess / x);
  const low: number = 1.87595182427177009643 + error * (-1.88497979543377169875 + error * 1.62142972010535446614);
  const better: number = guess * (low + error * error * error * (-0.758397934778766047437 + error * 0.145996192886612446982));
  const rounded: number = numberOfBits((bitsOfNumber(better) + 0x8000_0000) & 0xffff_ffff_c000_0000);
  const quotient: number = x / (rounded * rounded);
  return rounded + rounded * ((quotient - rounded) / (rounded + rounded + quotient));
}
