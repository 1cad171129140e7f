// PIC: the pair of 8259 interrupt controllers. Masked on machines with an I/O APIC, the interrupt controller on others.
// Owns:       ports 20, 21, A0, A1
// Invariants: (1) lines arrive on vectors PIC_VECTOR_BASE .. +15, never on those of exceptions
// Called:     from interrupt-controller.ts, interrupts off
// Manual:     Intel 8259A data sheet: ICW1..4, OCW1..3

import { inputByte, outputByte } from "tsmetal/unsafe";
import { waitForDevice } from "./instructions.ts";

export const PIC_VECTOR_BASE: u32 = 32;
export const PIC_LINES: u32 = 16;
const MASTER_COMMAND: u16 = 0x20;
const MASTER_MASK: u16 = 0x21;
const SLAVE_COMMAND: u16 = 0xa0;
const SLAVE_MASK: u16 = 0xa1;
const ICW1_INITIALISE_WITH_ICW4: u8 = 0x11;
const ICW3_MASTER_SLAVE_ON_2: u8 = 0x04;
const ICW3_SLAVE_IDENTITY: u8 = 0x02;
const ICW4_8086: u8 = 0x01;
const OCW2_END_OF_INTERRUPT: u8 = 0x20;
const OCW3_READ_IN_SERVICE: u8 = 0x0b;
const CASCADE_LINE: u32 = 2;
const MASK_ALL_BUT_CASCADE: u32 = 0xfffb;

let mask: u32 = 0xffff;

function writeWithWait(port: u16, value: u8): void {
  outputByte(port, value);
  waitForDevice();
}

function writeMask(): void {
  outputByte(MASTER_MASK, u8(mask));
  outputByte(SLAVE_MASK, u8(mask >> 8));
}

function initialise(): void {
  writeWithWait(MASTER_COMMAND, ICW1_INITIALISE_WITH_ICW4);
  writeWithWait(SLAVE_COMMAND, ICW1_INITIALISE_WITH_ICW4);
  writeWithWait(MASTER_MASK, u8(PIC_VECTOR_BASE));
  writeWithWait(SLAVE_MASK, u8(PIC_VECTOR_BASE + 8));
  writeWithWait(MASTER_MASK, ICW3_MASTER_SLAVE_ON_2);
  writeWithWait(SLAVE_MASK, ICW3_SLAVE_IDENTITY);
  writeWithWait(MASTER_MASK, ICW4_8086);
  writeWithWait(SLAVE_MASK, ICW4_8086);
}

/** Remaps and masks every line. */
export function disablePic(): void {
  initialise();
  mask = 0xffff;
  writeMask();
}

/** Remaps; every line stays masked until unmaskPicLine. */
export function initialisePic(): void {
  initialise();
  mask = MASK_ALL_BUT_CASCADE;
  writeMask();
}

export function maskPicLine(line: u32): void {
  mask |= u32(1) << line;
  writeMask();
}

export function unmaskPicLine(line: u32): void {
  mask &= ~(u32(1) << line);
  writeMask();
}

/**
 * Lines 7 and 15 also stand for "nothing, after all": a request that went away before the CPU asked. The in-service bit tells.
 * A spurious 15 still needs an end of interrupt at the master.
 */
export function isSpuriousPicLine(line: u32): boolean {
  if (line === 7) {
    outputByte(MASTER_COMMAND, OCW3_READ_IN_SERVICE);
    return (inputByte(MASTER_COMMAND) & 0x80) === 0;
  }
  if (line !== 15) return false;
  outputByte(SLAVE_COMMAND, OCW3_READ_IN_SERVICE);
  if ((inputByte(SLAVE_COMMAND) & 0x80) !== 0) return false;
  outputByte(MASTER_COMMAND, OCW2_END_OF_INTERRUPT);
  return true;
}

export function endPicInterrupt(line: u32): void {
  if (line >= 8) outputByte(SLAVE_COMMAND, OCW2_END_OF_INTERRUPT);
  outputByte(MASTER_COMMAND, OCW2_END_OF_INTERRUPT);
}

/** For asserts and the interrupt listing. */
export function isCascadeLine(line: u32): boolean {
  return line === CASCADE_LINE;
}
