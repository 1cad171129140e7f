// Kernel log: the last LOG_SIZE_BYTES of what the kernel said, kept in memory and sent to COM1.
// Owns:       the ring
// Invariants: (1) no formatting allocates: numbers are written digit by digit
//             (2) writtenCount - LOG_SIZE_BYTES .. writtenCount are the positions still in the ring
// Called:     from everywhere in the kernel, interrupts off

import { loadU8, storeU8, stringUnitsAddress, symbolAddress } from "tsmetal/unsafe";
import { writeSerial } from "./serial.ts";

export const LOG_SIZE_BYTES: u64 = 0x4000;
const LINE_FEED: u8 = 0x0a;
const DIGIT_ZERO: u8 = 0x30;
const LETTER_A_BELOW_TEN: u8 = 0x57;
const DECIMAL_DIGITS_MAX: u32 = 20;

let writtenCount: u64 = 0;
const digits: u8[] = new Array<u8>(20);

function ringAddress(): u64 {
  return symbolAddress("kernel_log_ring");
}

export function logByte(byte: u8): void {
  storeU8(ringAddress() + (writtenCount & (LOG_SIZE_BYTES - 1)), byte);
  writtenCount += 1;
  writeSerial(byte);
}

/** Requires: text is ASCII (one byte a unit). */
export function log(text: string): void {
  logBytes(stringUnitsAddress(text), u64(u32(text.length)));
}

export function logBytes(address: u64, sizeBytes: u64): void {
  for (let index: u64 = 0; index < sizeBytes; index++) logByte(loadU8(address + index));
}

export function logDecimal(value: u64): void {
  let rest: u64 = value;
  let count: u32 = 0;
  do {
    digits[count] = u8(rest % 10) + DIGIT_ZERO;
    rest = rest / 10;
    count += 1;
  } while (rest !== 0 && count < DECIMAL_DIGITS_MAX);
  while (count > 0) {
    count -= 1;
    logByte(digits[count]);
  }
}

/** `0x` and at least `digitsMin` hexadecimal digits. */
export function logHex(value: u64, digitsMin: u32): void {
  log("0x");
  let count: u32 = 16;
  while (count > digitsMin && count > 1 && value >> u64((count - 1) * 4) === 0) count -= 1;
  while (count > 0) {
    count -= 1;
    const digit: u8 = u8((value >> u64(count * 4)) & 0xf);
    logByte(digit < 10 ? digit + DIGIT_ZERO : digit + LETTER_A_BELOW_TEN);
  }
}

export function logEnd(): void {
  logByte(LINE_FEED);
}

export function logLine(text: string): void {
  log(text);
  logEnd();
}

/** Position behind the last byte; a reader that keeps positions can follow the log. */
export function logPosition(): u64 {
  return writtenCount;
}

/** The first position still in the ring. */
export function logFirstPosition(): u64 {
  return writtenCount > LOG_SIZE_BYTES ? writtenCount - LOG_SIZE_BYTES : 0;
}

/** Requires: logFirstPosition() <= position < logPosition(). */
export function logByteAt(position: u64): u8 {
  return loadU8(ringAddress() + (position & (LOG_SIZE_BYTES - 1)));
}
