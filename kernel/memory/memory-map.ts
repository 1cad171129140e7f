// Memory map: what the boot path reported, made trustworthy: usable ranges that are sorted, disjoint, whole pages, and touch nothing else.
// Owns:       the list of usable ranges
// Invariants: (1) ranges ascend, do not touch, and begin and end on page boundaries
//             (2) a byte that any report calls other than usable is in no range: firmware maps overlap (the more careful wins)
// Called:     from main.ts, once; read by boot-allocator.ts and frame-allocator.ts
// Manual:     ACPI 6.5 "System Address Map Interfaces"

import { PAGE_OFFSET_MASK, roundDownToPage, roundUpToPage } from "../arch/x64/address.ts";

/** Each non-usable report can split one range. */
export const RANGES_MAX: u32 = 512;
/** Real-mode data, the EBDA and video memory: never handed out. */
const LOW_MEMORY_END: u64 = 0x10_0000;

const rangeStart: u64[] = new Array<u64>(512);
const rangeEnd: u64[] = new Array<u64>(512);
let count: u32 = 0;

export function usableRangeCount(): u32 {
  return count;
}

export function usableRangeStart(index: u32): u64 {
  return rangeStart[index];
}

export function usableRangeEnd(index: u32): u64 {
  return rangeEnd[index];
}

function removeAt(index: u32): void {
  count -= 1;
  for (let next: u32 = index; next < count; next++) {
    rangeStart[next] = rangeStart[next + 1];
    rangeEnd[next] = rangeEnd[next + 1];
  }
}

/** Returns false when the list is full: the range is lost, which is harmless. */
function insertAt(index: u32, start: u64, end: u64): boolean {
  if (count === RANGES_MAX) return false;
  for (let next: u32 = count; next > index; next--) {
    rangeStart[next] = rangeStart[next - 1];
    rangeEnd[next] = rangeEnd[next - 1];
  }
  rangeStart[index] = start;
  rangeEnd[index] = end;
  count += 1;
  return true;
}

/** Joins the range at `index` with those after it that it reaches. */
function joinFollowing(index: u32): void {
  while (index + 1 < count && rangeStart[index + 1] <= rangeEnd[index]) {
    if (rangeEnd[index + 1] > rangeEnd[index]) rangeEnd[index] = rangeEnd[index + 1];
    removeAt(index + 1);
  }
}

/** Adds what is reported usable, but for the first MiB. All of these come before the first excludeRange. */
export function addUsableRange(base: u64, sizeBytes: u64): void {
  let start: u64 = roundUpToPage(base);
  const end: u64 = base + sizeBytes < base ? ~PAGE_OFFSET_MASK : roundDownToPage(base + sizeBytes);
  if (start < LOW_MEMORY_END) start = LOW_MEMORY_END;
  if (start >= end) return;
  let index: u32 = 0;
  while (index < count && rangeEnd[index] < start) index += 1;
  if (index < count && rangeStart[index] <= end) {
    if (start < rangeStart[index]) rangeStart[index] = start;
    if (end > rangeEnd[index]) rangeEnd[index] = end;
    joinFollowing(index);
    return;
  }
  insertAt(index, start, end);
}

/** Takes every page that the range touches out of the usable ones. */
export function excludeRange(base: u64, sizeBytes: u64): void {
  if (sizeBytes === 0) return;
  const start: u64 = roundDownToPage(base);
  const end: u64 = base + sizeBytes < base ? ~PAGE_OFFSET_MASK : roundUpToPage(base + sizeBytes);
  let index: u32 = 0;
  while (index < count) {
    const oldStart: u64 = rangeStart[index];
    const oldEnd: u64 = rangeEnd[index];
    if (oldEnd <= start || oldStart >= end) {
      index += 1;
      continue;
    }
    if (oldStart < start) {
      rangeEnd[index] = start;
      if (oldEnd > end) insertAt(index + 1, end, oldEnd);
      index += 1;
    } else if (oldEnd > end) {
      rangeStart[index] = end;
      index += 1;
    } else {
      removeAt(index);
    }
  }
}

export function usableBytes(): u64 {
  let total: u64 = 0;
  for (let index: u32 = 0; index < count; index++) total += rangeEnd[index] - rangeStart[index];
  return total;
}

/** End of the highest usable range. */
export function usableEnd(): u64 {
  return count === 0 ? 0 : rangeEnd[count - 1];
}
