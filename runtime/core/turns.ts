// Turns: what a program still does when its top-level code has ended: jobs, and then one timer after the other.
// Invariants: (1) before each timer, and before the end, there is no job left
// Called:     by the profiles' start code. A program that puts nothing off has nothing of the queues in it.

import { writeErrorText } from "./error-text.ts";

/** Exit status as Node has it. */
const UNSETTLED_STATUS: u32 = 13;

let unfinishedModules: u32 = 0;
let runJobs: (() => void) | null = null;
let runNextTimer: (() => boolean) | null = null;

/** Takes note of what runs all jobs that are queued. */
export function haveJobs(run: () => void): void {
  if (runJobs === null) runJobs = run;
}

/** Takes note of what waits for the next timer and runs it; false when there is none. */
export function haveTimers(runNext: () => boolean): void {
  if (runNextTimer === null) runNextTimer = runNext;
}

export function runRemaining(): void {
  do {
    const run = runJobs;
    if (run !== null) run();
  } while (hadTimer());
}

export function moduleBegins(): void {
  unfinishedModules++;
}

export function moduleEnds(): void {
  unfinishedModules--;
}

/** What the program ends with when nothing is left to do. */
export function finalStatus(): u32 {
  if (unfinishedModules === 0) return 0;
  writeErrorText("warning: a top-level await was never settled\n");
  return UNSETTLED_STATUS;
}

function hadTimer(): boolean {
  const run = runNextTimer;
  if (run === null) return false;
  return run();
}
