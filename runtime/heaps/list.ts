// Heap list: makes the linked-list heap the program's.  --heap list
// Called:     by runtime/core/memory/chosen-heap.ts.

import { listAllocate, listFree } from "../core/memory/heap-list.ts";

/**
 * @exportName tsm_heap_allocate
 * @inline
 */
export function allocate(sizeBytes: u64): u64 {
  return listAllocate(sizeBytes);
}

/**
 * @exportName tsm_heap_free
 * @inline
 */
export function free(address: u64, sizeBytes: u64): void {
  listFree(address, sizeBytes);
}
