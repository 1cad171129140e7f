// Clock: time that only moves forward, for measuring and for waiting, and the time of day.
// Manual:     Linux man-pages, section 2, clock_gettime, clock_nanosleep.

import { loadU64, storeU64, symbolAddress, systemCall } from "tsmetal/unsafe";

const CLOCK_GETTIME: u64 = 228;
const CLOCK_NANOSLEEP: u64 = 230;
const TIMER_ABSTIME: u64 = 1;
const INTERRUPTED: i64 = -4;
const CLOCK_REALTIME: u64 = 0;
const CLOCK_MONOTONIC: u64 = 1;
const NANOSECONDS_PER_SECOND: u64 = 1_000_000_000;
const NANOSECONDS_PER_MILLISECOND: u64 = 1_000_000;

/** Nanoseconds since some moment before the program began. */
export function monotonicNanoseconds(): u64 {
  const time: u64 = symbolAddress("tsm_clock_time");
  systemCall(CLOCK_GETTIME, CLOCK_MONOTONIC, time, 0, 0, 0, 0);
  return loadU64(time) * NANOSECONDS_PER_SECOND + loadU64(time + 8);
}

/** Waits until the clock shows this. */
export function sleepUntilMoment(nanoseconds: u64): void {
  const time: u64 = symbolAddress("tsm_clock_time");
  storeU64(time, nanoseconds / NANOSECONDS_PER_SECOND);
  storeU64(time + 8, nanoseconds % NANOSECONDS_PER_SECOND);
  while (systemCall(CLOCK_NANOSLEEP, CLOCK_MONOTONIC, TIMER_ABSTIME, time, 0, 0, 0) === INTERRUPTED);
}

/** Milliseconds since 1970. */
export function wallMilliseconds(): u64 {
  const time: u64 = symbolAddress("tsm_clock_time");
  systemCall(CLOCK_GETTIME, CLOCK_REALTIME, time, 0, 0, 0, 0);
  return loadU64(time) * 1000 + loadU64(time + 8) / NANOSECONDS_PER_MILLISECOND;
}
