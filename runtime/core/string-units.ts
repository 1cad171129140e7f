// String units: how a string object holds its text, one byte a unit (Latin-1) or two (UTF-16).
// Owns:       the layout of string objects and their making.
// Invariants: (1) a string is wide only if a unit needs it: equal texts have equal representations
//             (2) a string is filled by its maker and never changes afterwards
//
//   +8 u32 length in units    +12 u32 bit 31: wide; the rest a hash, 0 = not computed    +16 units

import { addressOf, copyMemory, loadU8, loadU16, loadU32, storeU8, storeU16, storeU32, stringAt, stringDescriptor } from "tsmetal/unsafe";
import { allocateMemoryOrPanic } from "./allocation.ts";
import { panic } from "./panic.ts";

const DESCRIPTOR_OFFSET: u64 = 4;
const LENGTH_OFFSET: u64 = 8;
const HASH_OFFSET: u64 = 12;
const UNITS_OFFSET: u64 = 16;
const WIDE_BIT: u32 = 0x8000_0000;
const NARROW_UNIT_MAX: u32 = 0xff;

/** The longest string that V8 makes too. */
export const STRING_LENGTH_MAX: u32 = 0x1fff_ffe8;

export function unitCount(text: string): u32 {
  return loadU32(addressOf(text) + LENGTH_OFFSET);
}

export function isWide(text: string): boolean {
  return (loadU32(addressOf(text) + HASH_OFFSET) & WIDE_BIT) !== 0;
}

export function unitsAddress(text: string): u64 {
  return addressOf(text) + UNITS_OFFSET;
}

/** Requires: index < unitCount(text). */
export function unitAt(text: string, index: u32): u32 {
  const units: u64 = addressOf(text) + UNITS_OFFSET;
  if (isWide(text)) return u32(loadU16(units + 2 * u64(index)));
  return u32(loadU8(units + u64(index)));
}

/** The code point that begins at the unit; half a surrogate pair stands for itself. Requires: index < unitCount(text). */
export function pointAt(text: string, index: u32): u32 {
  const unit: u32 = unitAt(text, index);
  if ((unit & 0xfc00) !== 0xd800 || index + 1 >= unitCount(text)) return unit;
  const low: u32 = unitAt(text, index + 1);
  if ((low & 0xfc00) !== 0xdc00) return unit;
  return 0x1_0000 + ((unit & 0x3ff) << 10) + (low & 0x3ff);
}

/** How many units a code point takes. */
export function unitsOfPoint(point: u32): u32 {
  return point > 0xffff ? 2 : 1;
}

/** A string for the caller to fill with units, all of them. */
export function allocateString(length: u32, wide: boolean): string {
  if (length > STRING_LENGTH_MAX) panic("string too long");
  const unitBytes: u64 = wide ? 2 : 1;
  const address: u64 = allocateMemoryOrPanic(UNITS_OFFSET + u64(length) * unitBytes);
  storeU32(address, 1);
  storeU32(address + DESCRIPTOR_OFFSET, u32(stringDescriptor()));
  storeU32(address + LENGTH_OFFSET, length);
  storeU32(address + HASH_OFFSET, wide ? WIDE_BIT : 0);
  return stringAt(address);
}

/** Requires: the caller made the string, and the unit fits its width. */
export function setUnit(text: string, index: u32, unit: u32): void {
  const units: u64 = addressOf(text) + UNITS_OFFSET;
  if (isWide(text)) storeU16(units + 2 * u64(index), u16(unit));
  else storeU8(units + u64(index), u8(unit));
}

/** Requires: the caller made the target; it is wide if the source has a wide unit in the range. */
export function copyUnits(target: string, at: u32, source: string, start: u32, count: u32): void {
  const to: u64 = addressOf(target) + UNITS_OFFSET;
  const from: u64 = addressOf(source) + UNITS_OFFSET;
  if (isWide(target) && isWide(source)) {
    copyMemory(to + 2 * u64(at), from + 2 * u64(start), 2 * u64(count));
  } else if (!isWide(target) && !isWide(source)) {
    copyMemory(to + u64(at), from + u64(start), u64(count));
  } else {
    for (let i: u32 = 0; i < count; i++) setUnit(target, at + i, unitAt(source, start + i));
  }
}

/** The units from start up to end as a string. Requires: start <= end <= unitCount(text). */
export function sliceUnits(text: string, start: u32, end: u32): string {
  const length: u32 = end - start;
  if (length === 0) return "";
  if (length === unitCount(text)) return text;
  const result: string = allocateString(length, isWide(text) && hasWideUnit(text, start, end));
  copyUnits(result, 0, text, start, length);
  return result;
}

/** A string of one unit. */
export function stringOfUnit(unit: u32): string {
  const result: string = allocateString(1, unit > NARROW_UNIT_MAX);
  setUnit(result, 0, unit);
  return result;
}

/** Whether a unit between start and end does not fit a byte. */
export function hasWideUnit(text: string, start: u32, end: u32): boolean {
  if (!isWide(text)) return false;
  for (let i: u32 = start; i < end; i++) {
    if (unitAt(text, i) > NARROW_UNIT_MAX) return true;
  }
  return false;
}

/** Whether count units of the texts, from the two starts on, are the same. Requires: both have that many. */
export function equalUnits(left: string, leftStart: u32, right: string, rightStart: u32, count: u32): boolean {
  for (let i: u32 = 0; i < count; i++) {
    if (unitAt(left, leftStart + i) !== unitAt(right, rightStart + i)) return false;
  }
  return true;
}

/** A hash of the text, never 0; equal texts have equal hashes. Computed once. */
export function hashOfString(text: string): u32 {
  const stored: u32 = loadU32(addressOf(text) + HASH_OFFSET);
  const known: u32 = stored & ~WIDE_BIT;
  if (known !== 0) return known;
  let hash: u32 = 0x811c_9dc5;
  const length: u32 = unitCount(text);
  for (let i: u32 = 0; i < length; i++) hash = (hash ^ unitAt(text, i)) * 0x0100_0193;
  hash = (hash ^ (hash >>> 15)) & ~WIDE_BIT;
  return hash === 0 ? 1 : hash;
}
