// Bump heap: blocks one after the other; nothing is reused until the program ends.
// Owns:       the part of the newest region that was not handed out.
// Called:     by heap.ts. The fastest heap there is, for programs that end before memory does.

import { regionSize, requestRegion } from "./heap-region.ts";

const ALIGNMENT: u64 = 16;

let cursor: u64 = 0;
let end: u64 = 0;

/** A zeroed block, or 0 when memory is out. */
export function bumpAllocate(sizeBytes: u64): u64 {
  if (sizeBytes > end - cursor && !extend(sizeBytes)) return 0;
  const address: u64 = cursor;
  const size: u64 = (sizeBytes + (ALIGNMENT - 1)) & ~(ALIGNMENT - 1);
  cursor += size < end - cursor ? size : end - cursor;
  return address;
}

/** The rest of the old region is given up. */
function extend(sizeBytes: u64): boolean {
  const region: u64 = requestRegion(sizeBytes);
  if (region === 0) return false;
  cursor = region;
  end = region + regionSize(sizeBytes);
  return true;
}
