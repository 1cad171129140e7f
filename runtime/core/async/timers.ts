// Timers: setTimeout, setInterval and their ends.
// Owns:       the timers that wait, the next one first.
// Invariants: (1) timers due at the same millisecond run in the order in which they were set
//             (2) while code runs, the time of the loop stands still, as it does in Node: delays count from there
// Manual:     Node "Timers"; HTML "Timers".

import { handleUncaught } from "../errors/uncaught.ts";
import { haveTimers, Wait } from "./turns.ts";

/**
 * Nanoseconds since some moment before the program began. The profile defines it.
 * @exportName tsm_monotonic_clock
 */
declare function monotonicClock(): u64;

/**
 * Waits until the clock shows this. The profile defines it.
 * @exportName tsm_sleep_until
 */
declare function sleepUntil(nanoseconds: u64): void;

const NANOSECONDS_PER_MILLISECOND: u64 = 1_000_000;
const DELAY_MAX = 0x7fff_ffff;

/** What setTimeout and setInterval give. */
export class Timeout {
  /** In milliseconds of the clock. */
  due: u64 = 0;
  /** Null once it has run or was cleared. */
  callback: (() => void) | null;
  readonly delay: u64;
  readonly isRepeated: boolean;
  /** Whether the program goes on for it when nothing else is left to do. */
  private isAwaited: boolean = true;

  constructor(callback: () => void, delay: u64, isRepeated: boolean) {
    this.callback = callback;
    this.delay = delay;
    this.isRepeated = isRepeated;
  }

  hasRef(): boolean {
    return this.isAwaited;
  }

  ref(): Timeout {
    this.isAwaited = true;
    return this;
  }

  /** From now on the program ends without waiting for it. */
  unref(): Timeout {
    this.isAwaited = false;
    return this;
  }

  /** Its time begins anew. */
  refresh(): Timeout {
    if (this.callback === null) return this;
    forget(this);
    return start(this);
  }
}

const waiting: Timeout[] = [];
let loopTime: u64 = 0;

export function setTimeout(callback: () => void, delay: number | undefined = undefined): Timeout {
  return start(new Timeout(callback, wholeDelay(delay), false));
}

export function setInterval(callback: () => void, delay: number | undefined = undefined): Timeout {
  return start(new Timeout(callback, wholeDelay(delay), true));
}

export function clearTimeout(timer: Timeout | undefined): void {
  if (timer === undefined) return;
  timer.callback = null;
  forget(timer);
}

function forget(timer: Timeout): void {
  const place = waiting.indexOf(timer);
  if (place >= 0) waiting.splice(place, 1);
}

export function clearInterval(timer: Timeout | undefined): void {
  clearTimeout(timer);
}

/** Runs the timer that is next, if the wait for it is not too long; whether there was one. */
function runNextTimer(wait: Wait): boolean {
  if (waiting.length === 0) return false;
  if (wait === Wait.Long && !waiting.some((timer) => timer.hasRef())) return false;
  if (wait === Wait.ReadClock) readClock();
  const timer = waiting[0];
  if (timer.due > loopTime) {
    if (wait !== Wait.Long) return false;
    sleepUntil(timer.due * NANOSECONDS_PER_MILLISECOND);
    readClock();
  }
  waiting.shift();
  runCallback(timer);
  return true;
}

function readClock(): void {
  loopTime = monotonicClock() / NANOSECONDS_PER_MILLISECOND;
}

/** When the next timer is due, in nanoseconds of the clock; 0 where none waits. */
export function nextDue(): u64 {
  return waiting.length === 0 ? 0 : waiting[0].due * NANOSECONDS_PER_MILLISECOND;
}

function runCallback(timer: Timeout): void {
  const { callback } = timer;
  if (callback === null) return;
  if (!timer.isRepeated) timer.callback = null;
  try {
    callback();
  } catch (error) {
    handleUncaught(error);
  }
  if (timer.isRepeated && timer.callback !== null) start(timer);
}

function start(timer: Timeout): Timeout {
  haveTimers(runNextTimer);
  if (loopTime === 0) readClock();
  timer.due = loopTime + timer.delay;
  let place = waiting.length;
  while (place > 0 && waiting[place - 1].due > timer.due) place--;
  waiting.splice(place, 0, timer);
  return timer;
}

/** Whole milliseconds, at least one; what is no sensible delay is one, too. */
function wholeDelay(delay: number | undefined): u64 {
  if (delay === undefined || !(delay >= 1) || delay > DELAY_MAX) return 1;
  return u64(delay);
}
