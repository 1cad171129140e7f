// PIT: the 8254 timer. Channel 2 measures the processor's clock, channel 0 is the alarm of machines without a local APIC.
// Owns:       ports 40..43; bits 0 and 1 of port 61
// Invariants: (1) every wait is bounded by loop turns: on some machines the PIT is dead
// Called:     from clock.ts and timer.ts, interrupts off
// Manual:     Intel 8254 data sheet "Mode 0: Interrupt on Terminal Count"

import { inputByte, outputByte, readTimeStampCounter } from "tsmetal/unsafe";

export const PIT_FREQUENCY_HZ: u64 = 1_193_182;
export const PIT_COUNT_MAX: u64 = 0xffff;
/** ISA interrupt line of channel 0. */
export const PIT_ISA_LINE: u32 = 0;
const CHANNEL_0_PORT: u16 = 0x40;
const CHANNEL_2_PORT: u16 = 0x42;
const COMMAND_PORT: u16 = 0x43;
const SPEAKER_PORT: u16 = 0x61;
const COMMAND_CHANNEL_0_ONE_SHOT: u8 = 0x30;
const COMMAND_CHANNEL_2_ONE_SHOT: u8 = 0xb0;
const SPEAKER_GATE: u8 = 0x01;
const SPEAKER_ON: u8 = 0x02;
const SPEAKER_OUTPUT: u8 = 0x20;
const SPINS_MAX: u32 = 10_000_000;

/** Time stamp ticks that pass during `count` PIT periods, or 0 when the PIT does not count. */
export function measureByPit(count: u16): u64 {
  outputByte(SPEAKER_PORT, inputByte(SPEAKER_PORT) & ~(SPEAKER_ON | SPEAKER_GATE));
  outputByte(COMMAND_PORT, COMMAND_CHANNEL_2_ONE_SHOT);
  outputByte(CHANNEL_2_PORT, u8(count));
  outputByte(CHANNEL_2_PORT, u8(count >> 8));
  const start: u64 = readTimeStampCounter();
  outputByte(SPEAKER_PORT, inputByte(SPEAKER_PORT) | SPEAKER_GATE);
  for (let spins: u32 = 0; spins < SPINS_MAX; spins++) {
    if ((inputByte(SPEAKER_PORT) & SPEAKER_OUTPUT) !== 0) return readTimeStampCounter() - start;
  }
  return 0;
}

/** Raises the channel 0 interrupt once, after `count` periods (1 .. PIT_COUNT_MAX). */
export function startPitAlarm(count: u16): void {
  outputByte(COMMAND_PORT, COMMAND_CHANNEL_0_ONE_SHOT);
  outputByte(CHANNEL_0_PORT, u8(count));
  outputByte(CHANNEL_0_PORT, u8(count >> 8));
}
