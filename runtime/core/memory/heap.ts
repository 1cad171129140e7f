// Heap: the heap that the program was compiled with, and checks around it if the program is being debugged.
// Owns:       whether there are checks.
// Called:     by the Linux profile's tsm_allocate_memory and tsm_free_memory.

import { allocateBlock, freeBlock } from "./chosen-heap.ts";
import { debugAllocate, debugFree, markPermanent } from "./heap-debug.ts";

let isChecked: boolean = false;

/** From now on blocks carry what heap-debug.ts needs. Requires: nothing was allocated yet. */
export function checkHeap(): void {
  isChecked = true;
}

export function isHeapChecked(): boolean {
  return isChecked;
}

/**
 * A zeroed block aligned to 16 bytes, or 0 when memory is out.
 * @inline
 */
export function heapAllocate(sizeBytes: u64): u64 {
  return isChecked ? debugAllocate(sizeBytes) : allocateBlock(sizeBytes);
}

/**
 * Requires: the block came from heapAllocate with the same size.
 * @inline
 */
export function heapFree(address: u64, sizeBytes: u64): void {
  if (isChecked) debugFree(address, sizeBytes);
  else freeBlock(address, sizeBytes);
}

/** The block is never given back, and is no leak. */
export function keepForever(address: u64): void {
  if (isChecked) markPermanent(address);
}
