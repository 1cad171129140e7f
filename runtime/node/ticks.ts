// Ticks and immediates: what Node runs before the jobs of promises, and after the timers that are due.
// Owns:       both queues.
// Manual:     Node "Process", process.nextTick; "Timers", setImmediate.

import { finishTurn, haveImmediates, haveTicks } from "../core/async/turns.ts";
import { handleUncaught } from "../core/errors/uncaught.ts";

let ticks: (() => void)[] = [];
let immediates: Immediate[] = [];

/** What setImmediate gives. */
export class Immediate {
  /** Null once it was cleared. */
  callback: (() => void) | null;

  constructor(callback: () => void) {
    this.callback = callback;
  }
}

export function queueTick(callback: () => void): void {
  haveTicks(runTicks);
  ticks.push(callback);
}

export function queueImmediate(callback: () => void): Immediate {
  const immediate = new Immediate(callback);
  haveImmediates(runImmediates);
  immediates.push(immediate);
  return immediate;
}

function runTicks(): boolean {
  const hadAny = ticks.length > 0;
  while (ticks.length > 0) {
    const batch = ticks;
    ticks = [];
    for (const tick of batch) runGuarded(tick);
  }
  return hadAny;
}

/** Those that are queued now: what they queue is for the next round. */
function runImmediates(): void {
  const batch = immediates;
  immediates = [];
  for (const { callback } of batch) {
    if (callback === null) continue;
    runGuarded(callback);
    finishTurn();
  }
}

export function runGuarded(callback: () => void): void {
  try {
    callback();
  } catch (error) {
    handleUncaught(error);
  }
}
