// Performance: the clock of programs.
// Manual:     W3C "High Resolution Time".

/** @exportName tsm_monotonic_clock */
declare function monotonicClock(): u64;

const NANOSECONDS_PER_MILLISECOND = 1_000_000;

let origin: u64 = 0;

/** Milliseconds, with fractions, since the program first asked. */
export function now(): number {
  const time: u64 = monotonicClock();
  if (origin === 0) origin = time;
  return Number(time - origin) / NANOSECONDS_PER_MILLISECOND;
}
