// Boot checks: what the boot path handed over is looked at before it is believed.
// Invariants: (1) every refusal is a panic that names what is wrong and what to do
// Called:     from main.ts, while the loader's map of the first 4 GiB is in place
// Manual:     abi/boot-info.ts

import { sizeOf, viewAt } from "tsmetal/unsafe";
import {
  BOOT_INFO_MAGIC,
  BOOT_INFO_VERSION,
  BOOT_TRAILER_MAGIC,
  BootInfo,
  BootTrailer,
  MEMORY_REGIONS_MAX,
  MemoryKind,
  MemoryRegion,
} from "../abi/boot-info.ts";
import { PAGE_OFFSET_MASK, physicalToVirtual } from "./arch/x64/address.ts";
import { addUsableRange, excludeRange, usableRangeCount } from "./memory/memory-map.ts";

const MAPPED_END: u64 = 0x1_0000_0000;

function isBelow4GiB(base: u64, sizeBytes: u64): boolean {
  return base < MAPPED_END && sizeBytes <= MAPPED_END - base;
}

/** The archive ends in its trailer; the loader compared the checksum. */
function checkArchive(base: u64, sizeBytes: u64): void {
  if (base === 0 || sizeBytes === 0) panic("the boot path passed no archive: boot with boot/modules (-initrd build/modules)");
  if (!isBelow4GiB(base, sizeBytes) || (base & PAGE_OFFSET_MASK) !== 0) panic("BootInfo: the archive is not at a page below 4 GiB");
  const trailerSize: u64 = sizeOf(BootTrailer);
  if (sizeBytes < trailerSize) panic("the boot archive is damaged: too short. Build it again");
  const trailer: BootTrailer = viewAt(BootTrailer, physicalToVirtual(base + sizeBytes - trailerSize));
  if (trailer.magic !== BOOT_TRAILER_MAGIC || u64(trailer.contentSizeBytes) > sizeBytes - trailerSize) {
    panic("the boot archive is damaged: no trailer at its end. Build it again");
  }
}

/** Panics when BootInfo is not one that this kernel understands. */
export function checkBootInfo(info: BootInfo): void {
  if (info.magic !== BOOT_INFO_MAGIC) panic("BootInfo: wrong magic number. Start the kernel through its own loaders");
  if (info.version !== BOOT_INFO_VERSION) panic("BootInfo: the loader is of another version. Install loader and kernel of one build");
  if (u64(info.sizeBytes) !== sizeOf(BootInfo)) panic("BootInfo: wrong size. Install loader and kernel of one build");
  if (info.memoryRegionCount === 0 || info.memoryRegionCount > MEMORY_REGIONS_MAX) panic("BootInfo: no memory map, or one too long");
  const mapSize: u64 = u64(info.memoryRegionCount) * sizeOf(MemoryRegion);
  if (!isBelow4GiB(info.memoryRegions, mapSize)) panic("BootInfo: the memory map is not below 4 GiB");
  if (!isBelow4GiB(info.commandLine, u64(info.commandLineSizeBytes))) panic("BootInfo: the command line is not below 4 GiB");
  if (!isBelow4GiB(info.kernelBase, info.kernelSizeBytes)) panic("BootInfo: the kernel is not below 4 GiB");
  checkArchive(info.archiveBase, info.archiveSizeBytes);
}

/** Fills the memory map: first everything usable, then everything else out of it again. */
export function readMemoryMap(info: BootInfo): void {
  const first: u64 = physicalToVirtual(info.memoryRegions);
  const end: u64 = first + u64(info.memoryRegionCount) * sizeOf(MemoryRegion);
  for (let address: u64 = first; address < end; address += sizeOf(MemoryRegion)) {
    const region: MemoryRegion = viewAt(MemoryRegion, address);
    if (region.kind === MemoryKind.Usable) addUsableRange(region.base, region.sizeBytes);
  }
  for (let address: u64 = first; address < end; address += sizeOf(MemoryRegion)) {
    const region: MemoryRegion = viewAt(MemoryRegion, address);
    if (region.kind !== MemoryKind.Usable) excludeRange(region.base, region.sizeBytes);
  }
  excludeRange(info.kernelBase, info.kernelSizeBytes);
  excludeRange(info.archiveBase, info.archiveSizeBytes);
  if (usableRangeCount() === 0) panic("the memory map has no usable memory");
}
