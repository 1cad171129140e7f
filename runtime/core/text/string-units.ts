// String units: how a string object holds its text, one byte a unit (Latin-1) or two (UTF-16).
// Owns:       the layout of string objects and their making; the strings of one byte.
// Invariants: (1) a string is wide only if a unit needs it: equal texts have equal representations
//             (2) a string is filled by its maker and never changes afterwards
//
//   string     +8 u32 length in units    +12 u32 bit 31: wide, bit 30: units elsewhere, the rest a hash, 0 = not computed    +16 units
//              units elsewhere: +16 u64 their address    +24 u64 their buffer (string-buffer.ts)

import {
  addressOf,
  adoptString,
  loadU8,
  loadU16,
  loadU32,
  loadU64,
  storeU8,
  storeU16,
  storeU32,
  storeU64,
  stringAt,
  stringDescriptor,
} from "tsmetal/unsafe";
import { panic } from "../errors/panic.ts";
import { allocateMemoryOrThrow, keepMemory } from "../memory/allocation.ts";
import { copyBytes } from "../memory/memory-blocks.ts";

const DESCRIPTOR_OFFSET: u64 = 4;
const LENGTH_OFFSET: u64 = 8;
const HASH_OFFSET: u64 = 12;
const UNITS_OFFSET: u64 = 16;
const UNITS_ADDRESS_OFFSET: u64 = 16;
const BUFFER_OFFSET: u64 = 24;
/** Bytes of a string object whose units lie elsewhere. */
export const OUTSIDE_SIZE: u64 = 32;
const WIDE_BIT: u32 = 0x8000_0000;
const OUTSIDE_BIT: u32 = 0x4000_0000;
const HASH_MASK: u32 = 0x3fff_ffff;
const NARROW_UNIT_MAX: u32 = 0xff;
const IMMORTAL_COUNT: u32 = 0x8000_0000;

/** The longest string that V8 makes too. */
export const STRING_LENGTH_MAX: u32 = 0x1fff_ffe8;

/** Addresses of the strings of one byte, made when they are first asked for. */
let singles: u64 = 0;

export function unitCount(text: string): u32 {
  return loadU32(addressOf(text) + LENGTH_OFFSET);
}

export function isWide(text: string): boolean {
  return (loadU32(addressOf(text) + HASH_OFFSET) & WIDE_BIT) !== 0;
}

/** Whether the units lie in a buffer that may have room behind them. */
export function isOutside(text: string): boolean {
  return (loadU32(addressOf(text) + HASH_OFFSET) & OUTSIDE_BIT) !== 0;
}

/** The buffer of a string whose units lie outside. */
export function bufferOf(text: string): u64 {
  return loadU64(addressOf(text) + BUFFER_OFFSET);
}

export function unitsAddress(text: string): u64 {
  if (isOutside(text)) return loadU64(addressOf(text) + UNITS_ADDRESS_OFFSET);
  return addressOf(text) + UNITS_OFFSET;
}

/** Requires: index < unitCount(text). */
export function unitAt(text: string, index: u32): u32 {
  const units: u64 = unitsAddress(text);
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
  return makeString(UNITS_OFFSET + u64(length) * unitBytes, length, wide ? WIDE_BIT : 0);
}

/** A string whose units begin in the buffer at the address. */
export function stringOutside(units: u64, length: u32, wide: boolean, buffer: u64): string {
  if (length > STRING_LENGTH_MAX) panic("string too long");
  const text: string = makeString(OUTSIDE_SIZE, length, wide ? WIDE_BIT | OUTSIDE_BIT : OUTSIDE_BIT);
  storeU64(addressOf(text) + UNITS_ADDRESS_OFFSET, units);
  storeU64(addressOf(text) + BUFFER_OFFSET, buffer);
  return text;
}

/** @inline */
function makeString(sizeBytes: u64, length: u32, bits: u32): string {
  const address: u64 = allocateMemoryOrThrow(sizeBytes);
  storeU32(address, 1);
  storeU32(address + DESCRIPTOR_OFFSET, u32(stringDescriptor()));
  storeU32(address + LENGTH_OFFSET, length);
  storeU32(address + HASH_OFFSET, bits);
  return adoptString(address);
}

/** Requires: the caller made the string, and the unit fits its width. */
export function setUnit(text: string, index: u32, unit: u32): void {
  const units: u64 = unitsAddress(text);
  if (isWide(text)) storeU16(units + 2 * u64(index), u16(unit));
  else storeU8(units + u64(index), u8(unit));
}

/** Requires: the caller made the target; it is wide if the source has a wide unit in the range. */
export function copyUnits(target: string, at: u32, source: string, start: u32, count: u32): void {
  storeUnits(unitsAddress(target), isWide(target), at, source, start, count);
}

/** Copies units to index `at` of those at the address, of that width. Requires: wide if the source has a wide unit in the range. */
export function storeUnits(to: u64, wide: boolean, at: u32, source: string, start: u32, count: u32): void {
  const from: u64 = unitsAddress(source);
  if (wide && isWide(source)) {
    copyBytes(to + 2 * u64(at), from + 2 * u64(start), 2 * u64(count));
  } else if (!wide && !isWide(source)) {
    copyBytes(to + u64(at), from + u64(start), u64(count));
  } else if (wide) {
    for (let i: u64 = 0; i < u64(count); i++) storeU16(to + 2 * (u64(at) + i), u16(loadU8(from + u64(start) + i)));
  } else {
    for (let i: u64 = 0; i < u64(count); i++) storeU8(to + u64(at) + i, u8(loadU16(from + 2 * (u64(start) + i))));
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

/** A string of one unit; those of one byte are made once. */
export function stringOfUnit(unit: u32): string {
  if (unit > NARROW_UNIT_MAX) return newStringOfUnit(unit);
  if (singles === 0) {
    singles = allocateMemoryOrThrow(8 * u64(NARROW_UNIT_MAX + 1));
    keepMemory(singles);
  }
  const place: u64 = singles + 8 * u64(unit);
  if (loadU64(place) === 0) {
    const made: u64 = addressOf(newStringOfUnit(unit));
    storeU32(made, IMMORTAL_COUNT);
    storeU64(place, made);
  }
  return stringAt(loadU64(place));
}

function newStringOfUnit(unit: u32): string {
  const result: string = allocateString(1, unit > NARROW_UNIT_MAX);
  setUnit(result, 0, unit);
  return result;
}

/** Whether a unit between start and end does not fit a byte. */
export function hasWideUnit(text: string, start: u32, end: u32): boolean {
  if (!isWide(text)) return false;
  const units: u64 = unitsAddress(text);
  for (let i: u32 = start; i < end; i++) {
    if (u32(loadU16(units + 2 * u64(i))) > NARROW_UNIT_MAX) return true;
  }
  return false;
}

/** Whether count units of the texts, from the two starts on, are the same. Requires: both have that many. */
export function equalUnits(left: string, leftStart: u32, right: string, rightStart: u32, count: u32): boolean {
  const leftUnits: u64 = unitsAddress(left);
  const rightUnits: u64 = unitsAddress(right);
  if (!isWide(left) && !isWide(right)) return equalMemory(leftUnits + u64(leftStart), rightUnits + u64(rightStart), u64(count));
  if (isWide(left) && isWide(right)) {
    return equalMemory(leftUnits + 2 * u64(leftStart), rightUnits + 2 * u64(rightStart), 2 * u64(count));
  }
  for (let i: u32 = 0; i < count; i++) {
    if (unitAt(left, leftStart + i) !== unitAt(right, rightStart + i)) return false;
  }
  return true;
}

/** Whether the bytes at the two addresses are the same. */
export function equalMemory(left: u64, right: u64, sizeBytes: u64): boolean {
  if (sizeBytes < 8) {
    for (let i: u64 = 0; i < sizeBytes; i++) if (loadU8(left + i) !== loadU8(right + i)) return false;
    return true;
  }
  // The last word may lie over the one before it.
  const last: u64 = sizeBytes - 8;
  for (let i: u64 = 0; i < last; i += 8) if (loadU64(left + i) !== loadU64(right + i)) return false;
  return loadU64(left + last) === loadU64(right + last);
}

/** A hash of the text, never 0; equal texts have equal hashes. Computed once, but for constants, which may not be written. */
export function hashOfString(text: string): u32 {
  const address: u64 = addressOf(text);
  const stored: u32 = loadU32(address + HASH_OFFSET);
  if ((stored & HASH_MASK) !== 0) return stored & HASH_MASK;
  let hash: u32 = 0x811c_9dc5;
  const units: u64 = unitsAddress(text);
  const length: u64 = u64(unitCount(text));
  if ((stored & WIDE_BIT) === 0) {
    for (let i: u64 = 0; i < length; i++) hash = (hash ^ u32(loadU8(units + i))) * 0x0100_0193;
  } else {
    for (let i: u64 = 0; i < length; i++) hash = (hash ^ u32(loadU16(units + 2 * i))) * 0x0100_0193;
  }
  hash = (hash ^ (hash >>> 15)) & HASH_MASK;
  if (hash === 0) hash = 1;
  if (loadU32(address) < IMMORTAL_COUNT) storeU32(address + HASH_OFFSET, (stored & ~HASH_MASK) | hash);
  return hash;
}
