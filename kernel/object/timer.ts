// Timer: a signal at a time, once or again and again.
// Invariants: (1) an armed timer is in the deadline list (ipc/timers.ts), in order of deadlines; others are not
// Called:     from ipc and syscall, interrupts off

import { addressOf, constructAt, sizeOf } from "tsmetal/unsafe";
import { BlockPool } from "../memory/block-pool.ts";
import { Counted, retain } from "../memory/counted.ts";
import type { Notification } from "./notification.ts";

export class Timer extends Counted {
  notification: Notification | null = null;
  bits: u64 = 0;
  isArmed: boolean = false;
  /** Since boot. */
  deadlineNs: u64 = 0;
  /** 0: once. */
  periodNs: u64 = 0;
  next: Timer | null = null;
}

const pool: BlockPool = new BlockPool((sizeOf(Timer) + 15) & ~u64(15));

/** Not armed, without references. Null when memory is out. */
export function createTimer(notification: Notification, bits: u64): Timer | null {
  const block: u64 = pool.allocate();
  if (block === 0) return null;
  const timer: Timer = constructAt(Timer, block);
  timer.notification = notification;
  timer.bits = bits;
  retain(notification);
  return timer;
}

/** Requires: no references, not armed. The reference on the notification is the caller's to drop. */
export function freeTimer(timer: Timer): void {
  assert(timer.references === 0 && !timer.isArmed);
  pool.free(addressOf(timer));
}
