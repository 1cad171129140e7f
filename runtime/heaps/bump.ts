// Heap bump: makes the bump heap the program's.  --heap bump
// Called:     by runtime/core/memory/chosen-heap.ts.

import { bumpAllocate } from "../core/memory/heap-bump.ts";

/**
 * @exportName tsm_heap_allocate
 * @inline
 */
export function allocate(sizeBytes: u64): u64 {
  return bumpAllocate(sizeBytes);
}

/**
 * Memory comes back when the program ends.
 * @exportName tsm_heap_free
 * @inline
 */
export function free(_address: u64, _sizeBytes: u64): void {}
