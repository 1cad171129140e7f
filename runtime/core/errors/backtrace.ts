// Backtrace: the calls that led to a place in the code, one a line, for whoever has to find out what happened.
// Owns:       the trace being written; there is only one at a time.
// Invariants: (1) nothing here allocates
//             (2) the text depends on what the program does, not on which calls were inlined: each inlined call has its line
//             (3) a trace ends with the top-level code of a file; what calls that is the runtime, which nobody asked about
// Called:     by panics for the running program; by supervisors for a process whose stack and table they can read.
//
//   frame      [rbp] the caller's rbp     [rbp + 8] where the call returns to

import { framePointer, loadU64 } from "tsmetal/unsafe";
import { findFrame, frameFile, frameLine, frameName, isTopLevelFrame, nextFrame, ownTable } from "./backtrace-table.ts";
import { writeErrorBytes, writeErrorDecimal, writeErrorHex, writeErrorText } from "./error-text.ts";

const RETURN_ADDRESS_OFFSET: u64 = 8;
/** More are counted only. */
const LINES_MAX: u32 = 16;

/** The frame of the last line, by which a repetition is known: its names in the table, or 0 and the code address. */
let lastName: u64 = 0;
let lastFile: u64 = 0;
let lastLine: u32 = 0;
let lastAddress: u64 = 0;
/** How often it came again without a line of its own. */
let repetitions: u64 = 0;
let lineCount: u32 = 0;
/** Frames that came when there was no room for more lines. */
let restCount: u64 = 0;

/**
 * First address above the stack that the caller runs on. The profile defines it.
 * @exportName tsm_stack_top
 */
export declare function stackTop(): u64;

/** Writes `name (file:line)` of the innermost frame, or the bare address where the table does not know it. */
export function writeCodeAddress(table: u64, address: u64): void {
  if (findFrame(table, address)) writeFrame(frameName(), frameFile(), frameLine());
  else writeErrorHex(address);
}

/** Writes a line for each call on the stack above the frame: the one that the frame returns to first. */
export function writeBacktrace(frame: u64): void {
  beginTrace();
  traceCallers(frame, framePointer(), stackTop());
  endTrace();
}

/** The backtrace of code that was interrupted at the instruction, with this frame and stack. */
export function writeFaultBacktrace(instruction: u64, frame: u64, stackPointer: u64): void {
  beginTrace();
  if (traceAddress(ownTable(), instruction)) traceCallers(frame, stackPointer, stackTop());
  endTrace();
}

/** The calls whose frames lie between lowest and highest on the stack. */
function traceCallers(frame: u64, lowest: u64, highest: u64): void {
  const table: u64 = ownTable();
  let current: u64 = frame;
  let bound: u64 = lowest;
  while (isFrame(current, bound, highest)) {
    // The address after the call may already belong to another line or function.
    if (!traceAddress(table, loadU64(current + RETURN_ADDRESS_OFFSET) - 1)) return;
    bound = current + 1;
    current = loadU64(current);
  }
}

/** Frames lie ever higher on the stack, and none at zero: anything else is a damaged chain. */
export function isFrame(frame: u64, lowest: u64, highest: u64): boolean {
  return frame !== 0 && (frame & 7) === 0 && frame >= lowest && frame < highest && highest - frame > RETURN_ADDRESS_OFFSET;
}

// A trace: frames come one after the other, and lines are written for as many as somebody would read.

export function beginTrace(): void {
  lastName = 0;
  lastAddress = 0;
  repetitions = 0;
  lineCount = 0;
  restCount = 0;
}

/** Adds the frames of a code address by a table (0: none), the innermost first. False: the trace is complete, with top-level code. */
export function traceAddress(table: u64, address: u64): boolean {
  if (!findFrame(table, address)) {
    addFrame(0, 0, 0, address);
    return true;
  }
  do {
    addFrame(frameName(), frameFile(), frameLine(), 0);
    if (isTopLevelFrame()) return false;
  } while (nextFrame());
  return true;
}

export function endTrace(): void {
  flushRepetitions();
  if (restCount > 0) writeMore(restCount);
}

function addFrame(name: u64, file: u64, line: u32, address: u64): void {
  if (lineCount > 0 && name === lastName && file === lastFile && line === lastLine && address === lastAddress) {
    repetitions++;
    return;
  }
  flushRepetitions();
  lastName = name;
  lastFile = file;
  lastLine = line;
  lastAddress = address;
  writeLastFrame();
}

/** A run of equal frames is one line and a count; for two, the count would be no shorter. */
function flushRepetitions(): void {
  const count: u64 = repetitions;
  repetitions = 0;
  if (count === 0) return;
  if (count === 1) {
    writeLastFrame();
  } else if (lineCount < LINES_MAX) {
    lineCount++;
    writeMore(count);
  } else {
    restCount += count;
  }
}

function writeLastFrame(): void {
  if (lineCount === LINES_MAX) {
    restCount++;
    return;
  }
  lineCount++;
  writeErrorText("  at ");
  if (lastName === 0) writeErrorHex(lastAddress);
  else writeFrame(lastName, lastFile, lastLine);
  writeErrorText("\n");
}

function writeMore(count: u64): void {
  writeErrorText("  ... ");
  writeErrorDecimal(count);
  writeErrorText(" more\n");
}

function writeFrame(name: u64, file: u64, line: u32): void {
  writeErrorBytes(name);
  if (line === 0) return;
  writeErrorText(" (");
  writeErrorBytes(file);
  writeErrorText(":");
  writeErrorDecimal(u64(line));
  writeErrorText(")");
}
