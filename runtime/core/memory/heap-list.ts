// Linked-list heap: first fit over a list of free blocks, neighbours joined when they are freed.
// Owns:       the list of free blocks and the regions they came from.
// Invariants: (1) the list is sorted by address, and no two free blocks touch
//             (2) sizes are multiples of 16; a free block holds its size and the address of the next
// Called:     by heap.ts, and by the fixed-size-block heap for what is too large for it.
//
//   free block   +0 u64 size   +8 u64 next free block or 0

import { loadU64, storeU64 } from "tsmetal/unsafe";
import { joinedBlocks } from "./heap-reclaim.ts";
import { regionSize, requestRegion } from "./heap-region.ts";
import { zeroGranules } from "./memory-blocks.ts";

const ALIGNMENT: u64 = 16;
const SIZE_OFFSET: u64 = 0;
const NEXT_OFFSET: u64 = 8;

let firstFree: u64 = 0;

/** A zeroed block, or 0 when memory is out. */
export function listAllocate(sizeBytes: u64): u64 {
  const size: u64 = blockSize(sizeBytes);
  let block: u64 = takeFirstFit(size);
  if (block === 0) {
    const region: u64 = requestRegion(size);
    if (region === 0) return 0;
    insertFree(region, regionSize(size));
    block = takeFirstFit(size);
  }
  zeroGranules(block, size);
  return block;
}

/** Requires: the block came from listAllocate with the same size. */
export function listFree(address: u64, sizeBytes: u64): void {
  insertFree(address, blockSize(sizeBytes));
}

/** Takes over a chain of free blocks, in any order, besides its own. */
export function listAdopt(chain: u64): void {
  let last: u64 = chain;
  if (last === 0) return;
  while (loadU64(last + NEXT_OFFSET) !== 0) last = loadU64(last + NEXT_OFFSET);
  storeU64(last + NEXT_OFFSET, firstFree);
  firstFree = joinedBlocks(chain);
}

/** A zeroed block from what is free already; 0 when nothing is large enough. */
export function listAllocateFree(sizeBytes: u64): u64 {
  const size: u64 = blockSize(sizeBytes);
  const block: u64 = takeFirstFit(size);
  if (block !== 0) zeroGranules(block, size);
  return block;
}

function blockSize(sizeBytes: u64): u64 {
  return sizeBytes === 0 ? ALIGNMENT : (sizeBytes + (ALIGNMENT - 1)) & ~(ALIGNMENT - 1);
}

/** Unlinks the block, or cuts its end off: then the list stays as it is. */
function takeFirstFit(size: u64): u64 {
  let previous: u64 = 0;
  let block: u64 = firstFree;
  while (block !== 0) {
    const available: u64 = loadU64(block + SIZE_OFFSET);
    if (available > size) {
      storeU64(block + SIZE_OFFSET, available - size);
      return block + (available - size);
    }
    if (available === size) {
      setNext(previous, loadU64(block + NEXT_OFFSET));
      return block;
    }
    previous = block;
    block = loadU64(block + NEXT_OFFSET);
  }
  return 0;
}

function insertFree(address: u64, size: u64): void {
  let previous: u64 = 0;
  let following: u64 = firstFree;
  while (following !== 0 && following < address) {
    previous = following;
    following = loadU64(following + NEXT_OFFSET);
  }
  storeU64(address + SIZE_OFFSET, size);
  storeU64(address + NEXT_OFFSET, following);
  setNext(previous, address);
  joinWithNext(address);
  if (previous !== 0) joinWithNext(previous);
}

function joinWithNext(block: u64): void {
  const size: u64 = loadU64(block + SIZE_OFFSET);
  const next: u64 = loadU64(block + NEXT_OFFSET);
  if (next === 0 || block + size !== next) return;
  storeU64(block + SIZE_OFFSET, size + loadU64(next + SIZE_OFFSET));
  storeU64(block + NEXT_OFFSET, loadU64(next + NEXT_OFFSET));
}

/** Block 0 stands for the head of the list. */
function setNext(block: u64, next: u64): void {
  if (block === 0) firstFree = next;
  else storeU64(block + NEXT_OFFSET, next);
}
