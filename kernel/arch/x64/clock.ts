// Clock: nanoseconds since boot, from the time stamp counter, whose frequency is asked of the CPU or measured in one short window.
// Owns:       the conversion factors
// Invariants: (1) ticks and nanoseconds convert by one multiplication, exact to a part in 2^60
//             (2) nothing wraps within 30 years
// Called:     from everywhere; set up by main.ts
// Manual:     SDM 3B "Time-Stamp Counter"; IA-PC HPET 1.0a "General Capabilities and ID Register"
//
//   nanoseconds = ticks * 16 * nanosecondScale / 2^64      nanosecondScale = 2^60 * 10^9 / frequency

import { loadVolatileU64, multiplyHighUnsigned, readTimeStampCounter, storeVolatileU64 } from "tsmetal/unsafe";
import { cpuFeatures } from "./cpu-features.ts";
import { measureByPit, PIT_FREQUENCY_HZ } from "./pit.ts";

const NANOSECONDS_PER_SECOND: u64 = 1_000_000_000;
const FEMTOSECONDS_PER_SECOND: u64 = 1_000_000_000_000_000;
const SCALE_BITS: u32 = 60;
const TICKS_MAX: u64 = 0x0fff_ffff_ffff_ffff;
/** 5 ms: the PIT's own step is about a microsecond. */
const PIT_WINDOW: u16 = 5966;
/** 1 ms. */
const HPET_WINDOW_FS: u64 = 1_000_000_000_000;
const HPET_PERIOD_MAX_FS: u64 = 100_000_000;
const HPET_CONFIGURATION: u64 = 0x10;
const HPET_ENABLE: u64 = 1;
const HPET_COUNTER: u64 = 0xf0;
const HPET_SPINS_MAX: u32 = 10_000_000;
/** Taken when nothing on the machine can tell: then time runs wrong by some factor, but it runs. */
const FREQUENCY_GUESS_HZ: u64 = 2_000_000_000;

let frequencyHz: u64 = 0;
let startTicks: u64 = 0;
let nanosecondScale: u64 = 0;
let tickScale: u64 = 0;
let isGuessed: boolean = false;

/** floor(numerator * 2^SCALE_BITS / denominator), saturated. Requires: denominator < 2^63. */
export function scaleRatio(numerator: u64, denominator: u64): u64 {
  let quotient: u64 = numerator / denominator;
  let remainder: u64 = numerator % denominator;
  for (let bit: u32 = 0; bit < SCALE_BITS; bit++) {
    if (quotient >> 63 !== 0) return 0xffff_ffff_ffff_ffff;
    quotient = quotient << 1;
    remainder = remainder << 1;
    if (remainder >= denominator) {
      remainder -= denominator;
      quotient += 1;
    }
  }
  return quotient;
}

/** value * scale / 2^SCALE_BITS, for values up to TICKS_MAX. */
export function applyScale(value: u64, scale: u64): u64 {
  return multiplyHighUnsigned((value > TICKS_MAX ? TICKS_MAX : value) << 4, scale);
}

/** Frequency by the HPET, or 0 when it does not count. */
function measureByHpet(registers: u64): u64 {
  const periodFs: u64 = loadVolatileU64(registers) >> 32;
  if (periodFs === 0 || periodFs > HPET_PERIOD_MAX_FS) return 0;
  storeVolatileU64(registers + HPET_CONFIGURATION, loadVolatileU64(registers + HPET_CONFIGURATION) | HPET_ENABLE);
  const window: u64 = HPET_WINDOW_FS / periodFs;
  const startCount: u64 = loadVolatileU64(registers + HPET_COUNTER);
  const start: u64 = readTimeStampCounter();
  for (let spins: u32 = 0; spins < HPET_SPINS_MAX; spins++) {
    const passed: u64 = loadVolatileU64(registers + HPET_COUNTER) - startCount;
    if (passed < window) continue;
    const ticks: u64 = readTimeStampCounter() - start;
    return (ticks * (FEMTOSECONDS_PER_SECOND / periodFs)) / passed;
  }
  return 0;
}

function findFrequency(hpetRegisters: u64): u64 {
  if (cpuFeatures.tscFrequencyHz !== 0) return cpuFeatures.tscFrequencyHz;
  const byHpet: u64 = hpetRegisters === 0 ? 0 : measureByHpet(hpetRegisters);
  if (byHpet !== 0) return byHpet;
  const ticks: u64 = measureByPit(PIT_WINDOW);
  if (ticks !== 0) return (ticks * PIT_FREQUENCY_HZ) / u64(PIT_WINDOW);
  isGuessed = true;
  return FREQUENCY_GUESS_HZ;
}

/** `bootTicks`: the counter at the first instruction of the boot path, where time begins. `hpetRegisters`: 0 without HPET. */
export function initialiseClock(bootTicks: u64, hpetRegisters: u64): void {
  frequencyHz = findFrequency(hpetRegisters);
  nanosecondScale = scaleRatio(NANOSECONDS_PER_SECOND, frequencyHz);
  tickScale = scaleRatio(frequencyHz, NANOSECONDS_PER_SECOND);
  startTicks = bootTicks;
}

export function tscFrequencyHz(): u64 {
  return frequencyHz;
}

/** No source could measure the frequency. */
export function isClockGuessed(): boolean {
  return isGuessed;
}

export function ticksToNs(ticks: u64): u64 {
  return applyScale(ticks, nanosecondScale);
}

export function clockNs(): u64 {
  return applyScale(readTimeStampCounter() - startTicks, nanosecondScale);
}

/** The value of the time stamp counter at that time since boot. */
export function nsToDeadline(timeNs: u64): u64 {
  return startTicks + applyScale(timeNs, tickScale);
}

export function nsToTicks(durationNs: u64): u64 {
  return applyScale(durationNs, tickScale);
}
