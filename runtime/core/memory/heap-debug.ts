// Heap debugging: checks around any of the heaps, and the report of what is still alive at the end.
// Owns:       the list of live blocks, and the freed blocks that wait for their memory to be used again.
// Invariants: (1) freed memory is filled with a pattern and waits its turn: a write to it is found when that comes
// Called:     by heap.ts in place of the heap, when the program is started with TSM_DEBUG_HEAP=1.
//
//   block    -96 u64 previous    -88 u64 next    -80 u64 size    -72 u64 state    -64 the calls that made it, 8 return addresses
//            0 what the program asked for, rounded up to 16    then 16 bytes of pattern

import { fillMemory, framePointer, loadU8, loadU32, loadU64, storeU64, stringAt, symbolAddress } from "tsmetal/unsafe";
import { stackTop } from "../errors/backtrace.ts";
import { findFrame, frameFile, frameLine, frameName, nextFrame, ownTable } from "../errors/backtrace-table.ts";
import { writeErrorBytes, writeErrorDecimal, writeErrorText } from "../errors/error-text.ts";
import { panic } from "../errors/panic.ts";
import { allocateBlock, freeBlock } from "./chosen-heap.ts";

const HEADER_SIZE: u64 = 96;
const PREVIOUS_OFFSET: u64 = 0;
const NEXT_OFFSET: u64 = 8;
const SIZE_OFFSET: u64 = 16;
const STATE_OFFSET: u64 = 24;
const CALLS_OFFSET: u64 = 32;
const CALLS_MAX: u64 = 8;
const GUARD_SIZE: u64 = 16;

const STATE_LIVE: u64 = 0x6c69_7665;
const STATE_PERMANENT: u64 = 0x7065_726d;
const STATE_FREE: u64 = 0x6672_6565;

const FREE_PATTERN: u8 = 0x5d;
const GUARD_PATTERN: u8 = 0xa7;
/** Bytes of freed blocks that wait. */
const WAITING_MAX: u64 = 0x40_0000;
const LINES_MAX: u32 = 20;

/** Headers of the first live block, and of the freed blocks that wait, oldest first. */
let firstLive: u64 = 0;
let oldestFree: u64 = 0;
let newestFree: u64 = 0;
let waitingBytes: u64 = 0;

export function debugAllocate(sizeBytes: u64): u64 {
  const header: u64 = allocateBlock(blockSize(sizeBytes));
  if (header === 0) return 0;
  storeU64(header + SIZE_OFFSET, sizeBytes);
  storeU64(header + STATE_OFFSET, STATE_LIVE);
  storeU64(header + NEXT_OFFSET, firstLive);
  if (firstLive !== 0) storeU64(firstLive + PREVIOUS_OFFSET, header);
  firstLive = header;
  recordCalls(header + CALLS_OFFSET, framePointer());
  fillMemory(guardOf(header), GUARD_PATTERN, GUARD_SIZE);
  return header + HEADER_SIZE;
}

export function debugFree(address: u64, sizeBytes: u64): void {
  const header: u64 = address - HEADER_SIZE;
  const state: u64 = loadU64(header + STATE_OFFSET);
  if (state === STATE_FREE) panic("heap: a block is freed twice");
  if (state !== STATE_LIVE && state !== STATE_PERMANENT) panic("heap: what is freed is no block");
  if (loadU64(header + SIZE_OFFSET) !== sizeBytes) panic("heap: a block is freed with another size than it has");
  if (!isFilled(guardOf(header), GUARD_SIZE, GUARD_PATTERN)) panic("heap: something was written behind the end of a block");
  unlinkLive(header);
  storeU64(header + STATE_OFFSET, STATE_FREE);
  fillMemory(address, FREE_PATTERN, sizeBytes);
  storeU64(header + NEXT_OFFSET, 0);
  if (newestFree === 0) oldestFree = header;
  else storeU64(newestFree + NEXT_OFFSET, header);
  newestFree = header;
  waitingBytes += blockSize(sizeBytes);
  while (waitingBytes > WAITING_MAX) giveBackOldest();
}

export function markPermanent(address: u64): void {
  storeU64(address - HEADER_SIZE + STATE_OFFSET, STATE_PERMANENT);
}

/** Checks the freed blocks that still wait, then tells of each block that is alive. Result: how many those are. */
export function reportLeaks(): u64 {
  while (oldestFree !== 0) giveBackOldest();
  let count: u64 = 0;
  for (let header: u64 = firstLive; header !== 0; header = loadU64(header + NEXT_OFFSET)) {
    if (isForever(header)) continue;
    count++;
    if (count <= u64(LINES_MAX)) writeLeak(header);
  }
  if (count > u64(LINES_MAX)) {
    writeErrorText("leak: ");
    writeErrorDecimal(count - u64(LINES_MAX));
    writeErrorText(" more\n");
  }
  return count;
}

function isForever(header: u64): boolean {
  if (loadU64(header + STATE_OFFSET) === STATE_PERMANENT) return true;
  return descriptorOf(header) !== 0 && loadU32(header + HEADER_SIZE) >= 0x8000_0000;
}

/** The class descriptor of the object in the block, or 0: then it is a block of elements or the like. */
function descriptorOf(header: u64): u64 {
  if (loadU64(header + SIZE_OFFSET) < 8) return 0;
  const descriptor: u64 = u64(loadU32(header + HEADER_SIZE + 4));
  return descriptor >= symbolAddress("__rodata_start") && descriptor < symbolAddress("__rodata_end") ? descriptor : 0;
}

function writeLeak(header: u64): void {
  writeErrorText("leak: ");
  const descriptor: u64 = descriptorOf(header);
  if (descriptor === 0) writeErrorText("memory");
  else writeErrorText(stringAt(loadU64(descriptor + 16)));
  writeErrorText(", ");
  writeErrorDecimal(loadU64(header + SIZE_OFFSET));
  writeErrorText(" bytes");
  writeMaker(header + CALLS_OFFSET);
  writeErrorText("\n");
}

/** The innermost call that is not the runtime's own. */
function writeMaker(calls: u64): void {
  for (let index: u64 = 0; index < CALLS_MAX; index++) {
    const address: u64 = loadU64(calls + 8 * index);
    if (address === 0 || !findFrame(ownTable(), address - 1)) continue;
    do {
      if (isRuntimeFile(frameFile())) continue;
      writeErrorText(", made by ");
      writeErrorBytes(frameName());
      writeErrorText(" (");
      writeErrorBytes(frameFile());
      writeErrorText(":");
      writeErrorDecimal(u64(frameLine()));
      writeErrorText(")");
      return;
    } while (nextFrame());
  }
}

/** Whether the path begins with "runtime/". */
function isRuntimeFile(path: u64): boolean {
  return loadU32(path) === 0x746e_7572 && loadU32(path + 4) === 0x2f65_6d69;
}

function recordCalls(to: u64, innermost: u64): void {
  let frame: u64 = innermost;
  const top: u64 = stackTop();
  for (let index: u64 = 0; index < CALLS_MAX; index++) {
    if ((frame & 7) !== 0 || frame >= top - 8) return;
    storeU64(to + 8 * index, loadU64(frame + 8));
    const outer: u64 = loadU64(frame);
    if (outer <= frame) return;
    frame = outer;
  }
}

function giveBackOldest(): void {
  const header: u64 = oldestFree;
  const size: u64 = loadU64(header + SIZE_OFFSET);
  oldestFree = loadU64(header + NEXT_OFFSET);
  if (oldestFree === 0) newestFree = 0;
  waitingBytes -= blockSize(size);
  if (!isFilled(header + HEADER_SIZE, size, FREE_PATTERN)) {
    writeErrorText("heap: written to after it was freed: ");
    writeErrorDecimal(size);
    writeErrorText(" bytes");
    writeMaker(header + CALLS_OFFSET);
    writeErrorText("\n");
    panic("heap: a block was written to after it was freed");
  }
  freeBlock(header, blockSize(size));
}

function unlinkLive(header: u64): void {
  const previous: u64 = loadU64(header + PREVIOUS_OFFSET);
  const next: u64 = loadU64(header + NEXT_OFFSET);
  if (previous === 0) firstLive = next;
  else storeU64(previous + NEXT_OFFSET, next);
  if (next !== 0) storeU64(next + PREVIOUS_OFFSET, previous);
}

/** The room that a block takes with all that is around it. */
function blockSize(sizeBytes: u64): u64 {
  return HEADER_SIZE + roundUp(sizeBytes) + GUARD_SIZE;
}

function guardOf(header: u64): u64 {
  return header + HEADER_SIZE + roundUp(loadU64(header + SIZE_OFFSET));
}

function roundUp(sizeBytes: u64): u64 {
  return (sizeBytes + 15) & ~15;
}

function isFilled(address: u64, sizeBytes: u64, pattern: u8): boolean {
  for (let i: u64 = 0; i < sizeBytes; i++) {
    if (loadU8(address + i) !== pattern) return false;
  }
  return true;
}
