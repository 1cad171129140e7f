// Signals: setting and taking notification bits.
// Invariants: see object/notification.ts
// Called:     from syscall, timers.ts and the trap handler; the caller reschedules. Interrupts off

import { addressOf, objectAt } from "tsmetal/unsafe";
import { LABEL_SIGNAL } from "../../abi/message.ts";
import { Status } from "../../abi/status.ts";
import { Endpoint } from "../object/endpoint.ts";
import type { Notification } from "../object/notification.ts";
import { type Thread, ThreadState } from "../object/thread.ts";
import { makeReady, runNext } from "../sched/scheduler.ts";
import { setMessage } from "./message.ts";

/** Sets bits; wakes the thread that waits, or the bound thread if it receives. */
export function signal(notification: Notification, bits: u64): void {
  const waiter: Thread | null = notification.waiter;
  if (waiter !== null) {
    notification.waiter = null;
    waiter.waitingOn = null;
    waiter.frame.rax = bits;
    makeReady(waiter);
    return;
  }
  notification.bits |= bits;
  const bound: Thread | null = notification.boundThread;
  if (bound === null || bound.state !== ThreadState.BlockedOnReceive) return;
  const waitingOn: Thread["waitingOn"] = bound.waitingOn;
  assert(waitingOn !== null);
  objectAt(Endpoint, addressOf(waitingOn)).remove(bound);
  bound.waitingOn = null;
  setMessage(bound, 0, u64(LABEL_SIGNAL), notification.bits, 0, 0, 0);
  notification.bits = 0;
  makeReady(bound);
}

/** The running thread waits. The answer is the bits, or a status; while it blocks, signal writes the bits into its frame. */
export function waitFor(thread: Thread, notification: Notification, mayBlock: boolean): i64 {
  const bits: u64 = notification.bits;
  if (bits !== 0) {
    notification.bits = 0;
    return i64(bits);
  }
  if (!mayBlock) return Status.WouldBlock;
  if (notification.waiter !== null) return Status.Busy;
  // commit
  notification.waiter = thread;
  thread.state = ThreadState.BlockedOnWait;
  thread.waitingOn = notification;
  runNext();
  return Status.Ok;
}
