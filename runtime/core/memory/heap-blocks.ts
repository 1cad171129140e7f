// Fixed-size-block heap: a list of free blocks for each size class, so that both directions take a handful of instructions.
// Owns:       the table of lists, in the first bytes of its first region, and the part of the newest region not yet cut into blocks.
// Invariants: (1) a block on a list has exactly the size of its class; its first word is the address of the next
// Called:     by heap.ts; the default heap. Large blocks are the linked-list heap's business.
//
//   class        0..63 sizes 16, 32, ... 1024        64..83 four a doubling: 1280, 1536, 1792, 2048, 2560, ... 32768

import { highestBit64, loadU64, storeU64 } from "tsmetal/unsafe";
import { listAdopt, listAllocate, listAllocateFree, listFree } from "./heap-list.ts";
import { regionSize, requestRegion } from "./heap-region.ts";
import { zeroGranules } from "./memory-blocks.ts";

const GRANULE: u64 = 16;
const FINE_SIZE_MAX: u64 = 1024;
const FINE_CLASSES: u64 = 64;
const FINE_SIZE_MAX_BITS: u64 = 10;
const BLOCK_SIZE_MAX: u64 = 32768;
const CLASS_COUNT: u64 = 84;
const LIST_SIZE: u64 = 8;
/** Where the linked-list heap has the next free block. */
const NEXT_OFFSET: u64 = 8;

let lists: u64 = 0;
let cursor: u64 = 0;
let end: u64 = 0;

/**
 * A zeroed block, or 0 when memory is out.
 * @inline
 */
export function blocksAllocate(sizeBytes: u64): u64 {
  // Size 0 becomes the largest of all numbers here, and takes the long way.
  if (sizeBytes - 1 < FINE_SIZE_MAX && lists !== 0) {
    const list: u64 = lists + fineOffset(sizeBytes);
    const block: u64 = loadU64(list);
    if (block !== 0) {
      storeU64(list, loadU64(block));
      zeroGranules(block, sizeBytes);
      return block;
    }
  }
  return allocateRare(sizeBytes);
}

/**
 * Requires: the block came from blocksAllocate with the same size.
 * @inline
 */
export function blocksFree(address: u64, sizeBytes: u64): void {
  if (sizeBytes - 1 < FINE_SIZE_MAX) {
    const list: u64 = lists + fineOffset(sizeBytes);
    storeU64(address, loadU64(list));
    storeU64(list, address);
  } else {
    freeRare(address, sizeBytes);
  }
}

/** Offset of the list of a fine class in the table: (size - 1) / 16 * 8. */
function fineOffset(sizeBytes: u64): u64 {
  return ((sizeBytes - 1) >>> 1) & ~7;
}

/**
 * What the short way cannot do: lists without a block, large sizes, size 0, the first block of all.
 * @noinline
 */
function allocateRare(sizeBytes: u64): u64 {
  if (sizeBytes > BLOCK_SIZE_MAX) return listAllocate(sizeBytes);
  if (lists === 0 && !createLists()) return 0;
  const index: u64 = classOf(sizeBytes);
  const list: u64 = lists + index * LIST_SIZE;
  const block: u64 = loadU64(list);
  if (block === 0) return cutBlock(sizeOfClass(index));
  storeU64(list, loadU64(block));
  zeroGranules(block, sizeOfClass(index));
  return block;
}

/** @noinline */
function freeRare(address: u64, sizeBytes: u64): void {
  if (sizeBytes > BLOCK_SIZE_MAX) listFree(address, sizeBytes);
  else putBlock(address, classOf(sizeBytes));
}

function putBlock(address: u64, index: u64): void {
  const list: u64 = lists + index * LIST_SIZE;
  storeU64(address, loadU64(list));
  storeU64(list, address);
}

function classOf(sizeBytes: u64): u64 {
  if (sizeBytes === 0) return 0;
  const last: u64 = sizeBytes - 1;
  if (sizeBytes <= FINE_SIZE_MAX) return last / GRANULE;
  const doubling: u64 = u64(highestBit64(last));
  const quarter: u64 = (last >>> (doubling - 2)) & 3;
  return FINE_CLASSES + (doubling - FINE_SIZE_MAX_BITS) * 4 + quarter;
}

function sizeOfClass(index: u64): u64 {
  if (index < FINE_CLASSES) return (index + 1) * GRANULE;
  const doubling: u64 = (index - FINE_CLASSES) / 4 + FINE_SIZE_MAX_BITS;
  const quarter: u64 = (index - FINE_CLASSES) % 4;
  const one: u64 = 1;
  return (one << doubling) + ((quarter + 1) << (doubling - 2));
}

/** A block that was never used: its memory is still zero. */
function cutBlock(size: u64): u64 {
  if (size > end - cursor && !extend()) return reclaim(size);
  const block: u64 = cursor;
  cursor += size;
  return block;
}

/** When no region is to be had: a block from all that is free in whatever size. */
function reclaim(size: u64): u64 {
  let chain: u64 = 0;
  for (let index: u64 = 0; index < CLASS_COUNT; index++) {
    let block: u64 = loadU64(lists + index * LIST_SIZE);
    storeU64(lists + index * LIST_SIZE, 0);
    while (block !== 0) {
      const next: u64 = loadU64(block);
      storeU64(block, sizeOfClass(index));
      storeU64(block + NEXT_OFFSET, chain);
      chain = block;
      block = next;
    }
  }
  listAdopt(chain);
  return listAllocateFree(size);
}

/** The rest of the old region goes to the lists, largest blocks first. */
function extend(): boolean {
  let index: u64 = CLASS_COUNT;
  while (index > 0) {
    index--;
    while (end - cursor >= sizeOfClass(index)) {
      putBlock(cursor, index);
      cursor += sizeOfClass(index);
    }
  }
  return startRegion();
}

function createLists(): boolean {
  if (!startRegion()) return false;
  lists = cursor;
  cursor += CLASS_COUNT * LIST_SIZE;
  return true;
}

function startRegion(): boolean {
  const region: u64 = requestRegion(BLOCK_SIZE_MAX);
  if (region === 0) return false;
  cursor = region;
  end = region + regionSize(BLOCK_SIZE_MAX);
  return true;
}
