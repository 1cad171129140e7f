// Chosen heap: the one of the three heaps that the program is compiled with.
// Called:     by heap.ts and heap-debug.ts. runtime/heaps has a file for each heap that defines both functions; `--heap` names it.

/**
 * A zeroed block aligned to 16 bytes, or 0 when memory is out.
 * @exportName tsm_heap_allocate
 */
export declare function allocateBlock(sizeBytes: u64): u64;

/**
 * Requires: the block came from allocateBlock with the same size.
 * @exportName tsm_heap_free
 */
export declare function freeBlock(address: u64, sizeBytes: u64): void;
