// Kernel panic: where the runtime's report of a bug goes, and the report of an exception inside the kernel.
// Owns:       nothing; interrupts are off for good when it ends
// Invariants: (1) works in any state of the kernel, before memory management too; uses no lock, no allocation
//             (2) after a panic nothing runs: the machine halts with the report on screen and serial line
// Called:     by the runtime (runtime/core/errors/panic.ts) and by the trap handler
// Manual:     none

import { disableInterrupts, framePointer, halt, loadU8, readCr2, readCr3, symbolAddress, viewAt } from "tsmetal/unsafe";
import { writeCodeAddress, writeFaultBacktrace } from "../../../runtime/core/errors/backtrace.ts";
import { ownTable } from "../../../runtime/core/errors/backtrace-table.ts";
import { writeErrorDecimal, writeErrorText } from "../../../runtime/core/errors/error-text.ts";
import { PAGE_SIZE } from "./address.ts";
import { IST_STACK_SIZE_BYTES, KERNEL_STACK_SIZE_BYTES } from "./layout/cpu-block.ts";
import { TrapFrame } from "./layout/trap-frame.ts";
import { logByte, logEnd, logHex } from "./log.ts";
import { writePanicScreen } from "./panic-screen.ts";
import { initialiseSerial } from "./serial.ts";

const IST_STACKS: u64 = 4;
const HEX_DIGITS: u32 = 16;
const DIGIT_ZERO: u8 = 0x30;
const LETTER_A_BELOW_TEN: u8 = 0x57;

let isReporting: boolean = false;

/** The serial line may be in a driver's hands: take it back. */
function beginReport(): void {
  if (isReporting) return;
  isReporting = true;
  disableInterrupts();
  initialiseSerial();
  logEnd();
}

/** @exportName tsm_write_error */
export function writePanicText(address: u64, length: u64): void {
  beginReport();
  for (let index: u64 = 0; index < length; index++) {
    const byte: u8 = loadU8(address + index);
    logByte(byte);
    writePanicScreen(byte);
  }
}

/**
 * @exportName tsm_terminate
 * @noreturn
 */
export function haltMachine(_status: u32): never {
  while (true) {
    disableInterrupts();
    halt();
  }
}

/** @exportName tsm_stack_top */
export function kernelStackTop(): u64 {
  const top: u64 = symbolAddress("kernel_stack_top");
  const here: u64 = framePointer();
  if (here < top && here >= top - u64(KERNEL_STACK_SIZE_BYTES)) return top;
  return symbolAddress("ist_stack_guards") + IST_STACKS * (PAGE_SIZE + u64(IST_STACK_SIZE_BYTES));
}

function writeRegister(name: string, value: u64): void {
  writeErrorText(name);
  logHex(value, HEX_DIGITS);
  for (let digit: u32 = HEX_DIGITS; digit > 0; digit--) {
    const bits: u8 = u8(value >> u64((digit - 1) * 4)) & 0xf;
    writePanicScreen(bits < 10 ? bits + DIGIT_ZERO : bits + LETTER_A_BELOW_TEN);
  }
}

function writeRegisters(frame: TrapFrame): void {
  writeRegister("  rax ", frame.rax);
  writeRegister("  rbx ", frame.rbx);
  writeRegister("  rcx ", frame.rcx);
  writeRegister("\n  rdx ", frame.rdx);
  writeRegister("  rsi ", frame.rsi);
  writeRegister("  rdi ", frame.rdi);
  writeRegister("\n  rbp ", frame.rbp);
  writeRegister("  rsp ", frame.rsp);
  writeRegister("  r8  ", frame.r8);
  writeRegister("\n  r9  ", frame.r9);
  writeRegister("  r10 ", frame.r10);
  writeRegister("  r11 ", frame.r11);
  writeRegister("\n  r12 ", frame.r12);
  writeRegister("  r13 ", frame.r13);
  writeRegister("  r14 ", frame.r14);
  writeRegister("\n  r15 ", frame.r15);
  writeRegister("  rip ", frame.rip);
  writeRegister("  flg ", frame.rflags);
  writeRegister("\n  cr2 ", readCr2());
  writeRegister("  cr3 ", readCr3());
  writeRegister("  err ", frame.errorCode);
  writeErrorText("\n");
}

/** An exception that the kernel itself raised: a bug, or broken hardware. @noreturn */
export function panicOnTrap(frameAddress: u64): never {
  const frame: TrapFrame = viewAt(TrapFrame, frameAddress);
  writeErrorText("panic: exception ");
  writeErrorDecimal(frame.vector);
  writeErrorText(" in the kernel at ");
  writeCodeAddress(ownTable(), frame.rip);
  writeErrorText("\n");
  writeRegisters(frame);
  writeFaultBacktrace(frame.rip, frame.rbp, frame.rsp);
  haltMachine(0);
}
