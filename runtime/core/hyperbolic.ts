// Hyperbolic functions, and exponential and logarithm near the places where they are 0.
// Where a difference would lose digits, the functions of small arguments are used: expm1(x) = e^x - 1, log1p(x) = log(1 + x).

import { exponential, naturalLogarithm } from "./exponential.ts";

/** Beyond, e^-x is nothing beside e^x. */
const LARGE: number = 22;
/** e^x overflows beyond; e^(x/2) does not. */
const EXPONENT_MAX: number = 709;
/** Beyond, x^2 + 1 is x^2. */
const SQUARE_MAX: number = 268435456;
const LN2: number = 0.6931471805599453;

/** W. Kahan's correction: the error of log(1 + x) for the rounded 1 + x cancels in the quotient. */
export function log1p(x: number): number {
  const sum: number = 1 + x;
  if (sum === 1 || sum === Infinity) return x;
  return (naturalLogarithm(sum) * x) / (sum - 1);
}

/** The same for e^x - 1. */
export function expm1(x: number): number {
  const power: number = exponential(x);
  if (power === 1) return x;
  const difference: number = power - 1;
  if (difference === -1 || power === Infinity) return difference;
  return (difference * x) / naturalLogarithm(power);
}

export function cosh(x: number): number {
  const size: number = Math.abs(x);
  if (size > EXPONENT_MAX) return 0.5 * exponential(size / 2) * exponential(size / 2);
  if (size > LARGE) return 0.5 * exponential(size);
  const power: number = exponential(size);
  return 0.5 * power + 0.5 / power;
}

export function sinh(x: number): number {
  const size: number = Math.abs(x);
  const half: number = x < 0 ? -0.5 : 0.5;
  if (x === 0 || x !== x) return x;
  if (size > EXPONENT_MAX) return half * exponential(size / 2) * exponential(size / 2);
  if (size > LARGE) return half * exponential(size);
  const less: number = expm1(size);
  return half * (less + less / (less + 1));
}

export function tanh(x: number): number {
  if (x === 0 || x !== x) return x;
  const size: number = Math.abs(x);
  const less: number = size > LARGE ? 0 : expm1(-2 * size);
  const result: number = size > LARGE ? 1 : -less / (less + 2);
  return x < 0 ? -result : result;
}

export function asinh(x: number): number {
  const size: number = Math.abs(x);
  if (x === 0 || !(size < Infinity)) return x;
  const square: number = size * size;
  const result: number = size > SQUARE_MAX ? naturalLogarithm(size) + LN2 : log1p(size + square / (1 + Math.sqrt(square + 1)));
  return x < 0 ? -result : result;
}

export function acosh(x: number): number {
  if (x > SQUARE_MAX) return naturalLogarithm(x) + LN2;
  const more: number = x - 1;
  return log1p(more + Math.sqrt(2 * more + more * more));
}

export function atanh(x: number): number {
  if (x === 0) return x;
  const size: number = Math.abs(x);
  const result: number = 0.5 * log1p((2 * size) / (1 - size));
  return x < 0 ? -result : result;
}
