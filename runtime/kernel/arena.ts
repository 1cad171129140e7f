// Arena: where the kernel's objects come from: one block of the image's zeroed memory, given out from bottom to top, never taken back.
// Owns:       how much of it is used.
// Called:     by `new` and array literals in module initialisers: the kernel profile allows them nowhere else.

import { symbolAddress } from "tsmetal/unsafe";

const ALIGNMENT: u64 = 16;

let used: u64 = 0;

/** @exportName tsm_allocate_memory */
export function allocateFromArena(sizeBytes: u64): u64 {
  const start: u64 = symbolAddress("tsm_arena_start");
  const available: u64 = symbolAddress("tsm_arena_end") - start - used;
  if (sizeBytes > available) return 0;
  const address: u64 = start + used;
  const rounded: u64 = (sizeBytes + (ALIGNMENT - 1)) & ~(ALIGNMENT - 1);
  used += rounded < available ? rounded : available;
  return address;
}

/**
 * What grew while the modules were initialised left its old block behind: it stays unused.
 * @exportName tsm_free_memory
 */
export function leaveInArena(_address: u64, _sizeBytes: u64): void {}

/** @exportName tsm_keep_memory */
export function keepInArena(_address: u64): void {}

/** Bytes used, for the boot log. */
export function arenaUsed(): u64 {
  return used;
}
