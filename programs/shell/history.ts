// History: the lines entered last, for going back to.
// Invariants: (1) line n lies in slot n % HISTORY_COUNT; lines from next - HISTORY_COUNT on are kept
//             (2) oldest() <= position <= next; next stands for the line being typed, which is empty

import { copyMemory, elementsAddress } from "tsmetal/unsafe";

const HISTORY_COUNT: u32 = 32;
const SLOT_SIZE_BYTES: u32 = 256;

export class History {
  private readonly bytes: Uint8Array = new Uint8Array(8192);
  private readonly lengths: Uint32Array = new Uint32Array(32);
  private next: u32 = 0;
  private position: u32 = 0;

  /** Keeps a line. Empty ones are not worth it. Requires: it fits a slot. */
  add(address: u64, length: u32): void {
    assert(length <= SLOT_SIZE_BYTES);
    if (length === 0) return;
    copyMemory(this.slotAddress(this.next), address, u64(length));
    this.lengths[this.next % HISTORY_COUNT] = length;
    this.next++;
  }

  /** Stands behind the newest line again. */
  rewind(): void {
    this.position = this.next;
  }

  /** Steps to the line before; answers whether there is one. */
  older(): boolean {
    if (this.position === this.oldest()) return false;
    this.position--;
    return true;
  }

  newer(): boolean {
    if (this.position === this.next) return false;
    this.position++;
    return true;
  }

  /** Of the line stood at. */
  address(): u64 {
    return this.slotAddress(this.position);
  }

  length(): u32 {
    return this.position === this.next ? 0 : u32(this.lengths[this.position % HISTORY_COUNT]);
  }

  private oldest(): u32 {
    return this.next > HISTORY_COUNT ? this.next - HISTORY_COUNT : 0;
  }

  private slotAddress(line: u32): u64 {
    return elementsAddress(this.bytes) + u64((line % HISTORY_COUNT) * SLOT_SIZE_BYTES);
  }
}
