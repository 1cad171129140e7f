// Address space: the user half of a page table and the mappings that say what belongs where.
// Owns:       the user page tables below its root, its mappings
// Invariants: (1) mappings ascend, do not overlap, are whole pages inside user space, and hold a reference on their memory object
//             (2) a present entry shows the frame of the mapping that covers it, with no more rights than the mapping
//             (3) no mapping is writable and executable
// Called:     from object, syscall and the page-fault handler, interrupts off

import { addressOf, constructAt, invalidatePage, loadU64, readCr3, sizeOf, storeU64, writeCr3 } from "tsmetal/unsafe";
import { MAPPINGS_BASE, USER_BASE, USER_END } from "../../abi/start.ts";
import { MemoryType, PageAccess } from "../../abi/syscall.ts";
import {
  PAGE_OFFSET_MASK,
  PAGE_SHIFT,
  PAGE_SIZE,
  type PhysicalAddress,
  physicalToVirtual,
  type VirtualAddress,
} from "../arch/x64/address.ts";
import { BlockPool } from "./block-pool.ts";
import { retain } from "./counted.ts";
import { allocateZeroedFrame, freeFrame } from "./frame-allocator.ts";
import { kernelRoot, noExecuteBit, shareKernelSpace } from "./kernel-space.ts";
import { commitPage, isContiguous, type MemoryObject, releaseMemory } from "./memory-object.ts";
import {
  entryAddress,
  findPageEntry,
  LEVEL_PML4,
  LEVEL_PT,
  PAGE_CACHE_DISABLE,
  PAGE_FRAME_MASK,
  PAGE_PRESENT,
  PAGE_USER,
  PAGE_WRITABLE,
  PAGE_WRITE_COMBINING,
  PAGE_WRITE_THROUGH,
  setTableEntry,
  TABLE_ENTRIES,
} from "./page-table.ts";
import { charge, type Quota, refund, releaseQuota } from "./quota.ts";

/** Pages mapped at one fault in contiguous memory, where no frame must be found. */
const FAULT_AROUND_PAGES: u64 = 64;
const TABLES_PER_USER_HALF: u64 = 256;

export class Mapping {
  start: u64 = 0;
  pageCount: u64 = 0;
  /** First page of the memory object. */
  firstPage: u64 = 0;
  access: u32 = 0;
  memory: MemoryObject | null = null;
  next: Mapping | null = null;
}

export class AddressSpace {
  /** Physical address of the PML4; 0 before createAddressSpace and after destroyAddressSpace. */
  root: u64 = 0;
  mappings: Mapping | null = null;
  quota: Quota | null = null;
}

const spacePool: BlockPool = new BlockPool((sizeOf(AddressSpace) + 15) & ~u64(15));
const mappingPool: BlockPool = new BlockPool((sizeOf(Mapping) + 15) & ~u64(15));

function allocateTable(space: AddressSpace): PhysicalAddress {
  const quota: Quota | null = space.quota;
  if (quota === null || !charge(quota, PAGE_SIZE)) return 0;
  const table: u64 = allocateZeroedFrame();
  if (table === 0) refund(quota, PAGE_SIZE);
  return table;
}

function freeTable(space: AddressSpace, table: PhysicalAddress): void {
  freeFrame(table);
  const quota: Quota | null = space.quota;
  if (quota !== null) refund(quota, PAGE_SIZE);
}

/** Empty but for the kernel half. Null when quota or memory are out. */
export function createAddressSpace(quota: Quota): AddressSpace | null {
  const block: u64 = spacePool.allocate();
  if (block === 0) return null;
  const space: AddressSpace = constructAt(AddressSpace, block);
  space.quota = quota;
  space.root = allocateTable(space);
  if (space.root === 0) {
    spacePool.free(block);
    return null;
  }
  retain(quota);
  shareKernelSpace(space.root);
  return space;
}

export function findMapping(space: AddressSpace, address: VirtualAddress): Mapping | null {
  let mapping: Mapping | null = space.mappings;
  while (mapping !== null) {
    if (address < mapping.start) return null;
    if (address - mapping.start < mapping.pageCount << PAGE_SHIFT) return mapping;
    mapping = mapping.next;
  }
  return null;
}

/** The last mapping that begins below `end`, or null. */
function lastMappingBefore(space: AddressSpace, end: VirtualAddress): Mapping | null {
  let last: Mapping | null = null;
  let mapping: Mapping | null = space.mappings;
  while (mapping !== null && mapping.start < end) {
    last = mapping;
    mapping = mapping.next;
  }
  return last;
}

/** Inside user space, in whole pages, and not empty. */
export function isUserRange(start: VirtualAddress, sizeBytes: u64): boolean {
  if (((start | sizeBytes) & PAGE_OFFSET_MASK) !== 0 || sizeBytes === 0) return false;
  return start >= USER_BASE && start < USER_END && sizeBytes <= USER_END - start;
}

/** No mapping covers any part of the range. */
export function isRangeFree(space: AddressSpace, start: VirtualAddress, sizeBytes: u64): boolean {
  const last: Mapping | null = lastMappingBefore(space, start + sizeBytes);
  return last === null || last.start + (last.pageCount << PAGE_SHIFT) <= start;
}

/** A free range of that size above MAPPINGS_BASE, a page of air below it; 0 when there is none. */
export function findFreeRange(space: AddressSpace, sizeBytes: u64): VirtualAddress {
  let candidate: u64 = MAPPINGS_BASE;
  let mapping: Mapping | null = space.mappings;
  while (mapping !== null) {
    const end: u64 = mapping.start + (mapping.pageCount << PAGE_SHIFT);
    if (end > candidate) {
      if (mapping.start >= candidate && mapping.start - candidate >= sizeBytes) break;
      candidate = end + PAGE_SIZE;
    }
    mapping = mapping.next;
  }
  return candidate < USER_END && sizeBytes <= USER_END - candidate ? candidate : 0;
}

/** Requires: isUserRange, isRangeFree, pages inside the memory, not writable and executable. False when memory is out. */
export function addMapping(
  space: AddressSpace,
  start: VirtualAddress,
  memory: MemoryObject,
  firstPage: u64,
  pageCount: u64,
  access: u32,
): boolean {
  assert((access & (PageAccess.Write | PageAccess.Execute)) !== (PageAccess.Write | PageAccess.Execute));
  assert(firstPage + pageCount <= memory.pageCount);
  const block: u64 = mappingPool.allocate();
  if (block === 0) return false;
  const mapping: Mapping = constructAt(Mapping, block);
  mapping.start = start;
  mapping.pageCount = pageCount;
  mapping.firstPage = firstPage;
  mapping.access = access;
  mapping.memory = memory;
  retain(memory);
  const before: Mapping | null = lastMappingBefore(space, start);
  if (before === null) {
    mapping.next = space.mappings;
    space.mappings = mapping;
  } else {
    mapping.next = before.next;
    before.next = mapping;
  }
  return true;
}

function entryFlags(mapping: Mapping, memory: MemoryObject): u64 {
  let flags: u64 = PAGE_PRESENT | PAGE_USER;
  if ((mapping.access & PageAccess.Write) !== 0) flags |= PAGE_WRITABLE;
  if ((mapping.access & PageAccess.Execute) === 0) flags |= noExecuteBit();
  if (memory.type === MemoryType.Device) flags |= PAGE_CACHE_DISABLE | PAGE_WRITE_THROUGH;
  if (memory.type === MemoryType.DeviceWriteCombining) flags |= PAGE_WRITE_COMBINING;
  return flags;
}

/** The PT entry for an address, tables made on the way; 0 when memory is out. */
function makePageEntry(space: AddressSpace, address: VirtualAddress): VirtualAddress {
  let table: u64 = space.root;
  for (let level: u32 = LEVEL_PML4; level > LEVEL_PT; level--) {
    const entry: u64 = entryAddress(table, address, level);
    const value: u64 = loadU64(entry);
    if ((value & PAGE_PRESENT) !== 0) {
      table = value & PAGE_FRAME_MASK;
      continue;
    }
    const below: u64 = allocateTable(space);
    if (below === 0) return 0;
    setTableEntry(entry, below, true);
    table = below;
  }
  return entryAddress(table, address, LEVEL_PT);
}

function mapPage(space: AddressSpace, mapping: Mapping, memory: MemoryObject, address: VirtualAddress): boolean {
  const frame: u64 = commitPage(memory, mapping.firstPage + ((address - mapping.start) >> PAGE_SHIFT));
  if (frame === 0) return false;
  const entry: u64 = makePageEntry(space, address);
  if (entry === 0) return false;
  storeU64(entry, frame | entryFlags(mapping, memory));
  return true;
}

/**
 * Makes the page at `address` present, if a mapping allows all of `access` there. Commits a frame when need be.
 * False: no mapping, not that access, or memory out.
 */
export function makePresent(space: AddressSpace, address: VirtualAddress, access: u32): boolean {
  const mapping: Mapping | null = findMapping(space, address);
  if (mapping === null || (mapping.access & access) !== access) return false;
  const memory: MemoryObject | null = mapping.memory;
  if (memory === null) return false;
  const page: u64 = address & ~PAGE_OFFSET_MASK;
  if (!mapPage(space, mapping, memory, page)) return false;
  if (!isContiguous(memory)) return true;
  const end: u64 = mapping.start + (mapping.pageCount << PAGE_SHIFT);
  for (let next: u64 = 1; next < FAULT_AROUND_PAGES && page + (next << PAGE_SHIFT) < end; next++) {
    if (!mapPage(space, mapping, memory, page + (next << PAGE_SHIFT))) break;
  }
  return true;
}

function releaseMapping(mapping: Mapping): void {
  const memory: MemoryObject | null = mapping.memory;
  mapping.memory = null;
  if (memory !== null) releaseMemory(memory);
  mappingPool.free(addressOf(mapping));
}

function clearEntries(space: AddressSpace, mapping: Mapping): void {
  const isLoaded: boolean = (readCr3() & PAGE_FRAME_MASK) === space.root;
  for (let page: u64 = 0; page < mapping.pageCount; page++) {
    const address: u64 = mapping.start + (page << PAGE_SHIFT);
    const entry: u64 = findPageEntry(space.root, address);
    if (entry === 0 || loadU64(entry) === 0) continue;
    storeU64(entry, 0);
    if (isLoaded) invalidatePage(address);
  }
}

/** Takes away the mapping that begins at `start`; false when there is none. */
export function removeMapping(space: AddressSpace, start: VirtualAddress): boolean {
  const mapping: Mapping | null = findMapping(space, start);
  if (mapping === null || mapping.start !== start) return false;
  const before: Mapping | null = lastMappingBefore(space, start);
  if (before === null) space.mappings = mapping.next;
  else before.next = mapping.next;
  clearEntries(space, mapping);
  releaseMapping(mapping);
  return true;
}

function freePageTables(space: AddressSpace, pd: PhysicalAddress): void {
  for (let index: u64 = 0; index < TABLE_ENTRIES; index++) {
    const entry: u64 = loadU64(physicalToVirtual(pd) + index * 8);
    if ((entry & PAGE_PRESENT) !== 0) freeTable(space, entry & PAGE_FRAME_MASK);
  }
  freeTable(space, pd);
}

function freeDirectories(space: AddressSpace, pdpt: PhysicalAddress): void {
  for (let index: u64 = 0; index < TABLE_ENTRIES; index++) {
    const entry: u64 = loadU64(physicalToVirtual(pdpt) + index * 8);
    if ((entry & PAGE_PRESENT) !== 0) freePageTables(space, entry & PAGE_FRAME_MASK);
  }
  freeTable(space, pdpt);
}

/** Frees everything. The kernel's own root is loaded first if this one is in use. */
export function destroyAddressSpace(space: AddressSpace): void {
  if ((readCr3() & PAGE_FRAME_MASK) === space.root) writeCr3(kernelRoot());
  for (let index: u64 = 0; index < TABLES_PER_USER_HALF; index++) {
    const entry: u64 = loadU64(physicalToVirtual(space.root) + index * 8);
    if ((entry & PAGE_PRESENT) !== 0) freeDirectories(space, entry & PAGE_FRAME_MASK);
  }
  let mapping: Mapping | null = space.mappings;
  while (mapping !== null) {
    const next: Mapping | null = mapping.next;
    releaseMapping(mapping);
    mapping = next;
  }
  freeTable(space, space.root);
  space.root = 0;
  const quota: Quota | null = space.quota;
  if (quota !== null) releaseQuota(quota);
  spacePool.free(addressOf(space));
}
