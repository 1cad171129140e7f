// Boot allocator: a bump allocator for the frames that are needed before the frame allocator stands: first page tables, frame states.
// Owns:       the part of the largest usable range below 4 GiB that it has given out
// Invariants: (1) nothing is ever given back
//             (2) what it gave out is excluded from the memory map before the frame allocator reads it (closeBootAllocator)
// Called:     from kernel-space.ts and frame-allocator.ts, during boot only

import { PAGE_SIZE, type PhysicalAddress, physicalToVirtual } from "../arch/x64/address.ts";
import { zeroWords } from "../arch/x64/instructions.ts";
import { excludeRange, usableRangeCount, usableRangeEnd, usableRangeStart } from "./memory-map.ts";

/** The loader mapped this much. */
const MAPPED_END: u64 = 0x1_0000_0000;

let start: u64 = 0;
let next: u64 = 0;
let end: u64 = 0;
let isClosed: boolean = false;

/** Returns false when there is no usable memory below 4 GiB. */
export function openBootAllocator(): boolean {
  for (let index: u32 = 0; index < usableRangeCount(); index++) {
    const rangeStart: u64 = usableRangeStart(index);
    const rangeEnd: u64 = usableRangeEnd(index) < MAPPED_END ? usableRangeEnd(index) : MAPPED_END;
    if (rangeStart >= rangeEnd || rangeEnd - rangeStart <= end - start) continue;
    start = rangeStart;
    end = rangeEnd;
  }
  next = start;
  return start !== end;
}

/** Contiguous zeroed pages. Panics when the machine is too small to boot. */
export function allocateBootPages(pageCount: u64): PhysicalAddress {
  assert(!isClosed);
  if (pageCount > (end - next) / PAGE_SIZE) panic("not enough memory to start: 32 MiB are the least");
  const address: u64 = next;
  next += pageCount * PAGE_SIZE;
  zeroWords(physicalToVirtual(address), (pageCount * PAGE_SIZE) / 8);
  return address;
}

/** The rest belongs to the frame allocator. */
export function closeBootAllocator(): void {
  isClosed = true;
  excludeRange(start, next - start);
}

export function bootAllocatedBytes(): u64 {
  return next - start;
}
