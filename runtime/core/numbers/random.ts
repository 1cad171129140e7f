// Random numbers: xorshift128+, seeded by the processor's clock when first asked.
// Not for secrets: who has seen some numbers knows the others.

import { readTimeStampCounter } from "tsmetal/unsafe";

const STEP: u64 = 0x9e37_79b9_7f4a_7c15;
/** A number has 53 bits. */
const UNUSED_BITS: u64 = 11;
const SCALE: number = 1.1102230246251565e-16;

let first: u64 = 0;
let second: u64 = 0;

/** At least 0, less than 1. */
export function random(): number {
  if ((first | second) === 0) seed();
  let mixed: u64 = first;
  const kept: u64 = second;
  first = kept;
  mixed ^= mixed << 23;
  mixed = mixed ^ kept ^ (mixed >>> 17) ^ (kept >>> 26);
  second = mixed;
  return Number((mixed + kept) >>> UNUSED_BITS) * SCALE;
}

function seed(): void {
  const time: u64 = readTimeStampCounter();
  first = scramble(time + STEP);
  second = scramble(time + STEP + STEP) | 1;
}

/** Every bit of the result depends on every bit of the value. */
function scramble(value: u64): u64 {
  let mixed: u64 = (value ^ (value >>> 30)) * 0xbf58_476d_1ce4_e5b9;
  mixed = (mixed ^ (mixed >>> 27)) * 0x94d0_49bb_1331_11eb;
  return mixed ^ (mixed >>> 31);
}
