// Boot memory: from the memory map to the kernel's own page tables.
// Called:     from main.ts, before enterKernelSpace

import { symbolAddress } from "tsmetal/unsafe";
import { type BootInfo, KERNEL_LOAD_ADDRESS, KERNEL_VIRTUAL_BASE } from "../abi/boot-info.ts";
import { openBootAllocator } from "./memory/boot-allocator.ts";
import { buildKernelSpace, mapDirect } from "./memory/kernel-space.ts";
import { usableRangeCount, usableRangeEnd, usableRangeStart } from "./memory/memory-map.ts";

/** Builds the tables: the image where it was linked, all RAM in the direct map, and the archive, which the map calls the loader's. */
export function buildMemory(info: BootInfo): void {
  if (!openBootAllocator()) panic("no usable memory below 4 GiB");
  const linkedBase: u64 = KERNEL_VIRTUAL_BASE + KERNEL_LOAD_ADDRESS;
  assert(symbolAddress("__text_start") >= linkedBase);
  buildKernelSpace(info.kernelBase - linkedBase);
  for (let index: u32 = 0; index < usableRangeCount(); index++) mapDirect(usableRangeStart(index), usableRangeEnd(index));
  mapDirect(info.archiveBase, info.archiveBase + info.archiveSizeBytes);
}
