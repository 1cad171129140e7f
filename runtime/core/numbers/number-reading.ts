// Number reading: the values of texts, as Number, parseFloat and parseInt find them.
// Manual:     ECMA-262 "StringToNumber", "parseFloat", "parseInt".

import { skipSpace, skipSpaceBack } from "../text/string.ts";
import { equalUnits, unitAt, unitCount } from "../text/string-units.ts";
import { addDigit, decimalValue, startDecimal } from "./decimal.ts";

const NO_DIGIT: u32 = 99;
const PLUS: u32 = 0x2b;
const MINUS: u32 = 0x2d;
const POINT: u32 = 0x2e;
const ZERO: u32 = 0x30;
const INFINITY_TEXT: string = "Infinity";
const INFINITY_LENGTH: u32 = 8;
/** Exponents beyond are infinite or zero for all texts that fit into memory. */
const EXPONENT_LIMIT: i64 = 1_000_000_000_000;

/** Where the number read last ends. */
let readEnd: u32 = 0;

/** The number that the whole text says, white space around it apart; NaN if it says none. */
export function numberOfText(text: string): number {
  const start: u32 = skipSpace(text);
  const end: u32 = skipSpaceBack(text, start);
  if (start === end) return 0;
  const radix: u32 = radixOfPrefix(text, start, end);
  if (radix !== 10) {
    const whole: number = readInteger(text, start + 2, end, radix);
    return readEnd === end && end > start + 2 ? whole : NaN;
  }
  const value: number = readSigned(text, start, end);
  return readEnd === end ? value : NaN;
}

/** The number that the text begins with, after white space; NaN if there is none. */
export function readFloat(text: string): number {
  const start: u32 = skipSpace(text);
  const value: number = readSigned(text, start, unitCount(text));
  return readEnd === start ? NaN : value;
}

/** The whole number that the text begins with, after white space; NaN if there is none. Radix 0 is 10, or 16 after 0x. */
export function readInt(text: string, radix: i32): number {
  let start: u32 = skipSpace(text);
  const end: u32 = unitCount(text);
  const isNegative: boolean = start < end && unitAt(text, start) === MINUS;
  if (isNegative || (start < end && unitAt(text, start) === PLUS)) start++;
  let base: i32 = radix;
  if (base !== 0 && (base < 2 || base > 36)) return NaN;
  if ((base === 0 || base === 16) && radixOfPrefix(text, start, end) === 16) {
    start += 2;
    base = 16;
  }
  if (base === 0) base = 10;
  const value: number = readInteger(text, start, end, u32(base));
  if (readEnd === start) return NaN;
  return isNegative ? -value : value;
}

/** 16, 8 or 2 after 0x, 0o, 0b, otherwise 10. */
function radixOfPrefix(text: string, start: u32, end: u32): u32 {
  if (end - start < 2 || unitAt(text, start) !== ZERO) return 10;
  const letter: u32 = unitAt(text, start + 1) | 0x20;
  if (letter === 0x78) return 16;
  if (letter === 0x6f) return 8;
  return letter === 0x62 ? 2 : 10;
}

/** Value of a digit or letter, or NO_DIGIT. */
function digitValue(unit: u32): u32 {
  if (unit >= ZERO && unit <= 0x39) return unit - ZERO;
  const letter: u32 = unit | 0x20;
  return letter >= 0x61 && letter <= 0x7a && unit < 0x80 ? letter - 0x61 + 10 : NO_DIGIT;
}

/** Reads digits. Powers of two are rounded once, at the end; other radices but 10 as V8 does, once for each group of digits. */
function readInteger(text: string, start: u32, end: u32, radix: u32): number {
  if (radix === 10) return readDecimalInteger(text, start, end);
  let at: u32 = start;
  while (at < end && digitValue(unitAt(text, at)) < radix) at++;
  readEnd = at;
  if ((radix & (radix - 1)) === 0) return readPowerOfTwoRadix(text, start, at, radix);
  return readGroups(text, start, at, radix);
}

function readDecimalInteger(text: string, start: u32, end: u32): number {
  startDecimal();
  let at: u32 = start;
  while (at < end && digitValue(unitAt(text, at)) < 10) {
    addDigit(digitValue(unitAt(text, at)), false);
    at++;
  }
  readEnd = at;
  return decimalValue(0);
}

/** Collects 54 bits; what follows them only matters as more or nothing more. */
function readPowerOfTwoRadix(text: string, start: u32, end: u32, radix: u32): number {
  let collected: u64 = 0;
  let dropped: u32 = 0;
  let hasRest: boolean = false;
  for (let at: u32 = start; at < end; at++) {
    const digit: u32 = digitValue(unitAt(text, at));
    let bit: u32 = radix >>> 1;
    while (bit !== 0) {
      const value: u64 = (digit & bit) === 0 ? 0 : 1;
      if (collected >>> 53 === 0) {
        collected = collected * 2 + value;
      } else {
        dropped++;
        if (value === 1) hasRest = true;
      }
      bit = bit >>> 1;
    }
  }
  if (dropped === 0) return Number(collected);
  return scaleByTwo(Number(hasRest ? collected * 4 + 1 : collected * 4) / 4, dropped);
}

function scaleByTwo(value: number, bits: u32): number {
  let result: number = value;
  for (let i: u32 = 0; i < bits && result !== Infinity; i++) result *= 2;
  return result;
}

/** As many digits at a time as fit 32 bits: the value of the group and its weight are exact, and each step rounds as doubles do. */
function readGroups(text: string, start: u32, end: u32, radix: u32): number {
  const weightMax: u64 = 119_304_647;
  let value: number = 0;
  let at: u32 = start;
  while (at < end) {
    let part: u64 = 0;
    let weight: u64 = 1;
    while (at < end && weight * u64(radix) <= weightMax) {
      part = part * u64(radix) + u64(digitValue(unitAt(text, at)));
      weight *= u64(radix);
      at++;
    }
    value = value * Number(weight) + Number(part);
  }
  return value;
}

/** Reads a decimal number with its sign, or Infinity. Where there is none, readEnd is the start. */
function readSigned(text: string, start: u32, end: u32): number {
  let at: u32 = start;
  const isNegative: boolean = at < end && unitAt(text, at) === MINUS;
  if (isNegative || (at < end && unitAt(text, at) === PLUS)) at++;
  const value: number = readUnsigned(text, at, end);
  if (readEnd === at) readEnd = start;
  return isNegative ? -value : value;
}

function readUnsigned(text: string, start: u32, end: u32): number {
  if (end - start >= INFINITY_LENGTH && equalUnits(text, start, INFINITY_TEXT, 0, INFINITY_LENGTH)) {
    readEnd = start + INFINITY_LENGTH;
    return Infinity;
  }
  startDecimal();
  const wholeEnd: u32 = readDigits(text, start, end, false);
  let at: u32 = wholeEnd;
  if (at < end && unitAt(text, at) === POINT) {
    at = readDigits(text, at + 1, end, true);
    // A point with no digit on either side is no number; "5." is.
    if (at === wholeEnd + 1 && wholeEnd === start) at = start;
  }
  readEnd = at;
  if (at === start) return NaN;
  return decimalValue(readExponent(text, at, end));
}

function readDigits(text: string, start: u32, end: u32, isFraction: boolean): u32 {
  let at: u32 = start;
  while (at < end && digitValue(unitAt(text, at)) < 10) {
    addDigit(digitValue(unitAt(text, at)), isFraction);
    at++;
  }
  return at;
}

/** Reads e, a sign and digits; without digits there is no exponent, and readEnd stays. */
function readExponent(text: string, start: u32, end: u32): i64 {
  if (start >= end || (unitAt(text, start) | 0x20) !== 0x65) return 0;
  let at: u32 = start + 1;
  const isNegative: boolean = at < end && unitAt(text, at) === MINUS;
  if (isNegative || (at < end && unitAt(text, at) === PLUS)) at++;
  const digitsStart: u32 = at;
  let power: i64 = 0;
  while (at < end && digitValue(unitAt(text, at)) < 10) {
    if (power < EXPONENT_LIMIT) power = power * 10 + i64(digitValue(unitAt(text, at)));
    at++;
  }
  if (at === digitsStart) return 0;
  readEnd = at;
  return isNegative ? 0 - power : power;
}
