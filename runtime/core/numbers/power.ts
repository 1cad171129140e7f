// Power: x ** y for doubles, with the bits that V8 gives.
// Owns:       the two parts of the logarithm of the last base.
// Method:     log2(x) as the sum of a rounded high part and a low part; both times y; then 2 to the whole and the fractional part. The
//             order of operations and the coefficients are those that V8's results follow from: they are part of the meaning.
// Manual:     ECMA-262 "Number::exponentiate"; FDLIBM, e_pow: the published method, error below 0.7 units in the last place.

import { isNegative } from "./number-bits.ts";
import { highPart, highWord, magnitudeWord, numberOfHighWord, powerOfTwo, withHighWord } from "./number-words.ts";

const EXPONENT_ONE: i32 = 0x3ff;
const FRACTION_HIGH_MASK: i32 = 0x000f_ffff;
const IMPLICIT_HIGH_BIT: i32 = 0x0010_0000;
const TWO_53: number = 9007199254740992;

/** log2(3/2) in two parts. */
const LOG2_3_2_HIGH: number = 5.84962487220764160156e-1;
const LOG2_3_2_LOW: number = 1.35003920212974897128e-8;
/** 2 / (3 ln 2), and in two parts. */
const LOG_SCALE: number = 9.61796693925975554329e-1;
const LOG_SCALE_HIGH: number = 9.61796700954437255859e-1;
const LOG_SCALE_LOW: number = -7.02846165095275826516e-9;
/** 1 / ln 2, and in two parts. */
const LOG2_E: number = 1.442695040888963387;
const LOG2_E_HIGH: number = 1.44269502162933349609;
const LOG2_E_LOW: number = 1.92596299112661746887e-8;
/** ln 2, and in two parts. */
const LN2: number = 6.93147180559945286227e-1;
const LN2_HIGH: number = 6.93147182464599609375e-1;
const LN2_LOW: number = -1.90465429995776804525e-9;
/** How far below 2^1024 a result still rounds to it: -(1024 - log2(largest double + half a unit)). */
const OVERFLOW_MARGIN: number = 8.0085662595372944372e-17;

let logHigh: number = 0;
let logLow: number = 0;

/** @exportName tsm_float_power */
export function power(base: number, exponent: number): number {
  if (exponent === 0) return 1;
  if (base !== base || exponent !== exponent) return NaN;
  if (exponent === 1) return base;
  if (exponent === 2) return base * base;
  if (exponent === -1) return 1 / base;
  const magnitude: number = Math.abs(base);
  if (Math.abs(exponent) === Infinity) {
    if (magnitude === 1) return NaN;
    return magnitude > 1 === exponent > 0 ? Infinity : 0;
  }
  const isWhole: boolean = Math.floor(exponent) === exponent;
  if (base < 0 && magnitude !== Infinity && !isWhole) return NaN;
  const result: number = powerOfMagnitude(magnitude, exponent);
  const isOdd: boolean = isWhole && Math.abs(exponent) % 2 === 1;
  return isOdd && isNegative(base) ? -result : result;
}

/** Requires: base >= 0; exponent finite and not 0. */
function powerOfMagnitude(base: number, exponent: number): number {
  if (base === 0 || base === Infinity) return (base === 0) === exponent < 0 ? Infinity : 0;
  if (base === 1) return 1;
  if (exponent === 0.5) return Math.sqrt(base);
  const exponentWord: i32 = magnitudeWord(exponent);
  if (exponentWord > 0x41e0_0000) {
    // |y| > 2^31: only bases next to 1 give something between zero and infinity.
    const isBelow: boolean = highWord(base) < 0x3fef_ffff || (exponentWord > 0x43f0_0000 && highWord(base) <= 0x3fef_ffff);
    const isAbove: boolean = highWord(base) > 0x3ff0_0000 || (exponentWord > 0x43f0_0000 && highWord(base) >= 0x3ff0_0000);
    if (isBelow) return exponent < 0 ? Infinity : 0;
    if (isAbove) return exponent > 0 ? Infinity : 0;
    findLogarithmNearOne(base);
  } else {
    findLogarithm(base);
  }
  const exponentHigh: number = highPart(exponent);
  const low: number = (exponent - exponentHigh) * logHigh + exponent * logLow;
  return exponentiateTwo(exponentHigh * logHigh, low);
}

/** log(1 + t) = t - t^2/2 + t^3/3 - t^4/4: enough where |t| <= 2^-20. */
function findLogarithmNearOne(base: number): void {
  const t: number = base - 1;
  const square: number = t * t * (0.5 - t * (0.3333333333333333333333 - t * 0.25));
  const high: number = LOG2_E_HIGH * t;
  const low: number = t * LOG2_E_LOW - square * LOG2_E;
  logHigh = highPart(high + low);
  logLow = low - (logHigh - high);
}

/** log2 of base = 2^n * m with m around 1 or around 3/2, from the series of log((1 + s) / (1 - s)), s = (m - c) / (m + c). */
function findLogarithm(base: number): void {
  let whole: i32 = 0;
  let scaled: number = base;
  if (highWord(scaled) < IMPLICIT_HIGH_BIT) {
    scaled *= TWO_53;
    whole -= 53;
  }
  whole += (highWord(scaled) >> 20) - EXPONENT_ONE;
  const fraction: i32 = highWord(scaled) & FRACTION_HIGH_MASK;
  let word: i32 = fraction | (EXPONENT_ONE << 20);
  // Up to sqrt(3/2) near 1, up to sqrt(3) near 3/2, above near 2.
  const isMiddle: boolean = fraction > 0x3_988e && fraction < 0xb_b67a;
  if (fraction >= 0xb_b67a) {
    whole++;
    word -= IMPLICIT_HIGH_BIT;
  }
  const mantissa: number = withHighWord(scaled, word);
  const center: number = isMiddle ? 1.5 : 1;
  const middleBit: i32 = isMiddle ? 0x0004_0000 : 0;
  const centerWord: i32 = ((word >> 1) | 0x2000_0000) + 0x0008_0000 + middleBit;
  findSeries(mantissa, center, numberOfHighWord(centerWord), whole, isMiddle);
}

/** approximateSum is mantissa + center with the low word zero. */
function findSeries(mantissa: number, center: number, approximateSum: number, whole: i32, isMiddle: boolean): void {
  const difference: number = mantissa - center;
  const reciprocal: number = 1 / (mantissa + center);
  const s: number = difference * reciprocal;
  const sHigh: number = highPart(s);
  const sumLow: number = mantissa - (approximateSum - center);
  const sLow: number = reciprocal * (difference - sHigh * approximateSum - sHigh * sumLow);
  const square: number = s * s;
  let rest: number = square * square * logarithmPolynomial(square);
  rest += sLow * (sHigh + s);
  const squareHigh: number = sHigh * sHigh;
  const factorHigh: number = highPart(3 + squareHigh + rest);
  const factorLow: number = rest - (factorHigh - 3 - squareHigh);
  const high: number = sHigh * factorHigh;
  const low: number = sLow * factorHigh + factorLow * s;
  const productHigh: number = highPart(high + low);
  const productLow: number = low - (productHigh - high);
  const scaledHigh: number = LOG_SCALE_HIGH * productHigh;
  const scaledLow: number = LOG_SCALE_LOW * productHigh + productLow * LOG_SCALE + (isMiddle ? LOG2_3_2_LOW : 0);
  const centerHigh: number = isMiddle ? LOG2_3_2_HIGH : 0;
  const exponent: number = whole;
  logHigh = highPart(scaledHigh + scaledLow + centerHigh + exponent);
  logLow = scaledLow - (logHigh - exponent - centerHigh - scaledHigh);
}

function logarithmPolynomial(x: number): number {
  const inner: number = 2.72728123808534006489e-1 + x * (2.30660745775561754067e-1 + x * 2.06975017800338417784e-1);
  return 5.99999999999994648725e-1 + x * (4.28571428578550184252e-1 + x * (3.33333329818377432918e-1 + x * inner));
}

/** 2^(high + low), where low is small against high. */
function exponentiateTwo(high: number, low: number): number {
  const sum: number = low + high;
  if (sum >= 1024) {
    if (sum > 1024 || low + OVERFLOW_MARGIN > sum - high) return Infinity;
  } else if (sum <= -1075) {
    if (sum < -1075 || low <= sum - high) return 0;
  }
  const whole: number = magnitudeWord(sum) > 0x3fe0_0000 ? roundHalfAway(sum) : 0;
  const fractionHigh: number = high - whole;
  const t: number = highPart(low + fractionHigh);
  const first: number = t * LN2_HIGH;
  const second: number = (low - (t - fractionHigh)) * LN2 + t * LN2_LOW;
  const z: number = first + second;
  const error: number = second - (z - first);
  const square: number = z * z;
  const tail: number = z - square * exponentialPolynomial(square);
  const quotient: number = (z * tail) / (tail - 2 - (error + z * error));
  return scaleByPowerOfTwo(1 - (quotient - z), i32(whole));
}

function exponentialPolynomial(x: number): number {
  const inner: number = 6.61375632143793436117e-5 + x * (-1.6533902205465251539e-6 + x * 4.13813679705723846039e-8);
  return 1.66666666666666019037e-1 + x * (-2.77777777770155933842e-3 + x * inner);
}

/** To the nearest whole number, halves away from zero. Requires: |x| < 2^31. */
function roundHalfAway(x: number): number {
  return x < 0 ? Math.ceil(x - 0.5) : Math.floor(x + 0.5);
}

/** x * 2^exponent, rounded once. Requires: 1/2 < x < 2, -1100 < exponent <= 1024. */
function scaleByPowerOfTwo(x: number, exponent: i32): number {
  const scaledWord: i32 = highWord(x) + (exponent << 20);
  if (scaledWord >> 20 > 0) return withHighWord(x, scaledWord);
  return withHighWord(x, highWord(x) + ((exponent + 600) << 20)) * powerOfTwo(-600);
}
