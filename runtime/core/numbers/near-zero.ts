// Exponential less 1 and logarithm of 1 more, for arguments near 0, where the plain functions would lose digits, and all others.
// Method:     the argument is reduced to k ln 2 + r; a polynomial serves for the rest, and what rounding took from r is carried along. The
//             order of operations and the coefficients are those that V8's results follow from: they are part of the meaning.
// Manual:     FDLIBM, the published methods of s_expm1 and s_log1p.

import { highWord, magnitudeWord, powerOfTwo, scaleByTwo, withHighWord } from "./number-words.ts";

const LN2_HIGH: number = 6.9314718036912381649e-1;
const LN2_LOW: number = 1.90821492927058770002e-10;
const LOG2_E: number = 1.442695040888963387;
const EXP_MAX: number = 7.09782712893383973096e2;
const FRACTION_MASK: i32 = 0x000f_ffff;
const ONE_WORD: i32 = 0x3ff0_0000;
const HALF_WORD: i32 = 0x3fe0_0000;
const EXPONENT_BIAS: i32 = 1023;

/** e^x - 1. */
export function exponentialLessOne(x: number): number {
  const word: i32 = magnitudeWord(x);
  if (x !== x || word < 0x3c90_0000) return x;
  if (x > EXP_MAX) return Infinity;
  // 56 ln 2: e^x is nothing beside 1.
  if (x < 0 && word >= 0x4043_687a) return -1;
  if (word <= 0x3fd6_2e42) return lessOneReduced(x, 0, 0);
  let k: number = x < 0 ? -1 : 1;
  if (word >= 0x3ff0_a2b2) k = Math.trunc(LOG2_E * x + (x < 0 ? -0.5 : 0.5));
  const high: number = x - k * LN2_HIGH;
  const low: number = k * LN2_LOW;
  const r: number = high - low;
  return lessOneReduced(r, high - r - low, k);
}

/** 2^k e^(r + c) - 1, |r| <= ln 2 / 2. */
function lessOneReduced(r: number, c: number, k: number): number {
  const half: number = 0.5 * r;
  const square: number = r * half;
  const inner: number = -7.93650757867487942473e-5 + square * (4.00821782732936239552e-6 + square * -2.01099218183624371326e-7);
  const first: number = 1 + square * (-3.33333333333331316428e-2 + square * (1.58730158725481460165e-3 + square * inner));
  const t: number = 3 - first * half;
  const quotient: number = square * ((first - t) / (6 - r * t));
  if (k === 0) return r - (r * quotient - square);
  const e: number = r * (quotient - c) - c - square;
  if (k === -1) return 0.5 * (r - e) - 0.5;
  if (k === 1) return r < -0.25 ? -2 * (e - (r + 0.5)) : 1 + 2 * (r - e);
  if (k <= -2 || k > 56) return scaleByTwo(1 - (e - r), i32(k)) - 1;
  if (k < 20) return scaleByTwo(1 - powerOfTwo(-i32(k)) - (e - r), i32(k));
  return scaleByTwo(r - (e + powerOfTwo(-i32(k))) + 1, i32(k));
}

/** log(1 + x). */
export function logarithmOfOneMore(x: number): number {
  if (x !== x || x === Infinity) return x;
  if (x < -1) return NaN;
  if (x === -1) return -Infinity;
  const word: i32 = highWord(x);
  const size: i32 = magnitudeWord(x);
  if (size < 0x3e20_0000) return size < 0x3c90_0000 ? x : x - x * x * 0.5;
  // sqrt(1/2) <= 1 + x < sqrt(2)
  if (size < 0x3fda_827a && (x > 0 || size <= 0x3fd2_bec4)) return oneMoreReduced(x, 0, 0, false);
  const isLarge: boolean = word >= 0x4340_0000;
  const sum: number = isLarge ? x : 1 + x;
  let k: number = (highWord(sum) >> 20) - EXPONENT_BIAS;
  const lost: number = isLarge ? 0 : (k > 0 ? 1 - (sum - x) : x - (sum - 1)) / sum;
  const fraction: i32 = highWord(sum) & FRACTION_MASK;
  if (fraction < 0x6_a09e) return oneMoreReduced(withHighWord(sum, fraction | ONE_WORD) - 1, lost, k, fraction === 0);
  k++;
  return oneMoreReduced(withHighWord(sum, fraction | HALF_WORD) - 1, lost, k, (0x10_0000 - fraction) >> 2 === 0);
}

/** k ln 2 + log(1 + f) + c. */
function oneMoreReduced(f: number, c: number, k: number, isNextToOne: boolean): number {
  const half: number = 0.5 * f * f;
  if (isNextToOne) {
    if (f === 0) return k === 0 ? 0 : k * LN2_HIGH + (c + k * LN2_LOW);
    const small: number = half * (1 - 0.66666666666666666 * f);
    return k === 0 ? f - small : k * LN2_HIGH - (small - (k * LN2_LOW + c) - f);
  }
  const s: number = f / (2 + f);
  const z: number = s * s;
  const tail: number =
    2.222219843214978396e-1 + z * (1.818357216161805012e-1 + z * (1.531383769920937332e-1 + z * 1.479819860511658591e-1));
  const rest: number = z * (6.66666666666673513e-1 + z * (3.999999999940941908e-1 + z * (2.857142874366239149e-1 + z * tail)));
  if (k === 0) return f - (half - s * (half + rest));
  return k * LN2_HIGH - (half - (s * (half + rest) + (k * LN2_LOW + c)) - f);
}
