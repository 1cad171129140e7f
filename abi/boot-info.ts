// BootInfo: what every boot path (BIOS, UEFI, direct) hands to the kernel, and the trailer that proves a boot file whole.
// Invariants: (1) every address in these structures is physical and below 4 GiB, but that of the framebuffer and of memory regions;
//                 zero means absent
//             (2) a change of layout raises BOOT_INFO_VERSION; the kernel refuses any other version
//
//   kernel entry (ELF e_entry, higher half), the same for all three paths:
//     long mode, interrupts off, direction flag clear, rdi = physical address of BootInfo
//     paging: the first 4 GiB mapped one to one (writable, executable), the kernel image mapped at its linked addresses
//     rsp: any 16-byte aligned stack of 4 KiB or more; the kernel leaves it at once

/** "TSMKBOOT" read as a little-endian 64-bit number. */
export const BOOT_INFO_MAGIC: u64 = 0x544f_4f42_4b4d_5354;
export const BOOT_INFO_VERSION: u32 = 1;
/** Regions beyond this many are dropped by the loader, the smallest usable ones first. */
export const MEMORY_REGIONS_MAX: u32 = 256;
/** A longer command line is refused by the loader. */
export const COMMAND_LINE_SIZE_MAX: u32 = 4096;

export const enum BootSource {
  Bios = 1,
  Uefi = 2,
  Direct = 3,
}

export const enum MemoryKind {
  Usable = 1,
  Reserved = 2,
  /** ACPI tables; usable once they have been read. */
  AcpiReclaimable = 3,
  AcpiNonVolatile = 4,
  Bad = 5,
  /** The loader's own tables, BootInfo, page tables, kernel image and archive: in use until the kernel says otherwise. */
  Loader = 6,
}

/**
 * One range of the memory map, in the order the firmware gave it; the kernel sorts and sanitises. Entries may overlap:
 * the more careful kind wins, so Loader ranges inside Usable ones are the loader's. @packed
 */
export class MemoryRegion {
  base: u64 = 0;
  sizeBytes: u64 = 0;
  kind: u32 = 0;
  reserved: u32 = 0;
}

/** Pixel format: a colour component is `(value >> (8 - size)) << shift`. @packed */
export class FramebufferInfo {
  base: u64 = 0;
  width: u32 = 0;
  height: u32 = 0;
  pitchBytes: u32 = 0;
  bitsPerPixel: u32 = 0;
  redShift: u8 = 0;
  redSizeBits: u8 = 0;
  greenShift: u8 = 0;
  greenSizeBits: u8 = 0;
  blueShift: u8 = 0;
  blueSizeBits: u8 = 0;
  reserved: u16 = 0;
  reserved2: u32 = 0;
}

/** @packed */
export class BootInfo {
  magic: u64 = 0;
  version: u32 = 0;
  sizeBytes: u32 = 0;
  /** A BootSource. */
  source: u32 = 0;
  memoryRegionCount: u32 = 0;
  /** Address of memoryRegionCount MemoryRegion entries. */
  memoryRegions: u64 = 0;
  /** The boot archive (ustar, then its BootTrailer, verified by the loader); begins a page, the size counts all of it. */
  archiveBase: u64 = 0;
  archiveSizeBytes: u64 = 0;
  /** Where the kernel image begins in physical memory (the image of KERNEL_LOAD_ADDRESS), and its extent with bss. */
  kernelBase: u64 = 0;
  kernelSizeBytes: u64 = 0;
  /** ACPI Root System Description Pointer. */
  rsdp: u64 = 0;
  /** Command line without a terminating zero. */
  commandLine: u64 = 0;
  commandLineSizeBytes: u32 = 0;
  reserved: u32 = 0;
  /** Time stamp counter at the first instruction of the boot path. */
  tscAtEntry: u64 = 0;
  framebuffer: FramebufferInfo = new FramebufferInfo();
}

/**
 * The last 16 bytes of `boot/kernel` and `boot/modules`. The content before it is padded with zeros to a multiple of 4.
 * The checksum goes over the content as little-endian 32-bit words: `h = (h ^ word) * 0x01000193` modulo 2^32, from 0x811c9dc5.
 * @packed
 */
export class BootTrailer {
  magic: u64 = 0;
  contentSizeBytes: u32 = 0;
  checksum: u32 = 0;
}
/** "TSMKTAIL" read as a little-endian 64-bit number. */
export const BOOT_TRAILER_MAGIC: u64 = 0x4c49_4154_4b4d_5354;
export const BOOT_CHECKSUM_START: u32 = 0x811c_9dc5;
export const BOOT_CHECKSUM_PRIME: u32 = 0x0100_0193;

/** Virtual address of physical 0 in the kernel's image mapping: the kernel is linked at KERNEL_VIRTUAL_BASE + KERNEL_LOAD_ADDRESS. */
export const KERNEL_VIRTUAL_BASE: u64 = 0xffff_ffff_8000_0000;
/** Physical address in the kernel ELF's program headers. BIOS and UEFI may place the image at any other multiple of 2 MiB. */
export const KERNEL_LOAD_ADDRESS: u64 = 0x20_0000;
