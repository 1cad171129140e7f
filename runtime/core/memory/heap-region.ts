// Heap regions: how the heaps get more memory from the profile.

/** Regions are at least this large: a request to the system costs more than a few pages do. */
const REGION_SIZE_MIN: u64 = 1024 * 1024;
const PAGE_SIZE: u64 = 4096;

/**
 * Fresh, zeroed, page-aligned memory, or 0 when there is none. Requires: a multiple of the page size. The profile defines it.
 * @exportName tsm_request_memory
 */
export declare function requestMemory(sizeBytes: u64): u64;

/** Size of the region to request so that a block of this size fits into it. 0 for sizes that no machine has. */
export function regionSize(sizeBytes: u64): u64 {
  if (sizeBytes >= 0x7fff_ffff_f000) return 0;
  if (sizeBytes <= REGION_SIZE_MIN) return REGION_SIZE_MIN;
  return (sizeBytes + (PAGE_SIZE - 1)) & ~(PAGE_SIZE - 1);
}

/** One region is kept back: whoever catches the exception that memory is out needs some to go on with. */
let reserve: u64 = 0;
let hasReserve: boolean = false;
let hasFailed: boolean = false;

/** A region for at least one block of this size, or 0. Its size is regionSize(). */
export function requestRegion(sizeBytes: u64): u64 {
  const size: u64 = regionSize(sizeBytes);
  if (size === 0) return 0;
  const region: u64 = requestMemory(size);
  if (region === 0) return takeReserve(size);
  if (!hasReserve) {
    hasReserve = true;
    reserve = requestMemory(REGION_SIZE_MIN);
  }
  return region;
}

/** Nothing for the request that is the first to fail: it is the one that throws. */
function takeReserve(sizeBytes: u64): u64 {
  if (!hasFailed || sizeBytes !== REGION_SIZE_MIN) {
    hasFailed = true;
    return 0;
  }
  const region: u64 = reserve;
  reserve = 0;
  return region;
}
