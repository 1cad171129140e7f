// Strings: the operators on strings, and the members of String as functions of the receiver.
// Invariants: (1) indices count UTF-16 units; (2) as in ECMAScript, positions outside the text are moved to its ends
// Called:     by compiled code: `text.slice(1)` is `slice(text, 1)`.

import { addressOf } from "tsmetal/unsafe";
import { panic } from "../errors/panic.ts";
import { copyBytes } from "../memory/memory-blocks.ts";
import { compareByAlphabet } from "./collation.ts";
import { clampIndex, relativeIndex, wholeOf } from "./index-range.ts";
import { normalize as normalForm } from "./normalization.ts";
import { append, BUFFERED_LENGTH_MIN } from "./string-buffer.ts";
import { lowerCase, upperCase } from "./string-case.ts";
import {
  allocateString,
  copyUnits,
  equalMemory,
  equalUnits,
  hasWideUnit,
  isWide,
  pointAt,
  STRING_LENGTH_MAX,
  setUnit,
  sliceUnits,
  stringOfUnit,
  unitAt,
  unitCount,
  unitsAddress,
} from "./string-units.ts";

const NARROW_UNIT_MAX: u32 = 0xff;
const NOT_FOUND: u32 = 0xffff_ffff;

// Operators

/** @exportName tsm_string_concat */
export function concatenate(left: string, right: string): string {
  const leftLength: u32 = unitCount(left);
  const rightLength: u32 = unitCount(right);
  if (leftLength === 0) return right;
  if (rightLength === 0) return left;
  if (leftLength + rightLength > STRING_LENGTH_MAX) panic("string too long");
  if (leftLength + rightLength >= BUFFERED_LENGTH_MIN) return append(left, right);
  const wide: boolean = isWide(left) || isWide(right);
  const result: string = allocateString(leftLength + rightLength, wide);
  if (!wide) {
    const units: u64 = unitsAddress(result);
    copyBytes(units, unitsAddress(left), u64(leftLength));
    copyBytes(units + u64(leftLength), unitsAddress(right), u64(rightLength));
    return result;
  }
  copyUnits(result, 0, left, 0, leftLength);
  copyUnits(result, leftLength, right, 0, rightLength);
  return result;
}

/**
 * A text that is not there, as in a list that was lengthened, is no other text.
 * @exportName tsm_string_equals
 */
export function equals(left: string, right: string): boolean {
  const first: u64 = addressOf(left);
  const second: u64 = addressOf(right);
  if (first === 0 || second === 0) return first === second;
  const length: u32 = unitCount(left);
  const wide: boolean = isWide(left);
  if (length !== unitCount(right) || wide !== isWide(right)) return false;
  return equalMemory(unitsAddress(left), unitsAddress(right), wide ? 2 * u64(length) : u64(length));
}

/**
 * Negative, zero or positive: the order of the first units that differ.
 * @exportName tsm_string_compare
 */
export function compare(left: string, right: string): i32 {
  const leftLength: u32 = unitCount(left);
  const rightLength: u32 = unitCount(right);
  const shared: u32 = leftLength < rightLength ? leftLength : rightLength;
  for (let i: u32 = 0; i < shared; i++) {
    const leftUnit: u32 = unitAt(left, i);
    const rightUnit: u32 = unitAt(right, i);
    if (leftUnit !== rightUnit) return leftUnit < rightUnit ? -1 : 1;
  }
  if (leftLength === rightLength) return 0;
  return leftLength < rightLength ? -1 : 1;
}

// Single units

export function charCodeAt(self: string, index: number = 0): number {
  const whole: number = wholeOf(index);
  if (whole < 0 || whole >= unitCount(self)) return NaN;
  return unitAt(self, clampIndex(whole, unitCount(self)));
}

export function charAt(self: string, index: number = 0): string {
  const whole: number = wholeOf(index);
  if (whole < 0 || whole >= unitCount(self)) return "";
  return stringOfUnit(unitAt(self, clampIndex(whole, unitCount(self))));
}

export function at(self: string, index: number = 0): string | undefined {
  const whole: number = wholeOf(index);
  const length: u32 = unitCount(self);
  const position: number = whole < 0 ? whole + Number(length) : whole;
  if (position < 0 || position >= length) return undefined;
  return stringOfUnit(unitAt(self, clampIndex(position, length)));
}

export function codePointAt(self: string, index: number = 0): number | undefined {
  const whole: number = wholeOf(index);
  if (whole < 0 || whole >= unitCount(self)) return undefined;
  return pointAt(self, clampIndex(whole, unitCount(self)));
}

/** The text of the code point that begins at the unit: what a `for-of` loop gives. Requires: index < unitCount(text). */
export function pointTextAt(text: string, index: u32): string {
  return pointAt(text, index) > 0xffff ? sliceUnits(text, index, index + 2) : stringOfUnit(unitAt(text, index));
}

export function fromCharCode(...units: number[]): string {
  let isNarrow: boolean = true;
  for (let i = 0; i < units.length; i++) {
    if (u32(u16(units[i])) > NARROW_UNIT_MAX) isNarrow = false;
  }
  const result: string = allocateString(u32(units.length), !isNarrow);
  for (let i = 0; i < units.length; i++) setUnit(result, u32(i), u32(u16(units[i])));
  return result;
}

export function fromCodePoint(...points: number[]): string {
  let result: string = "";
  for (let i = 0; i < points.length; i++) {
    const point: number = points[i];
    if (!(point >= 0 && point <= 0x10_ffff && Math.trunc(point) === point)) throw new RangeError(`Invalid code point ${point}`);
    result = concatenate(result, textOfPoint(u32(point)));
  }
  return result;
}

function textOfPoint(point: u32): string {
  if (point <= 0xffff) return stringOfUnit(point);
  const result: string = allocateString(2, true);
  setUnit(result, 0, 0xd800 + ((point - 0x1_0000) >>> 10));
  setUnit(result, 1, 0xdc00 + (point & 0x3ff));
  return result;
}

// Search

export function indexOf(self: string, search: string, start: number = 0): number {
  return positionOrMinusOne(findForward(self, search, clampIndex(start, unitCount(self))));
}

export function lastIndexOf(self: string, search: string, start: number = Infinity): number {
  const from: number = isNaN(start) ? Infinity : start;
  return positionOrMinusOne(findBackward(self, search, clampIndex(from, unitCount(self))));
}

export function includes(self: string, search: string, start: number = 0): boolean {
  return findForward(self, search, clampIndex(start, unitCount(self))) !== NOT_FOUND;
}

export function startsWith(self: string, search: string, start: number = 0): boolean {
  const from: u32 = clampIndex(start, unitCount(self));
  const length: u32 = unitCount(search);
  return length <= unitCount(self) - from && equalUnits(self, from, search, 0, length);
}

export function endsWith(self: string, search: string, end: number = Infinity): boolean {
  const to: u32 = clampIndex(end, unitCount(self));
  const length: u32 = unitCount(search);
  return length <= to && equalUnits(self, to - length, search, 0, length);
}

/** The first place at or after start, or NOT_FOUND. Requires: start <= unitCount(text). */
function findForward(text: string, search: string, start: u32): u32 {
  const length: u32 = unitCount(search);
  if (length > unitCount(text) - start) return NOT_FOUND;
  if (length === 0) return start;
  const last: u32 = unitCount(text) - length;
  const first: u32 = unitAt(search, 0);
  for (let i: u32 = start; i <= last; i++) {
    if (unitAt(text, i) === first && equalUnits(text, i, search, 0, length)) return i;
  }
  return NOT_FOUND;
}

/** The last place at or before start, or NOT_FOUND. */
function findBackward(text: string, search: string, start: u32): u32 {
  const length: u32 = unitCount(search);
  if (length > unitCount(text)) return NOT_FOUND;
  const last: u32 = unitCount(text) - length;
  let i: u32 = (start < last ? start : last) + 1;
  while (i > 0) {
    i--;
    if (equalUnits(text, i, search, 0, length)) return i;
  }
  return NOT_FOUND;
}

function positionOrMinusOne(position: u32): number {
  return position === NOT_FOUND ? -1 : position;
}

// Parts

export function slice(self: string, start: number = 0, end: number = Infinity): string {
  const from: u32 = relativeIndex(start, unitCount(self));
  const to: u32 = relativeIndex(end, unitCount(self));
  return from < to ? sliceUnits(self, from, to) : "";
}

export function substring(self: string, start: number, end: number = Infinity): string {
  const from: u32 = clampIndex(start, unitCount(self));
  const to: u32 = clampIndex(end, unitCount(self));
  return from < to ? sliceUnits(self, from, to) : sliceUnits(self, to, from);
}

export function substr(self: string, start: number, count: number = Infinity): string {
  const from: u32 = relativeIndex(start, unitCount(self));
  const to: u32 = clampIndex(Number(from) + wholeOf(count), unitCount(self));
  return from < to ? sliceUnits(self, from, to) : "";
}

export function split(self: string, separator: string | undefined = undefined, limit: number = 0xffff_ffff): string[] {
  const parts: string[] = [];
  const partsMax: u32 = u32(limit);
  if (separator === undefined) return partsMax === 0 ? [] : [self];
  const length: u32 = unitCount(self);
  const step: u32 = unitCount(separator);
  let start: u32 = 0;
  while (u32(parts.length) < partsMax) {
    const end: u32 = step === 0 ? endOfUnit(start, length) : findForward(self, separator, start);
    if (end === NOT_FOUND) {
      if (step !== 0) parts.push(sliceUnits(self, start, length));
      return parts;
    }
    parts.push(sliceUnits(self, start, end));
    start = end + step;
  }
  return parts;
}

function endOfUnit(start: u32, length: u32): u32 {
  return start < length ? start + 1 : NOT_FOUND;
}

export function trim(self: string): string {
  const start: u32 = skipSpace(self);
  return sliceUnits(self, start, skipSpaceBack(self, start));
}

export function trimStart(self: string): string {
  return sliceUnits(self, skipSpace(self), unitCount(self));
}

export function trimEnd(self: string): string {
  return sliceUnits(self, 0, skipSpaceBack(self, 0));
}

export function trimLeft(self: string): string {
  return trimStart(self);
}

export function trimRight(self: string): string {
  return trimEnd(self);
}

/** Index of the first unit that is no white space. */
export function skipSpace(text: string): u32 {
  let start: u32 = 0;
  while (start < unitCount(text) && isSpace(unitAt(text, start))) start++;
  return start;
}

/** Index after the last unit that is no white space, not below the start. */
export function skipSpaceBack(text: string, start: u32): u32 {
  let end: u32 = unitCount(text);
  while (end > start && isSpace(unitAt(text, end - 1))) end--;
  return end;
}

/** WhiteSpace and LineTerminator of ECMAScript. */
export function isSpace(unit: u32): boolean {
  if (unit <= 0xa0) return unit === 0x20 || (unit >= 9 && unit <= 13) || unit === 0xa0;
  if (unit >= 0x2000 && unit <= 0x200a) return true;
  return unit === 0x1680 || unit === 0x2028 || unit === 0x2029 || unit === 0x202f || unit === 0x205f || unit === 0x3000 || unit === 0xfeff;
}

// New texts

export function concat(self: string, ...parts: string[]): string {
  let result: string = self;
  for (let i = 0; i < parts.length; i++) result = concatenate(result, parts[i]);
  return result;
}

export function normalize(self: string, form: string = "NFC"): string {
  return normalForm(self, form);
}

/** Whether every half of a surrogate pair has its other half. */
export function isWellFormed(self: string): boolean {
  return toWellFormed(self) === self;
}

/** With U+FFFD for halves of surrogate pairs that are alone. */
export function toWellFormed(self: string): string {
  if (!isWide(self)) return self;
  const result: string = allocateString(unitCount(self), true);
  for (let i: u32 = 0; i < unitCount(self); i++) {
    const unit: u32 = unitAt(self, i);
    const isPair: boolean = pointAt(self, i) > 0xffff;
    setUnit(result, i, !isPair && (unit & 0xf800) === 0xd800 ? 0xfffd : unit);
    if (!isPair) continue;
    i++;
    setUnit(result, i, unitAt(self, i));
  }
  return result;
}

/** The order that Node gives texts of ASCII: letters by the alphabet, small before capital ones where nothing else differs. */
export function localeCompare(
  self: string,
  other: string,
  _locale: string | undefined = undefined,
  options: CollatorOptions | undefined = undefined,
): number {
  if (options === undefined) return compareByAlphabet(self, other, true, false);
  const { sensitivity, numeric } = options;
  return compareByAlphabet(self, other, sensitivity !== "base" && sensitivity !== "accent", numeric === true);
}

export function toLocaleLowerCase(self: string): string {
  return toLowerCase(self);
}

export function toLocaleUpperCase(self: string): string {
  return toUpperCase(self);
}

export function repeat(self: string, count: number): string {
  if (Math.trunc(count) < 0 || count === Infinity) throw new RangeError(`Invalid count value: ${count}`);
  const length: u32 = unitCount(self);
  if (length === 0 || !(count >= 1)) return "";
  if (count > Number(STRING_LENGTH_MAX / length)) throw new RangeError("Invalid string length");
  const times: u32 = u32(count);
  const result: string = allocateString(length * times, isWide(self));
  for (let i: u32 = 0; i < times; i++) copyUnits(result, i * length, self, 0, length);
  return result;
}

export function padStart(self: string, length: number, fill: string = " "): string {
  return concatenate(padding(self, length, fill), self);
}

export function padEnd(self: string, length: number, fill: string = " "): string {
  return concatenate(self, padding(self, length, fill));
}

/** What is missing to the wanted length, made of the fill. */
function padding(text: string, length: number, fill: string): string {
  const fillLength: u32 = unitCount(fill);
  if (fillLength === 0 || !(Math.trunc(length) > unitCount(text))) return "";
  if (length > STRING_LENGTH_MAX) throw new RangeError("Invalid string length");
  const missing: u32 = u32(length) - unitCount(text);
  const result: string = allocateString(missing, isWide(fill) && hasWideUnit(fill, 0, missing < fillLength ? missing : fillLength));
  let done: u32 = 0;
  while (done < missing) {
    const part: u32 = missing - done < fillLength ? missing - done : fillLength;
    copyUnits(result, done, fill, 0, part);
    done += part;
  }
  return result;
}

export function toUpperCase(self: string): string {
  return upperCase(self);
}

export function toLowerCase(self: string): string {
  return lowerCase(self);
}

export function replace(self: string, search: string, replacement: string): string {
  const found: u32 = findForward(self, search, 0);
  if (found === NOT_FOUND) return self;
  return replaceAt(self, found, search, replacement);
}

/** With what a function makes of the found text. */
export function replaceWith(self: string, search: string, replacement: (found: string, position: number, text: string) => string): string {
  const found: u32 = findForward(self, search, 0);
  if (found === NOT_FOUND) return self;
  const before: string = concatenate(sliceUnits(self, 0, found), replacement(search, found, self));
  return concatenate(before, sliceUnits(self, found + unitCount(search), unitCount(self)));
}

export function replaceAllWith(
  self: string,
  search: string,
  replacement: (found: string, position: number, text: string) => string,
): string {
  const step: u32 = unitCount(search) === 0 ? 1 : unitCount(search);
  let result: string = "";
  let done: u32 = 0;
  let found: u32 = findForward(self, search, 0);
  while (found !== NOT_FOUND) {
    result = concatenate(result, sliceUnits(self, done, found));
    result = concatenate(result, replacement(search, found, self));
    done = found + unitCount(search);
    found = found + step > unitCount(self) ? NOT_FOUND : findForward(self, search, found + step);
  }
  return concatenate(result, sliceUnits(self, done, unitCount(self)));
}

export function replaceAll(self: string, search: string, replacement: string): string {
  const step: u32 = unitCount(search) === 0 ? 1 : unitCount(search);
  let result: string = "";
  let done: u32 = 0;
  let found: u32 = findForward(self, search, 0);
  while (found !== NOT_FOUND) {
    result = concatenate(result, sliceUnits(self, done, found));
    result = concatenate(result, expandReplacement(self, found, search, replacement));
    done = found + unitCount(search);
    found = found + step > unitCount(self) ? NOT_FOUND : findForward(self, search, found + step);
  }
  return concatenate(result, sliceUnits(self, done, unitCount(self)));
}

function replaceAt(text: string, found: u32, search: string, replacement: string): string {
  const before: string = concatenate(sliceUnits(text, 0, found), expandReplacement(text, found, search, replacement));
  return concatenate(before, sliceUnits(text, found + unitCount(search), unitCount(text)));
}

/** The replacement with $$, $&, $` and $' replaced by what they stand for (ECMAScript, GetSubstitution). */
function expandReplacement(text: string, found: u32, search: string, replacement: string): string {
  const length: u32 = unitCount(replacement);
  let result: string = "";
  let done: u32 = 0;
  for (let i: u32 = 0; i + 1 < length; i++) {
    if (unitAt(replacement, i) !== 0x24) continue;
    const kind: u32 = unitAt(replacement, i + 1);
    if (kind !== 0x24 && kind !== 0x26 && kind !== 0x60 && kind !== 0x27) continue;
    result = concatenate(result, sliceUnits(replacement, done, i));
    result = concatenate(result, substitution(kind, text, found, search));
    i++;
    done = i + 1;
  }
  return concatenate(result, sliceUnits(replacement, done, length));
}

function substitution(kind: u32, text: string, found: u32, search: string): string {
  if (kind === 0x24) return "$";
  if (kind === 0x26) return search;
  if (kind === 0x60) return sliceUnits(text, 0, found);
  return sliceUnits(text, found + unitCount(search), unitCount(text));
}
