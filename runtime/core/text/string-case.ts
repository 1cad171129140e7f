// Upper and lower case of strings, as in ECMAScript: Unicode's default conversion, the same for all languages.
// Owns:       the letters that the last point was converted to.
// Manual:     ECMA-262 "String.prototype.toLowerCase"; Unicode Standard 3.13 "Default Case Algorithms".

import { allocateString, pointAt, setUnit, unitAt, unitCount, unitsOfPoint } from "./string-units.ts";
import { CASE_IGNORABLE_RANGES, CASED_RANGES, LOWER_RANGES, UPPER_RANGES, UPPER_SEVERAL } from "./unicode-case.ts";
import { findRecord, NO_RECORD, number, POINT_DIGITS } from "./unicode-records.ts";

const ASCII_DISTANCE: u32 = 0x20;
const SIGMA_CAPITAL: u32 = 0x3a3;
const SIGMA: u32 = 0x3c3;
const SIGMA_FINAL: u32 = 0x3c2;
/** The only letter with a lower case of two: i and a dot. */
const I_CAPITAL_DOT: u32 = 0x130;
const I: u32 = 0x69;
const DOT_ABOVE: u32 = 0x307;

const MAPPING_SIZE: u32 = 16;
const RANGE_SIZE: u32 = 10;
const UNIT_DIGITS: u32 = 4;
const DISTANCE_ZERO: u32 = 0x8_0000;

/** One to three; the second and third, 0 if there is none, never need two units. */
let first: u32 = 0;
let second: u32 = 0;
let third: u32 = 0;

export function upperCase(text: string): string {
  return convert(text, true);
}

export function lowerCase(text: string): string {
  return convert(text, false);
}

function convert(text: string, isUpper: boolean): string {
  const length: u32 = unitCount(text);
  let size: u32 = 0;
  let all: u32 = 0;
  let changes: boolean = false;
  let i: u32 = 0;
  while (i < length) {
    const point: u32 = pointAt(text, i);
    convertPoint(text, i, point, isUpper);
    changes = changes || first !== point || second !== 0;
    all |= first | second | third;
    size += unitsOfPoint(first);
    if (second !== 0) size++;
    if (third !== 0) size++;
    i += unitsOfPoint(point);
  }
  if (!changes) return text;
  const result: string = allocateString(size, all > 0xff);
  fill(result, text, isUpper);
  return result;
}

function fill(result: string, text: string, isUpper: boolean): void {
  const length: u32 = unitCount(text);
  let i: u32 = 0;
  let to: u32 = 0;
  while (i < length) {
    const point: u32 = pointAt(text, i);
    convertPoint(text, i, point, isUpper);
    to = putPoint(result, to, first);
    if (second !== 0) to = putPoint(result, to, second);
    if (third !== 0) to = putPoint(result, to, third);
    i += unitsOfPoint(point);
  }
}

function putPoint(text: string, index: u32, point: u32): u32 {
  if (point <= 0xffff) {
    setUnit(text, index, point);
    return index + 1;
  }
  setUnit(text, index, 0xd800 + ((point - 0x1_0000) >>> 10));
  setUnit(text, index + 1, 0xdc00 + (point & 0x3ff));
  return index + 2;
}

/** Converts the point at the index of the text into first, second and third. */
function convertPoint(text: string, index: u32, point: u32, isUpper: boolean): void {
  first = point;
  second = 0;
  third = 0;
  if (point < 0x80) {
    if (isUpper && point >= 0x61 && point <= 0x7a) first = point - ASCII_DISTANCE;
    else if (!isUpper && point >= 0x41 && point <= 0x5a) first = point + ASCII_DISTANCE;
    return;
  }
  if (!isUpper && point === SIGMA_CAPITAL) {
    first = isWordEnd(text, index) ? SIGMA_FINAL : SIGMA;
  } else if (!isUpper && point === I_CAPITAL_DOT) {
    first = I;
    second = DOT_ABOVE;
  } else if (!isUpper || !convertToSeveral(point)) {
    first = convertByRange(isUpper ? UPPER_RANGES : LOWER_RANGES, point);
  }
}

function convertToSeveral(point: u32): boolean {
  const record: u32 = findRecord(UPPER_SEVERAL, MAPPING_SIZE, UNIT_DIGITS, point);
  if (record === NO_RECORD || number(UPPER_SEVERAL, record, UNIT_DIGITS) !== point) return false;
  first = number(UPPER_SEVERAL, record + UNIT_DIGITS, UNIT_DIGITS);
  second = number(UPPER_SEVERAL, record + 2 * UNIT_DIGITS, UNIT_DIGITS);
  third = number(UPPER_SEVERAL, record + 3 * UNIT_DIGITS, UNIT_DIGITS);
  return true;
}

function convertByRange(table: string, point: u32): u32 {
  const record: u32 = findRecord(table, MAPPING_SIZE, POINT_DIGITS, point);
  if (record === NO_RECORD || number(table, record + POINT_DIGITS, POINT_DIGITS) < point) return point;
  const stride: u32 = number(table, record + 2 * POINT_DIGITS, 1);
  if ((point - number(table, record, POINT_DIGITS)) % stride !== 0) return point;
  return point + number(table, record + 2 * POINT_DIGITS + 1, POINT_DIGITS) - DISTANCE_ZERO;
}

/** Whether a sigma here ends a word: a letter with case before it and none behind, over what is ignored on both sides. */
function isWordEnd(text: string, index: u32): boolean {
  let before: u32 = index;
  let previous: u32 = 0;
  while (before > 0) {
    before -= before > 1 && (unitAt(text, before - 1) & 0xfc00) === 0xdc00 && pointAt(text, before - 2) > 0xffff ? 2 : 1;
    previous = pointAt(text, before);
    if (!isInRanges(CASE_IGNORABLE_RANGES, previous)) break;
    previous = 0;
  }
  if (!isInRanges(CASED_RANGES, previous)) return false;
  let after: u32 = index + 1;
  while (after < unitCount(text)) {
    const next: u32 = pointAt(text, after);
    if (!isInRanges(CASE_IGNORABLE_RANGES, next)) return !isInRanges(CASED_RANGES, next);
    after += unitsOfPoint(next);
  }
  return true;
}

function isInRanges(table: string, point: u32): boolean {
  const record: u32 = findRecord(table, RANGE_SIZE, POINT_DIGITS, point);
  return record !== NO_RECORD && point <= number(table, record + POINT_DIGITS, POINT_DIGITS);
}
