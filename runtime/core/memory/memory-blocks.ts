// Memory blocks: filling and copying of short blocks, word by word. The processor's string instructions need some thirty cycles to begin.
// Manual:     Intel Optimization Manual, "REP Prefix and Data Movement".

import { copyMemory, fillMemory, loadU8, loadU32, loadU64, storeU8, storeU32, storeU64 } from "tsmetal/unsafe";

/** From here on the string instructions are faster. */
const STRING_INSTRUCTION_SIZE_MIN: u64 = 512;
const GRANULE: u64 = 16;
const WORD: u64 = 8;
const HALF_WORD: u64 = 4;

/**
 * Zeroes the bytes, and those behind them up to a multiple of 16. Requires: at least one.
 * @inline
 */
export function zeroGranules(address: u64, sizeBytes: u64): void {
  if (sizeBytes >= STRING_INSTRUCTION_SIZE_MIN) {
    fillMemory(address, 0, (sizeBytes + (GRANULE - 1)) & ~(GRANULE - 1));
    return;
  }
  const end: u64 = address + sizeBytes;
  let granule: u64 = address;
  do {
    storeU64(granule, 0);
    storeU64(granule + WORD, 0);
    granule += GRANULE;
  } while (granule < end);
}

/** Requires: the blocks do not overlap. */
export function copyBytes(to: u64, from: u64, sizeBytes: u64): void {
  if (sizeBytes >= STRING_INSTRUCTION_SIZE_MIN) {
    copyMemory(to, from, sizeBytes);
    return;
  }
  if (sizeBytes < HALF_WORD) {
    for (let i: u64 = 0; i < sizeBytes; i++) storeU8(to + i, loadU8(from + i));
    return;
  }
  // The last word, or half of one, may lie over the one before it.
  if (sizeBytes < WORD) {
    const first: u32 = loadU32(from);
    storeU32(to + sizeBytes - HALF_WORD, loadU32(from + sizeBytes - HALF_WORD));
    storeU32(to, first);
    return;
  }
  const last: u64 = sizeBytes - WORD;
  for (let i: u64 = 0; i < last; i += WORD) storeU64(to + i, loadU64(from + i));
  storeU64(to + last, loadU64(from + last));
}
