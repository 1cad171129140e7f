// Turns: what a program still does when its top-level code has ended: jobs, and then one timer after the other.
// Invariants: (1) before each timer, and before the end, there is no job left
// Called:     by the profiles' start code. A program that puts nothing off has nothing of the queues in it.

import { writeErrorText } from "../errors/error-text.ts";

/** Exit status as Node has it. */
const UNSETTLED_STATUS: u32 = 13;

let unfinishedModules: u32 = 0;
let runJobs: (() => void) | null = null;
let runTicks: (() => boolean) | null = null;
let runNextTimer: ((wait: Wait) => boolean) | null = null;
let runEvents: ((mayWait: boolean) => boolean) | null = null;
let runImmediates: (() => void) | null = null;
let hasImmediates: boolean = false;
/** Whether the clock is to be read before the next timer. */
let isNewRound: boolean = false;
let statusAtEnd: ((status: u32) => u32) | null = null;

/** How far timers may wait. */
export const enum Wait {
  /** Only those that are due at the time of the loop. */
  None = 0,
  /** Those that are due now. */
  ReadClock = 1,
  /** The next one, whenever it is. */
  Long = 2,
}

/** Takes note of what runs all jobs that are queued. */
export function haveJobs(run: () => void): void {
  if (runJobs === null) runJobs = run;
}

/** Takes note of what waits for the next timer and runs it; false when there is none. */
export function haveTimers(runNext: (wait: Wait) => boolean): void {
  if (runNextTimer === null) runNextTimer = runNext;
}

/** Takes note of what runs the ticks that are queued: before the jobs, but for those of the top-level code. Whether there was one. */
export function haveTicks(run: () => boolean): void {
  runTicks = run;
}

/** Takes note of what runs what has come from outside, and may wait for it; whether anything can still come. */
export function haveEvents(run: (mayWait: boolean) => boolean): void {
  runEvents = run;
}

/** There are immediates to be run, after the timers that are due. */
export function haveImmediates(run: () => void): void {
  runImmediates = run;
  hasImmediates = true;
}

/** Takes note of what is to be done at the end, which gives the status. */
export function haveEnd(run: (status: u32) => u32): void {
  statusAtEnd = run;
}

export function runRemaining(): void {
  runJobs?.();
  do finishTurn();
  while (hadTurn());
}

/** Runs the ticks and the jobs that are queued, and those that they queue. */
export function finishTurn(): void {
  let isDone = false;
  while (!isDone) {
    isDone = !(runTicks?.() ?? false);
    runJobs?.();
  }
}

export function moduleBegins(): void {
  unfinishedModules++;
}

export function moduleEnds(): void {
  unfinishedModules--;
}

/** What the program ends with when nothing is left to do. */
export function finalStatus(): u32 {
  let status: u32 = 0;
  if (unfinishedModules > 0) {
    writeErrorText("warning: a top-level await was never settled\n");
    status = UNSETTLED_STATUS;
  }
  return statusOfEnd(status);
}

/** What the program ends with where this is the status so far. */
export function statusOfEnd(status: u32): u32 {
  const run = statusAtEnd;
  return run === null ? status : run(status);
}

/** One timer, or one round of events or of immediates: in each round of the loop in this order. */
function hadTurn(): boolean {
  const runTimer = runNextTimer;
  if (runTimer !== null) {
    const wait = isNewRound ? Wait.ReadClock : Wait.None;
    isNewRound = false;
    if (runTimer(wait)) return true;
  }
  const hasEvents = runEvents?.(!hasImmediates) ?? false;
  isNewRound = true;
  if (hasImmediates) {
    hasImmediates = false;
    runImmediates?.();
    return true;
  }
  if (hasEvents) return true;
  return runTimer?.(Wait.Long) ?? false;
}
