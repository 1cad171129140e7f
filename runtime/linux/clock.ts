// Clock: time that only moves forward, for measuring.
// Manual:     Linux man-pages, section 2, clock_gettime.

import { loadU64, symbolAddress, systemCall } from "tsmetal/unsafe";

const CLOCK_GETTIME: u64 = 228;
const CLOCK_MONOTONIC: u64 = 1;
const NANOSECONDS_PER_SECOND: u64 = 1_000_000_000;

/** Nanoseconds since some moment before the program began. */
export function monotonicNanoseconds(): u64 {
  const time: u64 = symbolAddress("tsm_clock_time");
  systemCall(CLOCK_GETTIME, CLOCK_MONOTONIC, time, 0, 0, 0, 0);
  return loadU64(time) * NANOSECONDS_PER_SECOND + loadU64(time + 8);
}
