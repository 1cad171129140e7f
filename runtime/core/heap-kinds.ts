// Heap kinds: the three heaps behind one pair of functions.

import { blocksAllocate, blocksFree } from "./heap-blocks.ts";
import { bumpAllocate } from "./heap-bump.ts";
import { listAllocate, listFree } from "./heap-list.ts";

export const enum HeapKind {
  Blocks = 0,
  List = 1,
  Bump = 2,
}

/** A zeroed block of that heap aligned to 16 bytes, or 0 when memory is out. */
export function allocateFrom(kind: HeapKind, sizeBytes: u64): u64 {
  if (kind === HeapKind.Blocks) return blocksAllocate(sizeBytes);
  return kind === HeapKind.List ? listAllocate(sizeBytes) : bumpAllocate(sizeBytes);
}

/** Requires: the block came from that heap with the same size. */
export function freeTo(kind: HeapKind, address: u64, sizeBytes: u64): void {
  if (kind === HeapKind.Blocks) blocksFree(address, sizeBytes);
  else if (kind === HeapKind.List) listFree(address, sizeBytes);
}
