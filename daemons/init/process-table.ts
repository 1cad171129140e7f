// ProcessTable: the processes that init started, by badge.
// Invariants: (1) badge = generation << SLOT_BITS | slot: a late message about an ended process finds nobody
//             (2) a free slot has process HANDLE_NONE and waiter HANDLE_NONE

import { HANDLE_NONE } from "../../abi/handle.ts";

const SLOT_COUNT: u32 = 64;
const SLOT_BITS: u64 = 8;
const SLOT_MASK: u64 = 0xff;

export class ProcessSlot {
  readonly index: u32;
  process: u32 = HANDLE_NONE;
  id: u64 = 0;
  badge: u64 = 0;
  /** Reply handle of the client that waits for the end, or HANDLE_NONE. */
  waiter: u32 = HANDLE_NONE;
  /** The program's name, in the manifest. */
  nameAddress: u64 = 0;
  nameLength: u64 = 0;
  /** The program's file in the archive. */
  imageAddress: u64 = 0;
  imageSizeBytes: u64 = 0;

  constructor(index: u32) {
    this.index = index;
  }
}

export class ProcessTable {
  private readonly slots: ProcessSlot[] = [];
  private generation: u64 = 0;

  constructor() {
    for (let index: u32 = 0; index < SLOT_COUNT; index++) this.slots.push(new ProcessSlot(index));
  }

  /** A free slot with a new badge, or null when all are taken. It is taken once its process is set. */
  reserve(): ProcessSlot | null {
    for (let index: u32 = 0; index < SLOT_COUNT; index++) {
      const slot: ProcessSlot = this.slots[index];
      if (slot.process !== HANDLE_NONE) continue;
      this.generation++;
      slot.badge = (this.generation << SLOT_BITS) | u64(index);
      return slot;
    }
    return null;
  }

  byBadge(badge: u64): ProcessSlot | null {
    const index: u64 = badge & SLOT_MASK;
    if (index >= u64(SLOT_COUNT)) return null;
    const slot: ProcessSlot = this.slots[u32(index)];
    return slot.badge === badge && slot.process !== HANDLE_NONE ? slot : null;
  }

  /** Requires: index is that of a slot. */
  at(index: u32): ProcessSlot {
    return this.slots[index];
  }

  byId(id: u64): ProcessSlot | null {
    for (let index: u32 = 0; index < SLOT_COUNT; index++) {
      const slot: ProcessSlot = this.slots[index];
      if (slot.process !== HANDLE_NONE && slot.id === id) return slot;
    }
    return null;
  }

  free(slot: ProcessSlot): void {
    slot.process = HANDLE_NONE;
    slot.waiter = HANDLE_NONE;
    slot.badge = 0;
  }
}
