// Quota: how much memory a process may use. Everything committed on its behalf is charged: pages, page tables, kernel objects.
// Owns:       nothing: it counts
// Invariants: (1) usedBytes is the sum of all charges not yet refunded, and never above limitBytes
//             (2) a quota outlives its process while memory it paid for exists
// Called:     from memory and object, interrupts off

import { addressOf, constructAt, sizeOf } from "tsmetal/unsafe";
import { BlockPool } from "./block-pool.ts";
import { Counted, release, retain } from "./counted.ts";

export class Quota extends Counted {
  limitBytes: u64 = 0;
  usedBytes: u64 = 0;
}

const pool: BlockPool = new BlockPool((sizeOf(Quota) + 15) & ~u64(15));

/** With one reference, or null when memory is out. */
export function createQuota(limitBytes: u64): Quota | null {
  const block: u64 = pool.allocate();
  if (block === 0) return null;
  const quota: Quota = constructAt(Quota, block);
  quota.limitBytes = limitBytes;
  retain(quota);
  return quota;
}

export function releaseQuota(quota: Quota): void {
  if (release(quota)) pool.free(addressOf(quota));
}

/** False, and nothing charged, when the limit would be passed. */
export function charge(quota: Quota, sizeBytes: u64): boolean {
  if (sizeBytes > quota.limitBytes - quota.usedBytes) return false;
  quota.usedBytes += sizeBytes;
  return true;
}

export function refund(quota: Quota, sizeBytes: u64): void {
  assert(sizeBytes <= quota.usedBytes);
  quota.usedBytes -= sizeBytes;
}
