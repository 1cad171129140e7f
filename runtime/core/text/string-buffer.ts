// String buffers: units of strings that grew by appending, with room for more behind them.
// `text += part` in a loop appends in place: all the strings made on the way begin in one buffer, each with a length of its own.
// Invariants: (1) units up to `used` belong to strings and never change; a string may be extended in place only if it ends there
// Called:     by the concatenation of strings.
//
//             (2) it lives as long as a string does whose units are in it
//
//   buffer   +0 u32 used    +4 u32 capacity, both in units    +8 u32 how many strings are in it    +16 units, all of one width

import { loadU32, storeU32, stringAt } from "tsmetal/unsafe";
import { allocateMemoryOrThrow, giveBackMemory } from "../memory/allocation.ts";
import { bufferOf, isOutside, isWide, OUTSIDE_SIZE, storeUnits, stringOutside, unitCount } from "./string-units.ts";

const CAPACITY_OFFSET: u64 = 4;
const STRINGS_OFFSET: u64 = 8;
const UNITS_OFFSET: u64 = 16;

/** Shorter results are ordinary strings: copying them costs no more than the bookkeeping. */
export const BUFFERED_LENGTH_MIN: u32 = 64;

/** left and right in a buffer: in place behind left if left ends its buffer and there is room, otherwise in a new one. */
export function append(left: string, right: string): string {
  const leftLength: u32 = unitCount(left);
  const length: u32 = leftLength + unitCount(right);
  const wide: boolean = isWide(left) || isWide(right);
  let buffer: u64 = 0;
  if (isOutside(left) && isWide(left) === wide) buffer = bufferOf(left);
  if (buffer === 0 || loadU32(buffer) !== leftLength || loadU32(buffer + CAPACITY_OFFSET) < length) {
    buffer = makeBuffer(isOutside(left) ? length * 2 : length + length / 4, wide);
    storeUnits(buffer + UNITS_OFFSET, wide, 0, left, 0, leftLength);
  }
  storeUnits(buffer + UNITS_OFFSET, wide, leftLength, right, 0, unitCount(right));
  storeU32(buffer, length);
  storeU32(buffer + STRINGS_OFFSET, loadU32(buffer + STRINGS_OFFSET) + 1);
  return stringOutside(buffer + UNITS_OFFSET, length, wide, buffer);
}

function makeBuffer(capacity: u32, wide: boolean): u64 {
  const unitBytes: u64 = wide ? 2 : 1;
  const buffer: u64 = allocateMemoryOrThrow(UNITS_OFFSET + u64(capacity) * unitBytes);
  storeU32(buffer + CAPACITY_OFFSET, capacity);
  return buffer;
}

/** Gives the memory of a string back that nothing refers to, and its buffer's with the last string in it. */
export function freeString(address: u64): void {
  const text: string = stringAt(address);
  const unitBytes: u64 = isWide(text) ? 2 : 1;
  if (!isOutside(text)) {
    giveBackMemory(address, UNITS_OFFSET + u64(unitCount(text)) * unitBytes);
    return;
  }
  const buffer: u64 = bufferOf(text);
  const strings: u32 = loadU32(buffer + STRINGS_OFFSET) - 1;
  storeU32(buffer + STRINGS_OFFSET, strings);
  if (strings === 0) giveBackMemory(buffer, UNITS_OFFSET + u64(loadU32(buffer + CAPACITY_OFFSET)) * unitBytes);
  giveBackMemory(address, OUTSIDE_SIZE);
}
