// Numbers in so many digits: the members toExponential and toPrecision of Number, exactly rounded.
// Manual:     ECMA-262 "Number.prototype.toExponential", "Number.prototype.toPrecision".

import {
  addNatural,
  type BigNatural,
  divideBySmall,
  multiplyPowerOfTen,
  scratch,
  setNatural,
  shiftLeft,
  shiftRight,
} from "./big-natural.ts";
import { GROUP_DIGITS, roundingShiftRight, textOfNatural } from "./big-natural-text.ts";
import { digitsOf } from "./integer-text.ts";
import { exponentOf, significandOf } from "./number-bits.ts";
import { findShortest, shortestDigits, shortestExponent } from "./number-shortest.ts";

const DIGITS_MAX: number = 100;
/** Smaller powers of ten are written with an exponent. */
const POWER_MIN: i32 = -6;

/** Power of ten of the first digit of what roundedDigits gave last. */
let power: i32 = 0;

export function toExponential(self: number, fractionDigits: number | undefined = undefined): string {
  const wanted: number = fractionDigits === undefined ? 0 : wholeOf(fractionDigits);
  if (!Number.isFinite(self)) return `${self}`;
  if (wanted < 0 || wanted > DIGITS_MAX) throw new RangeError("toExponential() argument must be between 0 and 100");
  const sign: string = self < 0 ? "-" : "";
  if (self === 0) return `${withPoint("0".repeat(wanted + 1), 1)}e+0`;
  const magnitude: number = Math.abs(self);
  const digits: string = fractionDigits === undefined ? shortest(magnitude) : roundedDigits(magnitude, u32(wanted) + 1);
  return sign + withExponent(digits);
}

export function toPrecision(self: number, precision: number | undefined = undefined): string {
  if (precision === undefined) return `${self}`;
  const wanted: number = wholeOf(precision);
  if (!Number.isFinite(self)) return `${self}`;
  if (wanted < 1 || wanted > DIGITS_MAX) throw new RangeError("toPrecision() argument must be between 1 and 100");
  const sign: string = self < 0 ? "-" : "";
  if (self === 0) return withPoint("0".repeat(wanted), 1);
  const digits: string = roundedDigits(Math.abs(self), u32(wanted));
  if (power < POWER_MIN || Number(power) >= wanted) return sign + withExponent(digits);
  if (power >= 0) return sign + withPoint(digits, power + 1);
  return `${sign}0.${"0".repeat(0 - power - 1)}${digits}`;
}

function wholeOf(value: number): number {
  return value !== value ? 0 : Math.trunc(value);
}

function withExponent(digits: string): string {
  const size: i32 = power < 0 ? 0 - power : power;
  return `${withPoint(digits, 1)}e${power < 0 ? "-" : "+"}${size}`;
}

function withPoint(digits: string, place: number): string {
  return digits.length > place ? `${digits.slice(0, place)}.${digits.slice(place)}` : digits;
}

/** As few digits as tell the number from its neighbours. */
function shortest(value: number): string {
  findShortest(value);
  const digits: string = digitsOf(shortestDigits(), false, 10);
  power = shortestExponent() + i32(digits.length) - 1;
  let end: number = digits.length;
  while (end > 1 && digits.charAt(end - 1) === "0") end--;
  return digits.slice(0, end);
}

/** The first count digits of the number, rounded; of two that are as near, the larger. */
function roundedDigits(value: number, count: u32): string {
  // The shortest text may be of a power of ten that the number lies below.
  const isPower: boolean = shortest(value) === "1";
  let guess: i32 = isPower ? power - 1 : power;
  while (true) {
    const text: string = scaledText(value, i32(count) - 1 - guess);
    if (u32(text.length) === count) {
      power = guess;
      return text;
    }
    guess += 1;
  }
}

/** value * 10^places as a whole number, halves rounded up. */
function scaledText(value: number, places: i32): string {
  const number: BigNatural = scratch(0);
  const exponent: i32 = exponentOf(value);
  setNatural(number, significandOf(value));
  if (places >= 0) {
    multiplyPowerOfTen(number, u32(places));
    if (exponent >= 0) shiftLeft(number, u32(exponent));
    else roundingShiftRight(number, u32(0 - exponent));
    return textOfNatural(number);
  }
  if (exponent >= 0) shiftLeft(number, u32(exponent));
  else shiftRight(number, u32(0 - exponent));
  const dropped: u32 = u32(0 - places);
  const half: BigNatural = scratch(1);
  setNatural(half, 5);
  multiplyPowerOfTen(half, dropped - 1);
  addNatural(number, half);
  for (let left: u32 = dropped; left > 0; ) {
    const step: u32 = left < GROUP_DIGITS ? left : GROUP_DIGITS;
    divideBySmall(number, powerOfTen(step));
    left -= step;
  }
  return textOfNatural(number);
}

function powerOfTen(exponent: u32): u32 {
  let result: u32 = 1;
  for (let i: u32 = 0; i < exponent; i++) result *= 10;
  return result;
}
