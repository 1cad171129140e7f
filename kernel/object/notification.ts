// Notification: signal bits that stay set until somebody waits for them.
// Invariants: (1) waiter is BlockedOnWait here, or null; while there is a waiter no bit is set
//             (2) boundThread is the one thread whose receives also take these signals, or null; its `bound` is this object
// Called:     from ipc only, interrupts off

import { addressOf, constructAt, sizeOf } from "tsmetal/unsafe";
import { BlockPool } from "../memory/block-pool.ts";
import { Counted } from "../memory/counted.ts";
import type { Thread } from "./thread.ts";

export class Notification extends Counted {
  bits: u64 = 0;
  waiter: Thread | null = null;
  boundThread: Thread | null = null;
}

const pool: BlockPool = new BlockPool((sizeOf(Notification) + 15) & ~u64(15));

/** Without references. Null when memory is out. */
export function createNotification(): Notification | null {
  const block: u64 = pool.allocate();
  return block === 0 ? null : constructAt(Notification, block);
}

/** Requires: no references, no waiter, not bound. */
export function freeNotification(notification: Notification): void {
  assert(notification.references === 0 && notification.waiter === null && notification.boundThread === null);
  pool.free(addressOf(notification));
}
