// Hyperbolic functions and their inverses, with the bits that V8 gives, and the functions of small arguments that they rest on.
// Method:     by size, where another formula keeps more digits or does not overflow.
// Manual:     ECMA-262 "Function Properties of the Math Object"; FDLIBM, the published methods.

import { exponential, naturalLogarithm } from "./exponential.ts";
import { exponentialLessOne, logarithmOfOneMore } from "./near-zero.ts";
import { magnitudeWord } from "./number-words.ts";

/** Beyond, e^-x is nothing beside e^x. */
const LARGE: number = 22;
/** e^x overflows beyond; e^(x/2) does not. */
const SINH_EXPONENT_MAX: number = 709.7822265625;
const COSH_EXPONENT_WORD: i32 = 0x4086_2e42;
/** Where cosh and sinh overflow. */
const OVERFLOW: number = 710.4758600739439;
/** High words of 2^28, 2, ln 2 / 2 and 2^-28. */
const SQUARE_MAX_WORD: i32 = 0x41b0_0000;
const TWO_WORD: i32 = 0x4000_0000;
const HALF_LN2_WORD: i32 = 0x3fd6_2e43;
const TINY_WORD: i32 = 0x3e30_0000;
const LN2: number = 0.6931471805599453;

export function log1p(x: number): number {
  return logarithmOfOneMore(x);
}

export function expm1(x: number): number {
  return exponentialLessOne(x);
}

export function cosh(x: number): number {
  if (x !== x) return x;
  const size: number = Math.abs(x);
  const word: i32 = magnitudeWord(x);
  if (word < HALF_LN2_WORD) {
    const less: number = exponentialLessOne(size);
    const power: number = 1 + less;
    return word < 0x3c80_0000 ? power : 1 + (less * less) / (power + power);
  }
  if (size < LARGE) {
    const power: number = exponential(size);
    return 0.5 * power + 0.5 / power;
  }
  if (word < COSH_EXPONENT_WORD) return 0.5 * exponential(size);
  return size <= OVERFLOW ? twiceHalf(0.5, size) : Infinity;
}

export function sinh(x: number): number {
  if (x === 0 || x !== x) return x;
  const size: number = Math.abs(x);
  const half: number = x < 0 ? -0.5 : 0.5;
  if (size < LARGE) {
    if (magnitudeWord(x) < TINY_WORD) return x;
    const less: number = exponentialLessOne(size);
    return size < 1 ? half * (2 * less - (less * less) / (less + 1)) : half * (less + less / (less + 1));
  }
  if (size < SINH_EXPONENT_MAX) return half * exponential(size);
  return size <= OVERFLOW ? twiceHalf(half, size) : x * Infinity;
}

/** factor * e^size, in two halves that do not overflow. */
function twiceHalf(factor: number, size: number): number {
  const root: number = exponential(0.5 * size);
  return factor * root * root;
}

export function tanh(x: number): number {
  if (x === 0 || x !== x) return x;
  const size: number = Math.abs(x);
  if (magnitudeWord(x) < TINY_WORD) return x;
  let result: number = 1;
  if (size < 1) {
    const less: number = exponentialLessOne(-2 * size);
    result = -less / (less + 2);
  } else if (size < LARGE) {
    result = 1 - 2 / (exponentialLessOne(2 * size) + 2);
  }
  return x < 0 ? -result : result;
}

export function asinh(x: number): number {
  const size: number = Math.abs(x);
  const word: i32 = magnitudeWord(x);
  if (!(size < Infinity) || word < TINY_WORD) return x;
  const square: number = x * x;
  let result: number = 0;
  if (word > SQUARE_MAX_WORD) result = naturalLogarithm(size) + LN2;
  else if (word > TWO_WORD) result = naturalLogarithm(2 * size + 1 / (Math.sqrt(square + 1) + size));
  else result = logarithmOfOneMore(size + square / (1 + Math.sqrt(1 + square)));
  return x < 0 ? -result : result;
}

export function acosh(x: number): number {
  if (!(x >= 1)) return NaN;
  const word: i32 = magnitudeWord(x);
  if (word >= SQUARE_MAX_WORD) return naturalLogarithm(x) + LN2;
  if (word > TWO_WORD) return naturalLogarithm(2 * x - 1 / (x + Math.sqrt(x * x - 1)));
  const more: number = x - 1;
  return logarithmOfOneMore(more + Math.sqrt(2 * more + more * more));
}

export function atanh(x: number): number {
  const size: number = Math.abs(x);
  if (magnitudeWord(x) < TINY_WORD || x !== x) return x;
  if (size > 1) return NaN;
  const twice: number = size + size;
  const result: number = 0.5 * logarithmOfOneMore(size < 0.5 ? twice + (twice * size) / (1 - size) : twice / (1 - size));
  return x < 0 ? -result : result;
}
