// Profile: what runtime/core asks the system it runs on for, answered by Linux.

import { loadU64, symbolAddress } from "tsmetal/unsafe";
import { heapAllocate, heapFree, keepForever } from "../core/memory/heap.ts";
import { monotonicNanoseconds, sleepUntilMoment, wallMilliseconds } from "./clock.ts";
import { flushOutput, writeBytes } from "./output.ts";
import { exitGroup, fillRandom, mapMemory, STANDARD_ERROR } from "./system.ts";

/** @exportName tsm_write_error */
export function writeErrorOutput(address: u64, length: u64): void {
  writeBytes(STANDARD_ERROR, address, length);
}

/**
 * @exportName tsm_terminate
 * @noreturn
 */
export function terminateProcess(status: u32): never {
  flushOutput();
  exitGroup(status);
}

/** @exportName tsm_request_memory */
export function requestPages(sizeBytes: u64): u64 {
  return mapMemory(sizeBytes);
}

/**
 * @exportName tsm_allocate_memory
 * @inline
 */
export function allocateFromHeap(sizeBytes: u64): u64 {
  return heapAllocate(sizeBytes);
}

/** @exportName tsm_keep_memory */
export function keepHeapMemory(address: u64): void {
  keepForever(address);
}

/**
 * @exportName tsm_free_memory
 * @inline
 */
export function freeToHeap(address: u64, sizeBytes: u64): void {
  heapFree(address, sizeBytes);
}

/** @exportName tsm_stack_top */
export function initialStack(): u64 {
  return loadU64(symbolAddress("tsm_initial_stack"));
}

/** @exportName tsm_monotonic_clock */
export function monotonicClock(): u64 {
  return monotonicNanoseconds();
}

/** @exportName tsm_fill_random */
export function fillRandomBytes(address: u64, size: u64): void {
  fillRandom(address, size);
}

/** @exportName tsm_wall_clock */
export function wallClock(): u64 {
  return wallMilliseconds();
}

/** @exportName tsm_sleep_until */
export function sleepUntil(nanoseconds: u64): void {
  flushOutput();
  sleepUntilMoment(nanoseconds);
}
