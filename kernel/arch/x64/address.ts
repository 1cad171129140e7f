// Addresses: the two kinds, and the window through which the kernel sees all of physical memory.
// Invariants: (1) a PhysicalAddress never reaches a load or store without physicalToVirtual
//
//   0xffff_8000_0000_0000  direct map: physical 0 upwards, all RAM, read and write, never executable
//   0xffff_ffff_4000_0000  device window: registers of devices the kernel drives itself, uncached
//   0xffff_ffff_8000_0000  kernel image (KERNEL_VIRTUAL_BASE + physical distance from its load address)

export type PhysicalAddress = Flavoured<u64, "PhysicalAddress">;
export type VirtualAddress = Flavoured<u64, "VirtualAddress">;

export const DIRECT_MAP_BASE: u64 = 0xffff_8000_0000_0000;
export const DEVICE_WINDOW_BASE: u64 = 0xffff_ffff_4000_0000;
export const PAGE_SHIFT: u64 = 12;
export const PAGE_SIZE: u64 = 4096;
export const PAGE_OFFSET_MASK: u64 = 0xfff;
export const LARGE_PAGE_SIZE: u64 = 0x20_0000;
export const HUGE_PAGE_SIZE: u64 = 0x4000_0000;

/** Where the kernel can touch physical memory. RAM only: devices are mapped by memory/kernel-space.ts. */
export function physicalToVirtual(address: PhysicalAddress): VirtualAddress {
  return address + DIRECT_MAP_BASE;
}

export function roundUpToPage(value: u64): u64 {
  return (value + PAGE_OFFSET_MASK) & ~PAGE_OFFSET_MASK;
}

export function roundDownToPage(value: u64): u64 {
  return value & ~PAGE_OFFSET_MASK;
}
