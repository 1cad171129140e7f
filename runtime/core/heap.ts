// Heap: one of three, chosen before the first allocation; with checks around it if the program is being debugged.
// Owns:       the choice.
// Called:     by the profile's tsm_allocate_memory and tsm_free_memory.

import { debugAllocate, debugFree, markPermanent } from "./heap-debug.ts";
import { allocateFrom, freeTo, HeapKind } from "./heap-kinds.ts";

let kind: HeapKind = HeapKind.Blocks;
let isChecked: boolean = false;

/** Requires: nothing was allocated yet. */
export function selectHeap(selected: HeapKind, checked: boolean): void {
  kind = selected;
  isChecked = checked;
}

export function selectedHeap(): HeapKind {
  return kind;
}

/** Whether blocks carry what heap-debug.ts needs. */
export function isHeapChecked(): boolean {
  return isChecked;
}

/** A zeroed block aligned to 16 bytes, or 0 when memory is out. */
export function heapAllocate(sizeBytes: u64): u64 {
  return isChecked ? debugAllocate(kind, sizeBytes) : allocateFrom(kind, sizeBytes);
}

/** Requires: the block came from heapAllocate with the same size. */
export function heapFree(address: u64, sizeBytes: u64): void {
  if (isChecked) debugFree(kind, address, sizeBytes);
  else freeTo(kind, address, sizeBytes);
}

/** The block is never given back, and is no leak. */
export function keepForever(address: u64): void {
  if (isChecked) markPermanent(address);
}
