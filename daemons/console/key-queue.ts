// KeyQueue: keys typed before somebody reads them.
// Invariants: (1) at most KEYS_WAITING_MAX wait; further ones are dropped, as a person notices at once
//             (2) first and count address a ring: first < KEYS_WAITING_MAX

export const KEYS_WAITING_MAX: u32 = 256;

export class KeyQueue {
  private readonly keys: Uint32Array = new Uint32Array(256);
  private first: u32 = 0;
  private count: u32 = 0;

  isEmpty(): boolean {
    return this.count === 0;
  }

  /** Appends a key; answers whether there was room. */
  enqueue(key: u32): boolean {
    if (this.count === KEYS_WAITING_MAX) return false;
    this.keys[(this.first + this.count) % KEYS_WAITING_MAX] = key;
    this.count++;
    return true;
  }

  /** Takes the oldest key. Requires: the queue is not empty. */
  dequeue(): u32 {
    assert(this.count !== 0);
    const key: u32 = u32(this.keys[this.first]);
    this.first = (this.first + 1) % KEYS_WAITING_MAX;
    this.count--;
    return key;
  }
}
