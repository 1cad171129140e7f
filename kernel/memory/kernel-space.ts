// Kernel space: the kernel half of every address space: direct map, device window and the kernel image with its W^X.
// Owns:       the kernel's page tables; the two top-level entries that every address space shares
// Invariants: (1) code is never writable, everything else never executable
//             (2) a guard page lies unmapped below every kernel stack
// Called:     from main.ts during boot; shareKernelSpace from address-space.ts
// Manual:     SDM 3A "4-Level Paging and 5-Level Paging"

import { loadU64, storeU64, symbolAddress, writeCr3 } from "tsmetal/unsafe";
import {
  DEVICE_WINDOW_BASE,
  DIRECT_MAP_BASE,
  HUGE_PAGE_SIZE,
  LARGE_PAGE_SIZE,
  PAGE_OFFSET_MASK,
  PAGE_SIZE,
  type PhysicalAddress,
  roundUpToPage,
  type VirtualAddress,
} from "../arch/x64/address.ts";
import { cpuFeatures } from "../arch/x64/cpu-features.ts";
import { IST_STACK_SIZE_BYTES } from "../arch/x64/layout/cpu-block.ts";
import { allocateBootPages } from "./boot-allocator.ts";
import {
  entryAddress,
  findPageEntry,
  LEVEL_PD,
  LEVEL_PDPT,
  LEVEL_PML4,
  LEVEL_PT,
  PAGE_CACHE_DISABLE,
  PAGE_FRAME_MASK,
  PAGE_GLOBAL,
  PAGE_LARGE,
  PAGE_NO_EXECUTE,
  PAGE_PRESENT,
  PAGE_WRITABLE,
  PAGE_WRITE_THROUGH,
  setTableEntry,
} from "./page-table.ts";

const DEVICE_WINDOW_SIZE: u64 = 0x4000_0000;
const GUARDED_IST_STACKS: u64 = 4;

let root: u64 = 0;
let nextDeviceAddress: u64 = DEVICE_WINDOW_BASE;
/** Zero on a processor without NX: then nothing is no-execute, and the bit is reserved. */
let noExecute: u64 = 0;

export function kernelRoot(): PhysicalAddress {
  return root;
}

/** The NX bit, where the processor has it. */
export function noExecuteBit(): u64 {
  return noExecute;
}

/** The table below an entry, made when it is missing. Boot only. */
function descend(table: PhysicalAddress, address: VirtualAddress, level: u32): PhysicalAddress {
  const entry: u64 = entryAddress(table, address, level);
  const value: u64 = loadU64(entry);
  if ((value & PAGE_PRESENT) !== 0) return value & PAGE_FRAME_MASK;
  const below: u64 = allocateBootPages(1);
  setTableEntry(entry, below, false);
  return below;
}

function mapBootPage(address: VirtualAddress, frame: PhysicalAddress, flags: u64): void {
  const pdpt: u64 = descend(root, address, LEVEL_PML4);
  const pd: u64 = descend(pdpt, address, LEVEL_PDPT);
  const pt: u64 = descend(pd, address, LEVEL_PD);
  storeU64(entryAddress(pt, address, LEVEL_PT), frame | flags | PAGE_PRESENT | PAGE_GLOBAL);
}

/** Maps the RAM of a range, rounded outward to large pages. Reports of other kinds inside are harmless: no one points there. */
export function mapDirect(start: PhysicalAddress, end: PhysicalAddress): void {
  const flags: u64 = PAGE_PRESENT | PAGE_WRITABLE | PAGE_LARGE | PAGE_GLOBAL | noExecute;
  let physical: u64 = start & ~(LARGE_PAGE_SIZE - 1);
  while (physical < end) {
    const address: u64 = physical + DIRECT_MAP_BASE;
    const pdpt: u64 = descend(root, address, LEVEL_PML4);
    const pdptEntry: u64 = entryAddress(pdpt, address, LEVEL_PDPT);
    if ((loadU64(pdptEntry) & (PAGE_PRESENT | PAGE_LARGE)) === (PAGE_PRESENT | PAGE_LARGE)) {
      physical = (physical & ~(HUGE_PAGE_SIZE - 1)) + HUGE_PAGE_SIZE;
      continue;
    }
    const isHuge: boolean = cpuFeatures.hasHugePages && (physical & (HUGE_PAGE_SIZE - 1)) === 0 && end - physical >= HUGE_PAGE_SIZE;
    if (isHuge && loadU64(pdptEntry) === 0) {
      storeU64(pdptEntry, physical | flags);
      physical += HUGE_PAGE_SIZE;
      continue;
    }
    const pd: u64 = descend(pdpt, address, LEVEL_PDPT);
    storeU64(entryAddress(pd, address, LEVEL_PD), physical | flags);
    physical += LARGE_PAGE_SIZE;
  }
}

/** The pages from one linker symbol to another. `imageOffset`: what to add to a linked address to get the physical one. */
function mapSection(start: VirtualAddress, end: VirtualAddress, imageOffset: u64, flags: u64): void {
  for (let page: u64 = start & ~PAGE_OFFSET_MASK; page < end; page += PAGE_SIZE) mapBootPage(page, page + imageOffset, flags);
}

function unmapGuard(page: VirtualAddress): void {
  const entry: u64 = findPageEntry(root, page);
  assert(entry !== 0);
  storeU64(entry, 0);
}

function mapImage(imageOffset: u64): void {
  mapSection(symbolAddress("__text_start"), symbolAddress("__text_end"), imageOffset, 0);
  mapSection(symbolAddress("__rodata_start"), symbolAddress("__rodata_end"), imageOffset, noExecute);
  mapSection(symbolAddress("__data_start"), symbolAddress("__data_end"), imageOffset, PAGE_WRITABLE | noExecute);
  mapSection(symbolAddress("__bss_start"), symbolAddress("__bss_end"), imageOffset, PAGE_WRITABLE | noExecute);
  unmapGuard(symbolAddress("kernel_stack_guard"));
  const stride: u64 = PAGE_SIZE + u64(IST_STACK_SIZE_BYTES);
  for (let index: u64 = 0; index < GUARDED_IST_STACKS; index++) unmapGuard(symbolAddress("ist_stack_guards") + index * stride);
}

/** Begins the kernel's own tables with the image in them. `imageOffset`: physical minus linked address of the image. */
export function buildKernelSpace(imageOffset: u64): void {
  noExecute = cpuFeatures.hasNoExecute ? PAGE_NO_EXECUTE : 0;
  root = allocateBootPages(1);
  mapImage(imageOffset);
}

/** From here on the loader's tables are not used any more. */
export function enterKernelSpace(): void {
  writeCr3(root);
}

/** Maps registers of a device for the kernel, uncached. Boot only. */
export function mapDevice(physical: PhysicalAddress, sizeBytes: u64): VirtualAddress {
  const offset: u64 = physical & PAGE_OFFSET_MASK;
  const total: u64 = roundUpToPage(offset + sizeBytes);
  assert(nextDeviceAddress + total <= DEVICE_WINDOW_BASE + DEVICE_WINDOW_SIZE);
  const address: u64 = nextDeviceAddress;
  const flags: u64 = PAGE_WRITABLE | PAGE_CACHE_DISABLE | PAGE_WRITE_THROUGH | noExecute;
  for (let page: u64 = 0; page < total; page += PAGE_SIZE) mapBootPage(address + page, physical - offset + page, flags);
  nextDeviceAddress += total;
  return address + offset;
}

/** Gives a new address space the kernel half. */
export function shareKernelSpace(newRoot: PhysicalAddress): void {
  const direct: u64 = DIRECT_MAP_BASE;
  const image: u64 = DEVICE_WINDOW_BASE;
  storeU64(entryAddress(newRoot, direct, LEVEL_PML4), loadU64(entryAddress(root, direct, LEVEL_PML4)));
  storeU64(entryAddress(newRoot, image, LEVEL_PML4), loadU64(entryAddress(root, image, LEVEL_PML4)));
}
