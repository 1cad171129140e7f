// Alarm: when the timer must interrupt next: at the end of a time slice, or at the deadline of a timer object.
// Owns:       the alarm hardware's setting
// Invariants: (1) the hardware is set for the earlier of the two deadlines, or earlier; without deadlines it is silent (tickless)
// Called:     from scheduler.ts, ipc/timers.ts and the trap handler, interrupts off

import { readTimeStampCounter } from "tsmetal/unsafe";
import { nsToTicks } from "../arch/x64/clock.ts";
import { startAlarm } from "../arch/x64/timer.ts";

const SLICE_NS: u64 = 10_000_000;
export const NO_DEADLINE: u64 = 0xffff_ffff_ffff_ffff;

/** Both in time stamp ticks. */
let sliceDeadline: u64 = NO_DEADLINE;
let timerDeadline: u64 = NO_DEADLINE;
let sliceTicks: u64 = 0;

export function initialiseAlarm(): void {
  sliceTicks = nsToTicks(SLICE_NS);
}

/** Sets the hardware for the earlier deadline. A deadline that has passed interrupts at once. */
export function setAlarm(): void {
  const deadline: u64 = sliceDeadline < timerDeadline ? sliceDeadline : timerDeadline;
  if (deadline === NO_DEADLINE) return;
  const now: u64 = readTimeStampCounter();
  startAlarm(deadline > now ? deadline - now : 0);
}

/** A thread became ready: if no slice runs, one begins now. */
export function requestSlice(): void {
  if (sliceDeadline !== NO_DEADLINE) return;
  sliceDeadline = readTimeStampCounter() + sliceTicks;
  if (sliceDeadline < timerDeadline) setAlarm();
}

/** True when the slice is over; then none runs until requestSlice. */
export function takeSliceEnd(now: u64): boolean {
  if (now < sliceDeadline) return false;
  sliceDeadline = NO_DEADLINE;
  return true;
}

/** The earliest deadline of all timer objects, in time stamp ticks, or NO_DEADLINE. */
export function setTimerDeadline(deadline: u64): void {
  timerDeadline = deadline;
  setAlarm();
}
