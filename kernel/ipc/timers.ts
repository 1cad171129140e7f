// Timers: the list of armed timers, and what happens when their time comes.
// Owns:       the deadline list
// Invariants: (1) the list is in order of deadlines; the alarm knows the first one
// Called:     from syscall, lifetime.ts and the trap handler, interrupts off

import { clockNs, nsToDeadline } from "../arch/x64/clock.ts";
import type { Notification } from "../object/notification.ts";
import type { Timer } from "../object/timer.ts";
import { NO_DEADLINE, setTimerDeadline } from "../sched/alarm.ts";
import { signal } from "./signal.ts";

let first: Timer | null = null;

function announceFirst(): void {
  setTimerDeadline(first === null ? NO_DEADLINE : nsToDeadline(first.deadlineNs));
}

function enlist(timer: Timer): void {
  let before: Timer | null = null;
  let after: Timer | null = first;
  while (after !== null && after.deadlineNs <= timer.deadlineNs) {
    before = after;
    after = after.next;
  }
  timer.next = after;
  timer.isArmed = true;
  if (before === null) first = timer;
  else before.next = timer;
}

function delist(timer: Timer): void {
  let before: Timer | null = null;
  let candidate: Timer | null = first;
  while (candidate !== null && candidate !== timer) {
    before = candidate;
    candidate = candidate.next;
  }
  assert(candidate !== null);
  if (before === null) first = timer.next;
  else before.next = timer.next;
  timer.next = null;
  timer.isArmed = false;
}

export function disarmTimer(timer: Timer): void {
  if (!timer.isArmed) return;
  const wasFirst: boolean = first === timer;
  delist(timer);
  if (wasFirst) announceFirst();
}

/** Deadline 0 only disarms. */
export function armTimer(timer: Timer, deadlineNs: u64, periodNs: u64): void {
  disarmTimer(timer);
  if (deadlineNs === 0) return;
  timer.deadlineNs = deadlineNs;
  timer.periodNs = periodNs;
  enlist(timer);
  if (first === timer) announceFirst();
}

/** Signals every timer that is due; periods that were missed are skipped, not made up for. */
export function expireTimers(): void {
  const now: u64 = clockNs();
  let timer: Timer | null = first;
  if (timer === null || timer.deadlineNs > now) return;
  while (timer !== null && timer.deadlineNs <= now) {
    delist(timer);
    if (timer.periodNs !== 0) {
      const missed: u64 = (now - timer.deadlineNs) / timer.periodNs;
      timer.deadlineNs += (missed + 1) * timer.periodNs;
      enlist(timer);
    }
    const notification: Notification | null = timer.notification;
    if (notification !== null) signal(notification, timer.bits);
    timer = first;
  }
  announceFirst();
}
