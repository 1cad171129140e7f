// UTF-8: code points to bytes and back.

import { copyMemory, loadU8, storeU8 } from "tsmetal/unsafe";
import { allocateString, isWide, pointAt, setUnit, unitCount, unitsAddress, unitsOfPoint } from "./string-units.ts";

const REPLACEMENT_POINT: u32 = 0xfffd;
/** Bytes that a unit of a narrow or a wide string needs at most: two units of a pair need four. */
const NARROW_UNIT_BYTES_MAX: u32 = 2;
const WIDE_UNIT_BYTES_MAX: u32 = 3;

/** Most bytes that the text can need. */
export function utf8SizeMax(text: string): u64 {
  return u64(unitCount(text)) * u64(isWide(text) ? WIDE_UNIT_BYTES_MAX : NARROW_UNIT_BYTES_MAX);
}

/**
 * Writes units of the text from start up to end, and gives how many bytes that took. Half a surrogate pair becomes U+FFFD.
 * Requires: utf8SizeMax(text) bytes there, or those of the part.
 */
export function encodeUtf8(text: string, start: u32, end: u32, address: u64): u64 {
  let to: u64 = address;
  let i: u32 = start;
  while (i < end) {
    const point: u32 = pointAt(text, i);
    to += storePoint(to, point);
    i += unitsOfPoint(point);
  }
  return to - address;
}

/** Writes one to four bytes, and gives how many. */
function storePoint(to: u64, point: u32): u64 {
  if (point < 0x80) {
    storeU8(to, u8(point));
    return 1;
  }
  if (point < 0x800) {
    storeU8(to, u8(0xc0 | (point >>> 6)));
    storeU8(to + 1, u8(0x80 | (point & 0x3f)));
    return 2;
  }
  if (point < 0x1_0000) {
    const shown: u32 = (point & 0xf800) === 0xd800 ? REPLACEMENT_POINT : point;
    storeU8(to, u8(0xe0 | (shown >>> 12)));
    storeU8(to + 1, u8(0x80 | ((shown >>> 6) & 0x3f)));
    storeU8(to + 2, u8(0x80 | (shown & 0x3f)));
    return 3;
  }
  storeU8(to, u8(0xf0 | (point >>> 18)));
  storeU8(to + 1, u8(0x80 | ((point >>> 12) & 0x3f)));
  storeU8(to + 2, u8(0x80 | ((point >>> 6) & 0x3f)));
  storeU8(to + 3, u8(0x80 | (point & 0x3f)));
  return 4;
}

/** The text of bytes in UTF-8. What is malformed becomes U+FFFD, one for each maximal wrong part, as in the Encoding Standard. */
export function decodeUtf8(address: u64, size: u64): string {
  let length: u32 = 0;
  let largest: u32 = 0;
  let at: u64 = 0;
  while (at < size) {
    const point: u32 = decodedPoint(address + at, size - at);
    at += decodedSize(address + at, size - at);
    length += unitsOfPoint(point);
    if (point > largest) largest = point;
  }
  const result: string = allocateString(length, largest > 0xff);
  if (largest < 0x80) {
    copyMemory(unitsAddress(result), address, size);
    return result;
  }
  fillFromUtf8(result, address, size);
  return result;
}

function fillFromUtf8(result: string, address: u64, size: u64): void {
  let index: u32 = 0;
  let at: u64 = 0;
  while (at < size) {
    const point: u32 = decodedPoint(address + at, size - at);
    at += decodedSize(address + at, size - at);
    if (point > 0xffff) {
      setUnit(result, index, 0xd800 + ((point - 0x1_0000) >>> 10));
      setUnit(result, index + 1, 0xdc00 + (point & 0x3ff));
      index += 2;
    } else {
      setUnit(result, index, point);
      index++;
    }
  }
}

/** The code point at the address, or U+FFFD. Requires: size > 0. */
function decodedPoint(address: u64, size: u64): u32 {
  const first: u32 = u32(loadU8(address));
  if (first < 0x80) return first;
  const wanted: u64 = sequenceSize(first);
  if (wanted === 0 || decodedSize(address, size) !== wanted || !isComplete(address, size, wanted)) return REPLACEMENT_POINT;
  let point: u32 = wanted === 2 ? first & 0x1f : wanted === 3 ? first & 0x0f : first & 0x07;
  for (let i: u64 = 1; i < wanted; i++) point = (point << 6) | (u32(loadU8(address + i)) & 0x3f);
  return point;
}

/** Bytes that the code point, or the wrong part, at the address takes. */
function decodedSize(address: u64, size: u64): u64 {
  const wanted: u64 = sequenceSize(u32(loadU8(address)));
  let have: u64 = 1;
  while (have < wanted && have < size && isContinuation(address, have)) have++;
  return have;
}

function isComplete(address: u64, size: u64, wanted: u64): boolean {
  return wanted <= size && isContinuation(address, wanted - 1);
}

/** Length of the sequence that the byte begins, 0 if it begins none. */
function sequenceSize(first: u32): u64 {
  if (first < 0x80) return 1;
  if (first >= 0xc2 && first <= 0xdf) return 2;
  if (first >= 0xe0 && first <= 0xef) return 3;
  return first >= 0xf0 && first <= 0xf4 ? 4 : 0;
}

/** Whether byte `index` continues the sequence: second bytes have narrower ranges after E0, ED, F0 and F4. */
function isContinuation(address: u64, index: u64): boolean {
  const byte: u32 = u32(loadU8(address + index));
  if (index === 1) {
    const first: u32 = u32(loadU8(address));
    if (first === 0xe0) return byte >= 0xa0 && byte <= 0xbf;
    if (first === 0xed) return byte >= 0x80 && byte <= 0x9f;
    if (first === 0xf0) return byte >= 0x90 && byte <= 0xbf;
    if (first === 0xf4) return byte >= 0x80 && byte <= 0x8f;
  }
  return byte >= 0x80 && byte <= 0xbf;
}

/** How many bytes the units up to `end` take. */
export function utf8Size(text: string, end: u32): u64 {
  let size: u64 = 0;
  let i: u32 = 0;
  while (i < end) {
    const point: u32 = pointAt(text, i);
    size += sizeOfPoint(point);
    i += unitsOfPoint(point);
  }
  return size;
}

/** How many units of the text, in whole code points, need no more than that many bytes. */
export function fittingUnits(text: string, room: u64): u32 {
  const end: u32 = unitCount(text);
  let size: u64 = 0;
  let i: u32 = 0;
  while (i < end) {
    const point: u32 = pointAt(text, i);
    size += sizeOfPoint(point);
    if (size > room) return i;
    i += unitsOfPoint(point);
  }
  return end;
}

function sizeOfPoint(point: u32): u64 {
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x1_0000 ? 3 : 4;
}

/** Whether there is nothing in the bytes that decoding would replace. */
export function isWellFormedUtf8(address: u64, size: u64): boolean {
  let at: u64 = 0;
  while (at < size) {
    const wanted: u64 = sequenceSize(u32(loadU8(address + at)));
    if (wanted === 0 || decodedSize(address + at, size - at) !== wanted) return false;
    at += wanted;
  }
  return true;
}

/** Bytes at the end that are the beginning of a sequence: more to come could make it whole. */
export function unfinishedSize(address: u64, size: u64): u64 {
  for (let back: u64 = 1; back <= 3 && back <= size; back++) {
    const wanted: u64 = sequenceSize(u32(loadU8(address + size - back)));
    if (wanted > back) return decodedSize(address + size - back, back) === back ? back : 0;
    if (wanted !== 0) return 0;
  }
  return 0;
}

export function startsWithByteOrderMark(address: u64, size: u64): boolean {
  return size >= 3 && loadU8(address) === 0xef && loadU8(address + 1) === 0xbb && loadU8(address + 2) === 0xbf;
}
