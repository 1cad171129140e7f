// Jobs: the queue of what promises put off.
// Owns:       the queue; the promises that were rejected while nobody listened.
// Invariants: (1) jobs run in the order in which they were queued, all of them before the next timer
//             (2) a rejection counts as unhandled when the queue has become empty and still nobody listens
// Manual:     ECMA-262 "Jobs and Host Operations to Enqueue Jobs".

import { handleUncaught } from "../errors/uncaught.ts";
import { haveJobs } from "./turns.ts";

/** What the queue has to know of a promise that was rejected. */
export class Rejection {
  reason: unknown;
  isHandled: boolean = false;
}

let queue: (() => void)[] = [];
let rejections: Rejection[] = [];

export function queueJob(job: () => void): void {
  haveJobs(runJobs);
  queue.push(job);
}

export function noteRejection(rejection: Rejection): void {
  haveJobs(runJobs);
  rejections.push(rejection);
}

function runJobs(): void {
  while (queue.length > 0) {
    const batch = queue;
    queue = [];
    for (const job of batch) runJob(job);
  }
  const noted = rejections;
  rejections = [];
  for (const rejection of noted) if (!rejection.isHandled) handleUncaught(rejection.reason);
}

function runJob(job: () => void): void {
  try {
    job();
  } catch (error) {
    handleUncaught(error);
  }
}
