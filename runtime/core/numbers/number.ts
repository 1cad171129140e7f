// Numbers: the text of a double, and the members of Number as functions of the receiver.
// Manual:     ECMA-262 "Number::toString", "Number.prototype.toFixed".

import { concatenate, padStart, repeat } from "../text/string.ts";
import { sliceUnits, unitCount } from "../text/string-units.ts";
import { type BigNatural, multiplyPowerOfTen, scratch, setNatural, shiftLeft } from "./big-natural.ts";
import { roundingShiftRight, textOfNatural } from "./big-natural-text.ts";
import { digitsOf } from "./integer-text.ts";
import { exponentOf, isNegative, significandOf } from "./number-bits.ts";
import { localeText } from "./number-locale.ts";
import { toExponential as exponentialText, toPrecision as precisionText } from "./number-precision.ts";
import { textInRadix } from "./number-radix.ts";
import { readFloat, readInt } from "./number-reading.ts";
import { findShortest, shortestDigits, shortestExponent } from "./number-shortest.ts";

/** Largest power of ten that is written out in digits. */
const POINT_MAX: i32 = 21;
/** Smallest number of zeros behind the point that asks for an exponent. */
const POINT_MIN: i32 = -6;
const FIXED_LIMIT: number = 1e21;
const FIXED_DIGITS_MAX: number = 100;
/** Whole numbers below are exact, so that conversion to an integer gives all digits. */
const EXACT_LIMIT: number = 9007199254740992;

/** @exportName tsm_number_to_string */
export function textOfNumber(value: number): string {
  if (value !== value) return "NaN";
  if (value === 0) return "0";
  const magnitude: number = Math.abs(value);
  const isBelowZero: boolean = value < 0;
  if (magnitude === Infinity) return isBelowZero ? "-Infinity" : "Infinity";
  if (magnitude < EXACT_LIMIT && Math.floor(magnitude) === magnitude) return digitsOf(u64(magnitude), isBelowZero, 10);
  const text: string = textOfMagnitude(magnitude);
  return isBelowZero ? concatenate("-", text) : text;
}

/** What the console shows: the text, but -0 with its sign. */
export function loggedText(value: number): string {
  return value === 0 && isNegative(value) ? "-0" : textOfNumber(value);
}

export function toString(self: number, radix: number = 10): string {
  const base: number = Math.trunc(radix);
  if (!(base >= 2 && base <= 36)) throw new RangeError("toString() radix argument must be between 2 and 36");
  if (base === 10 || self === 0 || self !== self || Math.abs(self) === Infinity) return textOfNumber(self);
  const text: string = textInRadix(Math.abs(self), u32(base));
  return self < 0 ? concatenate("-", text) : text;
}

/** Requires: value is positive and finite. */
function textOfMagnitude(value: number): string {
  findShortest(value);
  const digits: string = digitsOf(shortestDigits(), false, 10);
  const count: i32 = i32(unitCount(digits));
  const point: i32 = shortestExponent() + count;
  if (point > POINT_MAX || point <= POINT_MIN) return withExponent(digits, point - 1);
  if (point <= 0) return concatenate(concatenate("0.", repeat("0", 0 - point)), digits);
  if (point >= count) return concatenate(digits, repeat("0", point - count));
  return withPoint(digits, u32(point));
}

/** Requires: 0 < point < length. */
function withPoint(digits: string, point: u32): string {
  const whole: string = concatenate(sliceUnits(digits, 0, point), ".");
  return concatenate(whole, sliceUnits(digits, point, unitCount(digits)));
}

function withExponent(digits: string, power: i32): string {
  const mantissa: string = unitCount(digits) === 1 ? digits : withPoint(digits, 1);
  const sign: string = power < 0 ? "e-" : "e+";
  const magnitude: i32 = power < 0 ? 0 - power : power;
  return concatenate(concatenate(mantissa, sign), digitsOf(u64(magnitude), false, 10));
}

export function toFixed(self: number, fractionDigits: number = 0): string {
  const wanted: number = Math.trunc(fractionDigits);
  if (wanted < 0 || wanted > FIXED_DIGITS_MAX) throw new RangeError("toFixed() digits argument must be between 0 and 100");
  if (!(Math.abs(self) < FIXED_LIMIT)) return textOfNumber(self);
  const text: string = fixedMagnitude(Math.abs(self), wanted > 0 ? u32(wanted) : 0);
  return self < 0 ? concatenate("-", text) : text;
}

export function toExponential(self: number, fractionDigits: number | undefined = undefined): string {
  return exponentialText(self, fractionDigits);
}

export function toPrecision(self: number, precision: number | undefined = undefined): string {
  return precisionText(self, precision);
}

export function toLocaleString(self: number, _locale: string | undefined = undefined, options: NumberFormatOptions = {}): string {
  return localeText(self, options);
}

export function valueOf(self: number): number {
  return self;
}

/** The multiple of 10^-places nearest to the value, the larger of two; exact. */
function fixedMagnitude(value: number, places: u32): string {
  const scaled: BigNatural = scratch(0);
  const power: i32 = exponentOf(value);
  setNatural(scaled, significandOf(value));
  multiplyPowerOfTen(scaled, places);
  if (power >= 0) shiftLeft(scaled, u32(power));
  else roundingShiftRight(scaled, u32(0 - power));
  const digits: string = padStart(textOfNatural(scaled), places + 1, "0");
  return places === 0 ? digits : withPoint(digits, unitCount(digits) - places);
}

/** The number that the text begins with, after white space; NaN if there is none. */
export function parseFloat(text: string): number {
  return readFloat(text);
}

/** The whole number that the text begins with, after white space; NaN if there is none. Radix 0 is 10, or 16 after 0x. */
export function parseInt(text: string, radix: number = 0): number {
  return readInt(text, i32(radix));
}

export function isInteger(value: number): boolean {
  return isFinite(value) && Math.trunc(value) === value;
}

export function isSafeInteger(value: number): boolean {
  return isInteger(value) && Math.abs(value) < EXACT_LIMIT;
}

export function isFinite(value: number): boolean {
  return Math.abs(value) < Infinity;
}

export function isNaN(value: number): boolean {
  return value !== value;
}

/** As ===, but NaN is the same as NaN, and 0 is not the same as -0. */
export function isSameValue(left: number, right: number): boolean {
  if (left !== right) return left !== left && right !== right;
  return left !== 0 || 1 / left === 1 / right;
}
