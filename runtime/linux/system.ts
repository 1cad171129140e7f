// System: the Linux system calls that the runtime makes.
// Manual:     Linux man-pages, section 2.

import { systemCall } from "tsmetal/unsafe";
import { panic } from "../core/errors/panic.ts";

const enum LinuxCall {
  Write = 1,
  MapMemory = 9,
  SignalAction = 13,
  SignalStack = 131,
  ExitGroup = 231,
  GetRandom = 318,
}

export const STANDARD_OUTPUT: u64 = 1;
export const STANDARD_ERROR: u64 = 2;

const INTERRUPTED: i64 = -4;
const PROTECTION_READ_WRITE: u64 = 3;
const MAP_PRIVATE_ANONYMOUS: u64 = 0x22;
const NO_FILE: u64 = 0xffff_ffff_ffff_ffff;

/** Writes all bytes. An error ends the attempt: a program whose output is closed goes on. */
export function writeFully(descriptor: u64, address: u64, size: u64): void {
  let written: u64 = 0;
  while (written < size) {
    const result: i64 = systemCall(LinuxCall.Write, descriptor, address + written, size - written, 0, 0, 0);
    if (result > 0) written += u64(result);
    else if (result !== INTERRUPTED) return;
  }
}

/** Fills memory with random bits. */
export function fillRandom(address: u64, size: u64): void {
  let filled: u64 = 0;
  while (filled < size) {
    const result: i64 = systemCall(LinuxCall.GetRandom, address + filled, size - filled, 0, 0, 0, 0);
    if (result > 0) filled += u64(result);
    else if (result !== INTERRUPTED) panic("the system gives no random bits");
  }
}

/** @noreturn */
export function exitGroup(status: u32): never {
  while (true) systemCall(LinuxCall.ExitGroup, u64(status), 0, 0, 0, 0, 0);
}

/** What happens on a signal; action: struct sigaction of the kernel, with a signal set of 8 bytes. */
export function setSignalAction(signal: u64, action: u64): void {
  systemCall(LinuxCall.SignalAction, signal, action, 0, 8, 0, 0);
}

/** The stack that handlers run on; stack: stack_t. */
export function setSignalStack(stack: u64): void {
  systemCall(LinuxCall.SignalStack, stack, 0, 0, 0, 0, 0);
}

/** Fresh, zeroed, page-aligned memory, or 0. */
export function mapMemory(sizeBytes: u64): u64 {
  const address: i64 = systemCall(LinuxCall.MapMemory, 0, sizeBytes, PROTECTION_READ_WRITE, MAP_PRIVATE_ANONYMOUS, NO_FILE, 0);
  return address < 0 ? 0 : u64(address);
}
