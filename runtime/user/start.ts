// Start: what runs before and after a program's own top-level code, and what the core of the runtime asks of a profile.
// Owns:       the heap's growth inside the region that the kernel set aside.
// Called:     tsm_start by start.asm; the others by runtime/core.

import { finalStatus, runRemaining } from "../core/async/turns.ts";
import { allocateBlock, freeBlock } from "../core/memory/chosen-heap.ts";
import { writeProcessOutput } from "./output.ts";
import { processStart } from "./process.ts";
import { clock, close, createNotification, createTimer, exit, setTimer, wait } from "./system.ts";

/** @exportName __initialize */
declare function runModules(): void;

let heapUsedBytes: u64 = 0;

/**
 * @exportName tsm_start
 * @noreturn
 */
export function start(): never {
  runModules();
  runRemaining();
  exit(finalStatus());
}

/** @exportName tsm_request_memory */
export function requestMemory(sizeBytes: u64): u64 {
  if (sizeBytes > processStart().heapSizeBytes - heapUsedBytes) return 0;
  const address: u64 = processStart().heapBase + heapUsedBytes;
  heapUsedBytes += sizeBytes;
  return address;
}

/**
 * @exportName tsm_allocate_memory
 * @inline
 */
export function allocateFromHeap(sizeBytes: u64): u64 {
  return allocateBlock(sizeBytes);
}

/**
 * There is no report of leaks here.
 * @exportName tsm_keep_memory
 */
export function keepHeapMemory(_address: u64): void {}

/**
 * @exportName tsm_free_memory
 * @inline
 */
export function freeToHeap(address: u64, sizeBytes: u64): void {
  freeBlock(address, sizeBytes);
}

/** @exportName tsm_stack_top */
export function initialStack(): u64 {
  return processStart().stackTop;
}

/** @exportName tsm_write_error */
export function writeErrorOutput(address: u64, length: u64): void {
  writeProcessOutput(address, length);
}

/** @exportName tsm_terminate */
export function terminateProcess(status: u32): never {
  exit(status);
}

/** @exportName tsm_monotonic_clock */
export function monotonicClock(): u64 {
  return clock();
}

/** @exportName tsm_sleep_until */
export function sleepUntil(nanoseconds: u64): void {
  if (clock() >= nanoseconds) return;
  const notification: i64 = createNotification();
  assert(notification >= 0, "no notification to sleep on");
  const timer: i64 = createTimer(u32(notification), 1);
  assert(timer >= 0, "no timer to sleep on");
  setTimer(u32(timer), nanoseconds, 0);
  wait(u32(notification));
  close(u32(timer));
  close(u32(notification));
}
