// Interrupt counts: how often each vector was taken by a device or a timer; exceptions are not counted.
// Called:     by the trap handler (count) and query-calls.ts (read), interrupts off

const counts: u64[] = new Array<u64>(256);

/** Requires: vector < 256. */
export function countInterrupt(vector: u32): void {
  counts[vector] += 1;
}

export function interruptCount(vector: u32): u64 {
  return counts[vector];
}
