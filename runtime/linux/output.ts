// Output: the buffer in front of standard output and standard error.
// Owns:       what was written and not yet given to Linux.
// Invariants: (1) the two streams reach Linux in the order in which they were written
// Called:     by the console and by panics; flushed before the program ends.

import { copyMemory, storeU8, symbolAddress } from "tsmetal/unsafe";
import { unitAt, unitCount } from "../core/text/string-units.ts";
import { encodeUtf8 } from "../core/text/utf8.ts";
import { writeFully } from "./system.ts";

const BUFFER_SIZE: u64 = 65536;
/** A text is encoded in parts, so that the buffer always has room for the next. */
const PART_UNITS: u32 = 4096;
const PART_BYTES_MAX: u64 = 12288;
const NEWLINE: u8 = 10;

let pending: u64 = 0;
let stream: u64 = 1;

/** Appends bytes to a stream. */
export function writeBytes(descriptor: u64, address: u64, size: u64): void {
  selectStream(descriptor);
  if (size > BUFFER_SIZE - pending) flushOutput();
  if (size > BUFFER_SIZE) {
    writeFully(descriptor, address, size);
    return;
  }
  copyMemory(bufferEnd(), address, size);
  pending += size;
}

/** Appends a text. */
export function writeText(descriptor: u64, text: string): void {
  selectStream(descriptor);
  const length: u32 = unitCount(text);
  let start: u32 = 0;
  while (start < length) start = writePart(text, start, length);
}

/** Appends a text and a line end. */
export function writeLine(descriptor: u64, text: string): void {
  writeText(descriptor, text);
  if (pending === BUFFER_SIZE) flushOutput();
  storeU8(bufferEnd(), NEWLINE);
  pending++;
}

export function flushOutput(): void {
  const size: u64 = pending;
  pending = 0;
  writeFully(stream, symbolAddress("tsm_output_buffer"), size);
}

function selectStream(descriptor: u64): void {
  if (descriptor === stream) return;
  flushOutput();
  stream = descriptor;
}

function bufferEnd(): u64 {
  return symbolAddress("tsm_output_buffer") + pending;
}

/** Appends the next part of the text, and gives where the one after it starts: never inside a surrogate pair. */
function writePart(text: string, start: u32, length: u32): u32 {
  let end: u32 = length;
  if (length - start > PART_UNITS) end = start + PART_UNITS;
  if (end < length && (unitAt(text, end) & 0xfc00) === 0xdc00) end--;
  if (PART_BYTES_MAX > BUFFER_SIZE - pending) flushOutput();
  pending += encodeUtf8(text, start, end, bufferEnd());
  return end;
}
