// Error text: what a dying program still says, without allocating.
// Called:     by panics and backtraces, in any state of the heap, in the kernel before its modules are initialised.

import { loadU8, stringUnitsAddress } from "tsmetal/unsafe";

/**
 * Puts bytes where the profile reports errors. The profile defines it.
 * @exportName tsm_write_error
 */
export declare function writeError(address: u64, length: u64): void;

/**
 * Ends the program (the kernel: the machine). The profile defines it.
 * @exportName tsm_terminate
 * @noreturn
 */
export declare function terminate(status: u32): never;

/** Requires: the text is ASCII. */
export function writeErrorText(text: string): void {
  writeError(stringUnitsAddress(text), u64(text.length));
}

/** A text that ends with a zero byte. */
export function writeErrorBytes(address: u64): void {
  let length: u64 = 0;
  while (loadU8(address + length) !== 0) length++;
  writeError(address, length);
}

export function writeErrorDecimal(value: u64): void {
  let divisor: u64 = 1;
  while (value / divisor >= 10) divisor *= 10;
  while (divisor !== 0) {
    writeErrorDigit((value / divisor) % 10);
    divisor /= 10;
  }
}

export function writeErrorHex(value: u64): void {
  writeErrorText("0x");
  let shift: u64 = 0;
  while (shift < 60 && value >>> (shift + 4) !== 0) shift += 4;
  while (shift !== 0) {
    writeErrorDigit((value >>> shift) & 15);
    shift -= 4;
  }
  writeErrorDigit(value & 15);
}

function writeErrorDigit(digit: u64): void {
  writeError(stringUnitsAddress("0123456789abcdef") + digit, 1);
}
