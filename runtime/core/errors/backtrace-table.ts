// Backtrace table: from a code address to function names, files and lines, by the table that the linker adds to every program.
// Owns:       the frames of the address that was looked up last, one at a time; there is no other walk at the same time.
// Invariants: nothing here allocates
// Called:     by panics for the running program; by supervisors for a process whose table they can read.
//
//   table       +0 u32 magic   +4 u32 version   +8 u32 functions   +12 u32 offset of the scopes   +16 u32 offset of the positions
//               +20 u32 offset of the strings   +24 u64 text base
//   functions   from +32, sorted: u32 start from the text base, u32 size (bit 31: top-level code), u32 name, u32 file, u32 positions
//   scopes      a body that was put in place of a call: name, file, line of the call, bytes back to the scope of the call (0: the function)
//   positions   of a function: a count, then for each advance, line step * 2 + (1 if a new scope follows), that scope
//   strings     UTF-8, each ended by a zero byte
//
//   In scopes and positions a number takes 7 bits a byte, lowest first. Names and files count from the strings, positions from the
//   positions; a scope counts from the scopes, and from 1, since 0 is the function's own code.

import { loadU8, loadU32, loadU64, symbolAddress } from "tsmetal/unsafe";

const TABLE_MAGIC: u32 = 0x54425354;
const TABLE_VERSION: u32 = 2;
const VERSION_OFFSET: u64 = 4;
const FUNCTION_COUNT_OFFSET: u64 = 8;
const SCOPES_OFFSET: u64 = 12;
const POSITIONS_OFFSET: u64 = 16;
const STRINGS_OFFSET: u64 = 20;
const TEXT_BASE_OFFSET: u64 = 24;
const FUNCTIONS_OFFSET: u64 = 32;

const FUNCTION_SIZE: u64 = 20;
const FUNCTION_SIZE_BYTES_OFFSET: u64 = 4;
const FUNCTION_NAME_OFFSET: u64 = 8;
const FUNCTION_FILE_OFFSET: u64 = 12;
const FUNCTION_POSITIONS_OFFSET: u64 = 16;
const TOP_LEVEL_FLAG: u32 = 0x8000_0000;

/** The frame that frameName and the others tell of: of a function entry in a table, or of a scope of it. Name and file as in the table. */
let frameTable: u64 = 0;
let frameFunction: u64 = 0;
let frameScope: u32 = 0;
let frameNameOffset: u32 = 0;
let frameFileOffset: u32 = 0;
let frameSourceLine: u32 = 0;
/** Of a scope: where its body was called. */
let frameCaller: u32 = 0;
let frameCallLine: u32 = 0;
/** The next number among the positions. */
let cursor: u64 = 0;

/** Address of the running program's own table, or 0 if it has none. */
export function ownTable(): u64 {
  const table: u64 = symbolAddress("__backtrace_start");
  return isTable(table, symbolAddress("__backtrace_end")) ? table : 0;
}

/** Whether memory from start to end begins with a backtrace table of the version that is read here. */
export function isTable(start: u64, end: u64): boolean {
  return (
    end > start && end - start >= FUNCTIONS_OFFSET && loadU32(start) === TABLE_MAGIC && loadU32(start + VERSION_OFFSET) === TABLE_VERSION
  );
}

/** Goes to the innermost frame of a code address; false where the table (0: none) knows no function. */
export function findFrame(table: u64, address: u64): boolean {
  const entry: u64 = table === 0 ? 0 : findFunction(table, address);
  if (entry === 0) return false;
  frameTable = table;
  frameFunction = entry;
  frameScope = 0;
  frameSourceLine = 0;
  findPosition(u32(address - loadU64(table + TEXT_BASE_OFFSET)));
  readScope();
  return true;
}

/** Goes to the frame that the frame's code was inlined into; false after the function itself. Requires: findFrame found one. */
export function nextFrame(): boolean {
  if (frameScope === 0) return false;
  frameSourceLine = frameCallLine;
  frameScope = frameCaller;
  readScope();
  return true;
}

/** Address of the name of the frame's function, UTF-8 ended by zero. */
export function frameName(): u64 {
  return frameTable + u64(loadU32(frameTable + STRINGS_OFFSET)) + u64(frameNameOffset);
}

/** Address of the name of the frame's file, UTF-8 ended by zero; empty for assembly. */
export function frameFile(): u64 {
  return frameTable + u64(loadU32(frameTable + STRINGS_OFFSET)) + u64(frameFileOffset);
}

/** The line in the frame's file, 0 if there is none. */
export function frameLine(): u32 {
  return frameSourceLine;
}

/** Whether the frame is top-level code of a file, which nobody called who could read a backtrace. */
export function isTopLevelFrame(): boolean {
  return frameScope === 0 && (loadU32(frameFunction + FUNCTION_SIZE_BYTES_OFFSET) & TOP_LEVEL_FLAG) !== 0;
}

/** Address of the function entry that holds the code address, or 0. */
function findFunction(table: u64, address: u64): u64 {
  const textBase: u64 = loadU64(table + TEXT_BASE_OFFSET);
  if (address < textBase) return 0;
  const offset: u64 = address - textBase;
  const functions: u64 = table + FUNCTIONS_OFFSET;
  let low: u32 = 0;
  let high: u32 = loadU32(table + FUNCTION_COUNT_OFFSET);
  while (low < high) {
    const middle: u32 = low + ((high - low) >>> 1);
    if (u64(loadU32(functions + u64(middle) * FUNCTION_SIZE)) <= offset) low = middle + 1;
    else high = middle;
  }
  if (low === 0) return 0;
  const entry: u64 = functions + u64(low - 1) * FUNCTION_SIZE;
  const sizeBytes: u32 = loadU32(entry + FUNCTION_SIZE_BYTES_OFFSET) & ~TOP_LEVEL_FLAG;
  return offset - u64(loadU32(entry)) < u64(sizeBytes) ? entry : 0;
}

/** Reads the function's positions up to the last one that is not behind the offset. */
function findPosition(offset: u32): void {
  let at: u32 = loadU32(frameFunction);
  cursor = frameTable + u64(loadU32(frameTable + POSITIONS_OFFSET)) + u64(loadU32(frameFunction + FUNCTION_POSITIONS_OFFSET));
  for (let left: u32 = readNumber(); left > 0; left--) {
    at += readNumber();
    if (at > offset) return;
    const step: u32 = readNumber();
    const zigzag: u32 = step >>> 1;
    // 0, 1, 2, 3, 4 ... stand for 0, -1, 1, -2, 2 ...
    if ((zigzag & 1) === 0) frameSourceLine += zigzag >>> 1;
    else frameSourceLine -= (zigzag + 1) >>> 1;
    if ((step & 1) !== 0) frameScope = readNumber();
  }
}

/** Name, file and caller of the frame's scope. */
function readScope(): void {
  if (frameScope === 0) {
    frameNameOffset = loadU32(frameFunction + FUNCTION_NAME_OFFSET);
    frameFileOffset = loadU32(frameFunction + FUNCTION_FILE_OFFSET);
    return;
  }
  cursor = frameTable + u64(loadU32(frameTable + SCOPES_OFFSET)) + u64(frameScope - 1);
  frameNameOffset = readNumber();
  frameFileOffset = readNumber();
  frameCallLine = readNumber();
  const distance: u32 = readNumber();
  frameCaller = distance === 0 ? 0 : frameScope - distance;
}

function readNumber(): u32 {
  let value: u32 = 0;
  let shift: u32 = 0;
  for (;;) {
    const byte: u32 = u32(loadU8(cursor));
    cursor++;
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) return value;
    shift += 7;
  }
}
