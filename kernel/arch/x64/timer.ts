// Alarm hardware: one interrupt at or before a given time: the local APIC's timer, or PIT channel 0 on machines without.
// Owns:       both timers
// Invariants: (1) an alarm may come early (the hardware's reach is limited), never unboundedly late: who set it looks at the clock
// Called:     from sched/alarm.ts, interrupts off; set up by main.ts after clock.ts and interrupt-controller.ts
// Manual:     SDM 3A "APIC Timer"

import { readTimeStampCounter } from "tsmetal/unsafe";
import { applyScale, nsToTicks, scaleRatio, tscFrequencyHz } from "./clock.ts";
import { enableLine, lineOfIsa, usesIoApic } from "./interrupt-controller.ts";
import { localTimerCount, restartLocalTimer, startLocalTimer } from "./local-apic.ts";
import { PIT_COUNT_MAX, PIT_FREQUENCY_HZ, PIT_ISA_LINE, startPitAlarm } from "./pit.ts";

const LOCAL_COUNT_MAX: u64 = 0xffff_ffff;
/** 0.1 ms: both counters are exact, only reading them takes time. */
const CALIBRATION_NS: u64 = 100_000;
const CALIBRATION_ROUNDS: u32 = 3;

/** Alarm counts for one tick of the time stamp counter, scaled (clock.ts). */
let countScale: u64 = 0;
let countMax: u64 = 0;

/** The ticks enclose the counting, so a delay between two reads (a busy host) makes the scale too small: alarms come early, never late. */
function measureLocalTimerOnce(): u64 {
  const window: u64 = nsToTicks(CALIBRATION_NS);
  const start: u64 = readTimeStampCounter();
  startLocalTimer(u32(LOCAL_COUNT_MAX), false);
  while (readTimeStampCounter() - start < window);
  const counted: u64 = LOCAL_COUNT_MAX - u64(localTimerCount());
  return scaleRatio(counted, readTimeStampCounter() - start);
}

/** The best of some measurements. */
function measureLocalTimer(): u64 {
  let best: u64 = 0;
  for (let round: u32 = 0; round < CALIBRATION_ROUNDS; round++) {
    const scale: u64 = measureLocalTimerOnce();
    if (scale > best) best = scale;
  }
  return best;
}

export function initialiseTimer(): void {
  if (usesIoApic()) {
    countScale = measureLocalTimer();
    countMax = LOCAL_COUNT_MAX;
    startLocalTimer(0, true);
    return;
  }
  countScale = scaleRatio(PIT_FREQUENCY_HZ, tscFrequencyHz());
  countMax = PIT_COUNT_MAX;
  enableLine(lineOfIsa(PIT_ISA_LINE));
}

/** Interrupts once when `ticks` of the time stamp counter have passed, or earlier. */
export function startAlarm(ticks: u64): void {
  let count: u64 = applyScale(ticks, countScale) + 1;
  if (count > countMax) count = countMax;
  if (usesIoApic()) restartLocalTimer(u32(count));
  else startPitAlarm(u16(count));
}

/** The line is the kernel's own: the PIT's, where that is the alarm. */
export function isTimerLine(line: u32): boolean {
  return !usesIoApic() && line === lineOfIsa(PIT_ISA_LINE);
}
