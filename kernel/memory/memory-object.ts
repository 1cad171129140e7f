// Memory object: pages that can be mapped, in one process or in several: committed when touched, contiguous, or a device's.
// Owns:       the frames of anonymous and contiguous memory, the page list
// Invariants: (1) pageCount never changes; page lists hold a frame or 0 (not committed) for each page
//             (2) every committed frame is charged to the quota that paid for the object
//             (3) device memory is never charged, never zeroed, never freed
// Called:     from address-space.ts, object and syscall
//
//   anonymous, up to 512 pages:   list frame ─► 512 frame addresses
//   anonymous, larger:            list frame ─► 512 list frames ─► 512 frame addresses each (1 GiB at most)

import { addressOf, constructAt, loadU64, sizeOf, storeU64 } from "tsmetal/unsafe";
import { MemoryType } from "../../abi/syscall.ts";
import { PAGE_SHIFT, PAGE_SIZE, type PhysicalAddress, physicalToVirtual } from "../arch/x64/address.ts";
import { zeroWords } from "../arch/x64/instructions.ts";
import { BlockPool } from "./block-pool.ts";
import { Counted, release, retain } from "./counted.ts";
import { allocateFrames, allocateZeroedFrame, freeFrame, freeFrameBlock, ORDER_MAX, orderForFrames } from "./frame-allocator.ts";
import { charge, type Quota, refund, releaseQuota } from "./quota.ts";

const LIST_ENTRIES: u64 = 512;
const LIST_SHIFT: u64 = 9;
export const MEMORY_PAGES_MAX: u64 = 0x4_0000;

export class MemoryObject extends Counted {
  type: u32 = MemoryType.Anonymous;
  order: u32 = 0;
  pageCount: u64 = 0;
  committedCount: u64 = 0;
  /** Contiguous and device memory: first byte. */
  base: u64 = 0;
  /** Anonymous memory: the (upper) page list, 0 before the first commit. */
  list: u64 = 0;
  quota: Quota | null = null;
}

const pool: BlockPool = new BlockPool((sizeOf(MemoryObject) + 15) & ~u64(15));

function createObject(type: u32, pageCount: u64): MemoryObject | null {
  const block: u64 = pool.allocate();
  if (block === 0) return null;
  const memory: MemoryObject = constructAt(MemoryObject, block);
  memory.type = type;
  memory.pageCount = pageCount;
  retain(memory);
  return memory;
}

/** Requires: 0 < pageCount <= MEMORY_PAGES_MAX. With one reference; null when memory is out. */
export function createAnonymousMemory(pageCount: u64, quota: Quota): MemoryObject | null {
  assert(pageCount !== 0 && pageCount <= MEMORY_PAGES_MAX);
  const memory: MemoryObject | null = createObject(MemoryType.Anonymous, pageCount);
  if (memory === null) return null;
  memory.quota = quota;
  retain(quota);
  return memory;
}

/** Null when the quota, or a free block of that size, is missing. */
export function createContiguousMemory(pageCount: u64, quota: Quota): MemoryObject | null {
  const order: u32 = orderForFrames(pageCount);
  if (order > ORDER_MAX) return null;
  const sizeBytes: u64 = PAGE_SIZE << u64(order);
  if (!charge(quota, sizeBytes)) return null;
  const base: u64 = allocateFrames(order);
  const memory: MemoryObject | null = base === 0 ? null : createObject(MemoryType.Contiguous, pageCount);
  if (memory === null) {
    if (base !== 0) freeFrameBlock(base, order);
    refund(quota, sizeBytes);
    return null;
  }
  zeroWords(physicalToVirtual(base), sizeBytes / 8);
  memory.base = base;
  memory.order = order;
  memory.committedCount = pageCount;
  memory.quota = quota;
  retain(quota);
  return memory;
}

/** Memory that exists already: registers, a frame buffer, the boot archive. Requires: base is a page address. */
export function createDeviceMemory(base: PhysicalAddress, pageCount: u64, type: u32): MemoryObject | null {
  const memory: MemoryObject | null = createObject(type, pageCount);
  if (memory === null) return null;
  memory.base = base;
  memory.committedCount = pageCount;
  return memory;
}

/** Whole blocks from the base, rather than a list. */
export function isContiguous(memory: MemoryObject): boolean {
  return memory.type !== MemoryType.Anonymous;
}

/** A charged zeroed frame, or 0. */
function allocateCharged(memory: MemoryObject): PhysicalAddress {
  const quota: Quota | null = memory.quota;
  if (quota === null || !charge(quota, PAGE_SIZE)) return 0;
  const frame: u64 = allocateZeroedFrame();
  if (frame === 0) refund(quota, PAGE_SIZE);
  return frame;
}

/** The list that holds the entry of a page; with `mayCommit` it is made. 0 when missing. */
function findList(memory: MemoryObject, page: u64, mayCommit: boolean): PhysicalAddress {
  if (memory.list === 0 && mayCommit) memory.list = allocateCharged(memory);
  if (memory.list === 0 || memory.pageCount <= LIST_ENTRIES) return memory.list;
  const entry: u64 = physicalToVirtual(memory.list) + (page >> LIST_SHIFT) * 8;
  if (loadU64(entry) === 0 && mayCommit) storeU64(entry, allocateCharged(memory));
  return loadU64(entry);
}

/** The frame of a page, or 0 when it is not committed. Requires: page < pageCount. */
export function frameOfPage(memory: MemoryObject, page: u64): PhysicalAddress {
  assert(page < memory.pageCount);
  if (isContiguous(memory)) return memory.base + (page << PAGE_SHIFT);
  const list: u64 = findList(memory, page, false);
  return list === 0 ? 0 : loadU64(physicalToVirtual(list) + (page & (LIST_ENTRIES - 1)) * 8);
}

/** The frame of a page, committed if need be; 0 when quota or memory are out. Requires: page < pageCount. */
export function commitPage(memory: MemoryObject, page: u64): PhysicalAddress {
  assert(page < memory.pageCount);
  if (isContiguous(memory)) return memory.base + (page << PAGE_SHIFT);
  const list: u64 = findList(memory, page, true);
  if (list === 0) return 0;
  const entry: u64 = physicalToVirtual(list) + (page & (LIST_ENTRIES - 1)) * 8;
  if (loadU64(entry) !== 0) return loadU64(entry);
  const frame: u64 = allocateCharged(memory);
  if (frame === 0) return 0;
  storeU64(entry, frame);
  memory.committedCount += 1;
  return frame;
}

/** Frees what a list frame refers to, and the list frame. */
function freeList(memory: MemoryObject, list: PhysicalAddress): void {
  if (list === 0) return;
  let freed: u64 = 1;
  for (let index: u64 = 0; index < LIST_ENTRIES; index++) {
    const frame: u64 = loadU64(physicalToVirtual(list) + index * 8);
    if (frame === 0) continue;
    freeFrame(frame);
    freed += 1;
  }
  freeFrame(list);
  const quota: Quota | null = memory.quota;
  if (quota !== null) refund(quota, freed << PAGE_SHIFT);
}

function freeLargeList(memory: MemoryObject): void {
  for (let index: u64 = 0; index < LIST_ENTRIES; index++) freeList(memory, loadU64(physicalToVirtual(memory.list) + index * 8));
  const quota: Quota | null = memory.quota;
  if (quota !== null) refund(quota, PAGE_SIZE);
  freeFrame(memory.list);
}

function freePages(memory: MemoryObject): void {
  if (memory.type === MemoryType.Contiguous) {
    const quota: Quota | null = memory.quota;
    if (quota !== null) refund(quota, PAGE_SIZE << u64(memory.order));
    freeFrameBlock(memory.base, memory.order);
  } else if (memory.type === MemoryType.Anonymous && memory.list !== 0) {
    if (memory.pageCount <= LIST_ENTRIES) freeList(memory, memory.list);
    else freeLargeList(memory);
  }
}

/** One user less; with the last one, the pages are freed. */
export function releaseMemory(memory: MemoryObject): void {
  if (!release(memory)) return;
  freePages(memory);
  const quota: Quota | null = memory.quota;
  memory.quota = null;
  if (quota !== null) releaseQuota(quota);
  pool.free(addressOf(memory));
}
