// Handle table: what a process may touch, by number.
// Owns:       the entries of one process
// Invariants: (1) a free entry has kind None and lies in the free list; a used one names an object that counts this reference
//             (2) closing raises the generation in the entry's handle, so old handles no longer match
//             (3) indices 1 and 2 are kept for HANDLE_PROCESS and HANDLE_THREAD; others are given out ascending while none is closed
// Called:     findHandle from syscall on every call; the rest through ipc/lifetime.ts, which keeps the objects' counts

import { addressOf, constructAt, sizeOf, viewAt } from "tsmetal/unsafe";
import { HANDLE_FIRST_FREE, HANDLE_INDEX_MASK, HANDLE_NONE, ObjectKind } from "../../abi/handle.ts";
import { Rights } from "../../abi/rights.ts";
import { Status } from "../../abi/status.ts";
import { physicalToVirtual, type VirtualAddress } from "../arch/x64/address.ts";
import { zeroWords } from "../arch/x64/instructions.ts";
import { BlockPool } from "../memory/block-pool.ts";
import { allocateFrames, freeFrameBlock } from "../memory/frame-allocator.ts";

/** @packed */
export class HandleEntry {
  object: u64 = 0;
  badge: u64 = 0;
  /** The handle that names this entry now, or, while it is free, will name it next: generation and index. */
  handle: u32 = 0;
  nextFree: u32 = 0;
  rights: u32 = 0;
  /** An ObjectKind. */
  kind: u32 = 0;
}
const ENTRY_SHIFT: u64 = 5;
/** Two frames. */
export const HANDLES_MAX: u32 = 256;
const TABLE_ORDER: u32 = 1;
const TABLE_SIZE_BYTES: u64 = 0x2000;
/** Added to a handle it gives the next generation, and wraps around. */
const HANDLE_GENERATION_STEP: u32 = HANDLE_INDEX_MASK + 1;

export class HandleTable {
  /** Virtual address of HANDLES_MAX entries. */
  entries: u64 = 0;
  freeHead: u32 = 0;
  usedCount: u32 = 0;
}

const pool: BlockPool = new BlockPool((sizeOf(HandleTable) + 15) & ~u64(15));

function entryAt(table: HandleTable, index: u32): HandleEntry {
  return viewAt(HandleEntry, table.entries + (u64(index) << ENTRY_SHIFT));
}

/** The entry that a handle could name: its index, cut to the table's size. Whether it does, its `handle` field says. @inline */
function candidateEntry(entries: VirtualAddress, handle: u32): HandleEntry {
  return viewAt(HandleEntry, entries + (u64(handle & (HANDLES_MAX - 1)) << ENTRY_SHIFT));
}

/** Null when memory is out. */
export function createHandleTable(): HandleTable | null {
  const block: u64 = pool.allocate();
  if (block === 0) return null;
  const frames: u64 = allocateFrames(TABLE_ORDER);
  if (frames === 0) {
    pool.free(block);
    return null;
  }
  const table: HandleTable = constructAt(HandleTable, block);
  table.entries = physicalToVirtual(frames);
  zeroWords(table.entries, TABLE_SIZE_BYTES / 8);
  for (let index: u32 = 1; index < HANDLES_MAX; index++) entryAt(table, index).handle = index;
  for (let index: u32 = HANDLE_FIRST_FREE; index + 1 < HANDLES_MAX; index++) entryAt(table, index).nextFree = index + 1;
  table.freeHead = HANDLE_FIRST_FREE;
  table.usedCount = HANDLE_FIRST_FREE - 1;
  return table;
}

/** Requires: every entry is free. */
export function freeHandleTable(table: HandleTable): void {
  assert(nextUsedEntry(table, 0) === 0);
  freeFrameBlock(table.entries - physicalToVirtual(0), TABLE_ORDER);
  pool.free(addressOf(table));
}

/**
 * Address of the entry when the handle is valid, of that kind and with all these rights; else 0, and explainRefusal says why.
 * `entries` is the table's field of that name, which threads keep at hand. @inline
 */
export function findHandle(entries: VirtualAddress, handle: u32, kind: u32, rights: u32): VirtualAddress {
  const entry: HandleEntry = candidateEntry(entries, handle);
  if (entry.handle !== handle || entry.kind !== kind || (entry.rights & rights) !== rights) return 0;
  return addressOf(entry);
}

/** The entry of a valid handle of any kind, or 0. */
export function findAnyHandle(table: HandleTable, handle: u32): VirtualAddress {
  const entry: HandleEntry = candidateEntry(table.entries, handle);
  return entry.kind !== ObjectKind.None && entry.handle === handle ? addressOf(entry) : 0;
}

/** The status for a handle that findHandle did not accept. */
export function explainRefusal(table: HandleTable, handle: u32, kind: u32): i64 {
  const found: u64 = findAnyHandle(table, handle);
  if (found === 0) return Status.BadHandle;
  return viewAt(HandleEntry, found).kind === kind ? Status.NoRights : Status.WrongKind;
}

export function freeHandleCount(table: HandleTable): u32 {
  return HANDLES_MAX - 1 - table.usedCount;
}

function fillEntry(entry: HandleEntry, kind: u32, object: VirtualAddress, rights: u32, badge: u64): void {
  entry.object = object;
  entry.badge = badge;
  entry.rights = rights & Rights.All;
  entry.kind = kind;
}

/** Fills one of the entries kept for HANDLE_PROCESS and HANDLE_THREAD. The caller counts the reference. */
export function insertFixedEntry(table: HandleTable, handle: u32, kind: u32, object: VirtualAddress, rights: u32): void {
  assert(handle < HANDLE_FIRST_FREE && entryAt(table, handle).kind === ObjectKind.None);
  fillEntry(entryAt(table, handle), kind, object, rights, 0);
}

/** A new handle, or HANDLE_NONE when the table is full. The caller counts the reference. */
export function insertEntry(table: HandleTable, kind: u32, object: VirtualAddress, rights: u32, badge: u64): u32 {
  assert(kind !== ObjectKind.None && object !== 0);
  const index: u32 = table.freeHead;
  if (index === 0) return HANDLE_NONE;
  const entry: HandleEntry = entryAt(table, index);
  table.freeHead = entry.nextFree;
  table.usedCount += 1;
  fillEntry(entry, kind, object, rights, badge);
  return entry.handle;
}

/** Frees a used entry. The caller took the object out before, and drops the reference. */
export function removeEntry(table: HandleTable, entryAddress: VirtualAddress): void {
  const entry: HandleEntry = viewAt(HandleEntry, entryAddress);
  assert(entry.kind !== ObjectKind.None);
  entry.kind = ObjectKind.None;
  entry.object = 0;
  entry.handle += HANDLE_GENERATION_STEP;
  entry.nextFree = table.freeHead;
  table.freeHead = u32((entryAddress - table.entries) >> ENTRY_SHIFT);
  table.usedCount -= 1;
}

/** The first used entry at or behind an index, or 0: for closing all of them. */
export function nextUsedEntry(table: HandleTable, start: u32): VirtualAddress {
  for (let index: u32 = start; index < HANDLES_MAX; index++) {
    const entry: HandleEntry = entryAt(table, index);
    if (entry.kind !== ObjectKind.None) return addressOf(entry);
  }
  return 0;
}
