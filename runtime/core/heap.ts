// Heap: one of three, chosen before the first allocation.
// Owns:       the choice.
// Called:     by the profile's tsm_allocate_memory and tsm_free_memory.

import { blocksAllocate, blocksFree } from "./heap-blocks.ts";
import { bumpAllocate } from "./heap-bump.ts";
import { listAllocate, listFree } from "./heap-list.ts";

export const enum HeapKind {
  Blocks = 0,
  List = 1,
  Bump = 2,
}

let kind: HeapKind = HeapKind.Blocks;

/** Requires: nothing was allocated yet. */
export function selectHeap(selected: HeapKind): void {
  kind = selected;
}

export function selectedHeap(): HeapKind {
  return kind;
}

/** A zeroed block aligned to 16 bytes, or 0 when memory is out. */
export function heapAllocate(sizeBytes: u64): u64 {
  switch (kind) {
    case HeapKind.Blocks:
      return blocksAllocate(sizeBytes);
    case HeapKind.List:
      return listAllocate(sizeBytes);
    default:
      return bumpAllocate(sizeBytes);
  }
}

/** Requires: the block came from heapAllocate with the same size. */
export function heapFree(address: u64, sizeBytes: u64): void {
  if (kind === HeapKind.Blocks) blocksFree(address, sizeBytes);
  else if (kind === HeapKind.List) listFree(address, sizeBytes);
}
