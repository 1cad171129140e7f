// Heap blocks: makes the fixed-size-block heap the program's.  --heap blocks
// Called:     by runtime/core/memory/chosen-heap.ts.

import { blocksAllocate, blocksFree } from "../core/memory/heap-blocks.ts";

/**
 * @exportName tsm_heap_allocate
 * @inline
 */
export function allocate(sizeBytes: u64): u64 {
  return blocksAllocate(sizeBytes);
}

/**
 * @exportName tsm_heap_free
 * @inline
 */
export function free(address: u64, sizeBytes: u64): void {
  blocksFree(address, sizeBytes);
}
