// ByteQueue: text on its way to a slow device.
// Invariants: (1) first and count address a ring: first < QUEUE_SIZE_BYTES, count <= QUEUE_SIZE_BYTES
//             (2) what does not fit is dropped: the newest, so that what is shown is shown in order

import { elementsAddress, loadU8, storeU8 } from "tsmetal/unsafe";

/** A few screens of text. */
const QUEUE_SIZE_BYTES: u32 = 16_384;

export class ByteQueue {
  private readonly bytes: Uint8Array = new Uint8Array(16_384);
  private first: u32 = 0;
  private count: u32 = 0;

  isEmpty(): boolean {
    return this.count === 0;
  }

  isFull(): boolean {
    return this.count === QUEUE_SIZE_BYTES;
  }

  enqueue(byte: u32): void {
    if (this.isFull()) return;
    storeU8(elementsAddress(this.bytes) + u64((this.first + this.count) % QUEUE_SIZE_BYTES), u8(byte));
    this.count++;
  }

  /** Takes the oldest byte. Requires: the queue is not empty. */
  dequeue(): u32 {
    assert(this.count !== 0);
    const byte: u32 = u32(loadU8(elementsAddress(this.bytes) + u64(this.first)));
    this.first = (this.first + 1) % QUEUE_SIZE_BYTES;
    this.count--;
    return byte;
  }
}
