// Page tables: entries of the four levels, and the walk down them.
// Owns:       nothing: whoever makes a root owns the tables below it
// Invariants: (1) tables are read and written through the direct map
//             (2) no entry is both writable and executable
// Called:     from kernel-space.ts and address-space.ts
// Manual:     SDM 3A "4-Level Paging and 5-Level Paging"
//
//   63 no execute │ 51..12 frame │ 8 global │ 7 large (PD, PDPT), PAT (PT) │ 4 PCD │ 3 PWT │ 2 user │ 1 writable │ 0 present
//
//   address  47..39 PML4 │ 38..30 PDPT │ 29..21 PD │ 20..12 PT │ 11..0 offset

import { loadU64, storeU64 } from "tsmetal/unsafe";
import { type PhysicalAddress, physicalToVirtual, type VirtualAddress } from "../arch/x64/address.ts";

export const PAGE_PRESENT: u64 = 0x1;
export const PAGE_WRITABLE: u64 = 0x2;
export const PAGE_USER: u64 = 0x4;
export const PAGE_WRITE_THROUGH: u64 = 0x8;
export const PAGE_CACHE_DISABLE: u64 = 0x10;
export const PAGE_LARGE: u64 = 0x80;
/** In a 4 KiB entry: PAT index 4, which cpu-features.ts made write-combining. */
export const PAGE_WRITE_COMBINING: u64 = 0x80;
export const PAGE_GLOBAL: u64 = 0x100;
export const PAGE_NO_EXECUTE: u64 = 0x8000_0000_0000_0000;
export const PAGE_FRAME_MASK: u64 = 0x000f_ffff_ffff_f000;
export const TABLE_ENTRIES: u64 = 512;

/** Depth of a table: its entries cover 4 KiB, 2 MiB, 1 GiB, 512 GiB. */
export const LEVEL_PT: u32 = 0;
export const LEVEL_PD: u32 = 1;
export const LEVEL_PDPT: u32 = 2;
export const LEVEL_PML4: u32 = 3;

/** Where the entry of `address` lies in the table. */
export function entryAddress(table: PhysicalAddress, address: VirtualAddress, level: u32): VirtualAddress {
  return physicalToVirtual(table) + ((address >> u64(12 + level * 9)) & 511) * 8;
}

/** The entry (0 when a table on the way is missing) that maps `address` by a 4 KiB page. */
export function findPageEntry(root: PhysicalAddress, address: VirtualAddress): VirtualAddress {
  let table: u64 = root;
  for (let level: u32 = LEVEL_PML4; level > LEVEL_PT; level--) {
    const entry: u64 = loadU64(entryAddress(table, address, level));
    if ((entry & PAGE_PRESENT) === 0 || (entry & PAGE_LARGE) !== 0) return 0;
    table = entry & PAGE_FRAME_MASK;
  }
  return entryAddress(table, address, LEVEL_PT);
}

export function setTableEntry(entry: VirtualAddress, table: PhysicalAddress, isUser: boolean): void {
  storeU64(entry, table | PAGE_PRESENT | PAGE_WRITABLE | (isUser ? PAGE_USER : 0));
}
