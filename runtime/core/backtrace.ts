// Backtrace: from code addresses to function names, files and lines, by the table that the linker adds to every program.
// Called:     by panics for the running program; by supervisors for a process whose table they can read.
//
//   table      +0 u32 magic   +4 u32 functions   +8 u32 positions   +12 u32 offset of the strings   +16 u64 text base
//              +24 functions: u32 start, u32 size, u32 name, u32 file        sorted by start, relative to the text base
//              then positions: u32 start, u32 line                          sorted by start; line 0: no line
//              then the strings: UTF-8, each ended by a zero byte; name and file count from the offset of the strings
//
//   frame      [rbp] the caller's rbp     [rbp + 8] where the call returns to

import { framePointer, loadU32, loadU64, symbolAddress } from "tsmetal/unsafe";
import { writeErrorBytes, writeErrorDecimal, writeErrorHex, writeErrorText } from "./error-text.ts";

const TABLE_MAGIC: u32 = 0x54425354;
const FUNCTION_COUNT_OFFSET: u64 = 4;
const POSITION_COUNT_OFFSET: u64 = 8;
const STRINGS_OFFSET: u64 = 12;
const TEXT_BASE_OFFSET: u64 = 16;
const FUNCTIONS_OFFSET: u64 = 24;
const FUNCTION_SIZE: u64 = 16;
const POSITION_SIZE: u64 = 8;

const SIZE_OFFSET: u64 = 4;
const NAME_OFFSET: u64 = 8;
const FILE_OFFSET: u64 = 12;
const LINE_OFFSET: u64 = 4;

const RETURN_ADDRESS_OFFSET: u64 = 8;
const FRAMES_MAX: u32 = 64;

/**
 * First address above the stack that the caller runs on. The profile defines it.
 * @exportName tsm_stack_top
 */
export declare function stackTop(): u64;

/** Address of the running program's own table, or 0 if it has none. */
export function ownTable(): u64 {
  const table: u64 = symbolAddress("__backtrace_start");
  return isTable(table, symbolAddress("__backtrace_end")) ? table : 0;
}

/** Whether memory from start to end begins with a backtrace table. */
export function isTable(start: u64, end: u64): boolean {
  return end > start && end - start >= FUNCTIONS_OFFSET && loadU32(start) === TABLE_MAGIC;
}

/** Address of the function entry in the table that holds the code address, or 0. */
export function findFunction(table: u64, address: u64): u64 {
  const textBase: u64 = loadU64(table + TEXT_BASE_OFFSET);
  if (address < textBase) return 0;
  const offset: u64 = address - textBase;
  const index: u32 = countNotAbove(table + FUNCTIONS_OFFSET, loadU32(table + FUNCTION_COUNT_OFFSET), FUNCTION_SIZE, offset);
  if (index === 0) return 0;
  const entry: u64 = table + FUNCTIONS_OFFSET + u64(index - 1) * FUNCTION_SIZE;
  return offset - u64(loadU32(entry)) < u64(loadU32(entry + SIZE_OFFSET)) ? entry : 0;
}

/** Address of the name, UTF-8 ended by zero. */
export function functionName(table: u64, entry: u64): u64 {
  return table + u64(loadU32(table + STRINGS_OFFSET)) + u64(loadU32(entry + NAME_OFFSET));
}

/** Address of the file's name, UTF-8 ended by zero; empty for assembly. */
export function functionFile(table: u64, entry: u64): u64 {
  return table + u64(loadU32(table + STRINGS_OFFSET)) + u64(loadU32(entry + FILE_OFFSET));
}

/** The source line of a code address inside the function of the entry, 0 if there is none. */
export function lineOf(table: u64, entry: u64, address: u64): u32 {
  const offset: u64 = address - loadU64(table + TEXT_BASE_OFFSET);
  const positions: u64 = table + FUNCTIONS_OFFSET + u64(loadU32(table + FUNCTION_COUNT_OFFSET)) * FUNCTION_SIZE;
  const index: u32 = countNotAbove(positions, loadU32(table + POSITION_COUNT_OFFSET), POSITION_SIZE, offset);
  if (index === 0) return 0;
  const position: u64 = positions + u64(index - 1) * POSITION_SIZE;
  return loadU32(position) >= loadU32(entry) ? loadU32(position + LINE_OFFSET) : 0;
}

/** Writes ` name (file:line)`, or the bare address where the table does not know it. */
export function writeCodeAddress(table: u64, address: u64): void {
  const entry: u64 = table === 0 ? 0 : findFunction(table, address);
  if (entry === 0) {
    writeErrorHex(address);
    return;
  }
  writeErrorBytes(functionName(table, entry));
  const line: u32 = lineOf(table, entry, address);
  if (line === 0) return;
  writeErrorText(" (");
  writeErrorBytes(functionFile(table, entry));
  writeErrorText(":");
  writeErrorDecimal(u64(line));
  writeErrorText(")");
}

/** Writes a line for each call on the stack above the frame: the one that the frame returns to first. */
export function writeBacktrace(frame: u64): void {
  writeBacktraceBetween(frame, framePointer(), stackTop());
}

/** The backtrace of code that was interrupted at the instruction, with this frame and stack. */
export function writeFaultBacktrace(instruction: u64, frame: u64, stackPointer: u64): void {
  writeErrorText("  at ");
  writeCodeAddress(ownTable(), instruction);
  writeErrorText("\n");
  writeBacktraceBetween(frame, stackPointer, stackTop());
}

/** As writeBacktrace, for frames that lie between lowest and highest on the stack. */
export function writeBacktraceBetween(frame: u64, lowest: u64, highest: u64): void {
  const table: u64 = ownTable();
  let current: u64 = frame;
  let bound: u64 = lowest;
  let count: u32 = 0;
  while (count < FRAMES_MAX && isFrame(current, bound, highest)) {
    // The address after the call may already belong to another line or function.
    const call: u64 = loadU64(current + RETURN_ADDRESS_OFFSET) - 1;
    writeErrorText("  at ");
    writeCodeAddress(table, call);
    writeErrorText("\n");
    bound = current + 1;
    current = loadU64(current);
    count++;
  }
}

/** Frames lie ever higher on the stack: anything else is a damaged chain. */
function isFrame(frame: u64, lowest: u64, highest: u64): boolean {
  return (frame & 7) === 0 && frame >= lowest && frame < highest && highest - frame > RETURN_ADDRESS_OFFSET;
}

/** How many of the rows, sorted by the u32 they begin with, begin with the key or less. */
function countNotAbove(rows: u64, count: u32, rowSize: u64, key: u64): u32 {
  let low: u32 = 0;
  let high: u32 = count;
  while (low < high) {
    const middle: u32 = low + ((high - low) >>> 1);
    if (u64(loadU32(rows + u64(middle) * rowSize)) <= key) low = middle + 1;
    else high = middle;
  }
  return low;
}
