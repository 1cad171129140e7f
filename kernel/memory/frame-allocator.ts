// Frame allocator: physical memory in blocks of 2^order frames, by the buddy method.
// Owns:       every usable frame that nobody was given; one state byte for each frame of the machine
// Invariants: (1) a free block is listed once, under its order, and its first frame's state is that order; all other states are NOT_FREE
//             (2) blocks are aligned to their size, so the buddy of a block differs in one address bit
//             (3) list links lie in the free frames themselves: next at +0, previous at +8
// Called:     from memory, object and syscall, interrupts off

import { fillMemory, loadU8, loadU64, storeU8, storeU64 } from "tsmetal/unsafe";
import { PAGE_SHIFT, PAGE_SIZE, type PhysicalAddress, physicalToVirtual, roundUpToPage } from "../arch/x64/address.ts";
import { zeroWords } from "../arch/x64/instructions.ts";
import { allocateBootPages, closeBootAllocator } from "./boot-allocator.ts";
import { usableEnd, usableRangeCount, usableRangeEnd, usableRangeStart } from "./memory-map.ts";

/** Largest block: 2^ORDER_MAX frames, 4 MiB. */
export const ORDER_MAX: u32 = 10;
const NOT_FREE: u8 = 0xff;
const NONE: u64 = 0;
/** Links point to physical addresses; frame 0 is never handed out, so 0 ends a list. */
const freeHead: u64[] = new Array<u64>(11);

let states: u64 = 0;
let frameCount: u64 = 0;
let freeFrames: u64 = 0;
let totalFrames: u64 = 0;

export function freeMemoryBytes(): u64 {
  return freeFrames << PAGE_SHIFT;
}

/** What was free when the allocator began. */
export function totalMemoryBytes(): u64 {
  return totalFrames << PAGE_SHIFT;
}

function stateOf(block: u64): u8 {
  return loadU8(states + (block >> PAGE_SHIFT));
}

function setState(block: u64, state: u8): void {
  storeU8(states + (block >> PAGE_SHIFT), state);
}

function link(block: u64, order: u32): void {
  const head: u64 = freeHead[order];
  storeU64(physicalToVirtual(block), head);
  storeU64(physicalToVirtual(block) + 8, NONE);
  if (head !== NONE) storeU64(physicalToVirtual(head) + 8, block);
  freeHead[order] = block;
  setState(block, u8(order));
}

function unlink(block: u64, order: u32): void {
  const next: u64 = loadU64(physicalToVirtual(block));
  const previous: u64 = loadU64(physicalToVirtual(block) + 8);
  if (previous === NONE) freeHead[order] = next;
  else storeU64(physicalToVirtual(previous), next);
  if (next !== NONE) storeU64(physicalToVirtual(next) + 8, previous);
  setState(block, NOT_FREE);
}

/** 2^order frames, not zeroed, or 0 when there is no such block. */
export function allocateFrames(order: u32): PhysicalAddress {
  assert(order <= ORDER_MAX);
  let found: u32 = order;
  let block: u64 = freeHead[found];
  while (block === NONE && found < ORDER_MAX) {
    found += 1;
    block = freeHead[found];
  }
  if (block === NONE) return 0;
  unlink(block, found);
  while (found > order) {
    found -= 1;
    link(block + (PAGE_SIZE << u64(found)), found);
  }
  freeFrames -= u64(1) << u64(order);
  return block;
}

/** One zeroed frame, or 0. */
export function allocateZeroedFrame(): PhysicalAddress {
  const frame: u64 = allocateFrames(0);
  if (frame !== 0) zeroWords(physicalToVirtual(frame), PAGE_SIZE / 8);
  return frame;
}

/** Requires: the block came from allocateFrames with this order, or lies in a usable range and was never free. */
export function freeFrameBlock(address: PhysicalAddress, order: u32): void {
  assert((address & ((PAGE_SIZE << u64(order)) - 1)) === 0 && address >> PAGE_SHIFT < frameCount);
  assert(stateOf(address) === NOT_FREE);
  freeFrames += u64(1) << u64(order);
  let block: u64 = address;
  let size: u32 = order;
  while (size < ORDER_MAX) {
    const buddy: u64 = block ^ (PAGE_SIZE << u64(size));
    if (buddy >> PAGE_SHIFT >= frameCount || stateOf(buddy) !== u8(size)) break;
    unlink(buddy, size);
    if (buddy < block) block = buddy;
    size += 1;
  }
  link(block, size);
}

export function freeFrame(address: PhysicalAddress): void {
  freeFrameBlock(address, 0);
}

/** Smallest order whose block holds that many frames, or ORDER_MAX + 1 when none does. */
export function orderForFrames(count: u64): u32 {
  let order: u32 = 0;
  while (order <= ORDER_MAX && u64(1) << u64(order) < count) order += 1;
  return order;
}

/** Gives the frames of a range to the allocator in the largest aligned blocks. */
function addRange(start: PhysicalAddress, end: PhysicalAddress): void {
  let address: u64 = start;
  while (address < end) {
    let order: u32 = 0;
    while (order < ORDER_MAX) {
      const size: u64 = PAGE_SIZE << u64(order + 1);
      if ((address & (size - 1)) !== 0 || end - address < size) break;
      order += 1;
    }
    freeFrameBlock(address, order);
    address += PAGE_SIZE << u64(order);
  }
}

/** Takes over all usable memory. Requires: every usable range is in the direct map. */
export function initialiseFrameAllocator(): void {
  frameCount = usableEnd() >> PAGE_SHIFT;
  states = physicalToVirtual(allocateBootPages(roundUpToPage(frameCount) >> PAGE_SHIFT));
  fillMemory(states, NOT_FREE, frameCount);
  closeBootAllocator();
  for (let index: u32 = 0; index < usableRangeCount(); index++) addRange(usableRangeStart(index), usableRangeEnd(index));
  totalFrames = freeFrames;
}
