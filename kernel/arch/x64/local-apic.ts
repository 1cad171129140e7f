// Local APIC: this processor's interrupt controller and timer; xAPIC by memory, or x2APIC by registers where firmware left it on.
// Owns:       the local APIC of the boot processor
// Invariants: (1) LINT0 takes the 8259 only in fallback mode, LINT1 is always the NMI (firmware may have left it masked)
// Called:     from interrupt-controller.ts and timer.ts, interrupts off
// Manual:     SDM 3A "Advanced Programmable Interrupt Controller (APIC)"

import { loadVolatileU32, readModelSpecificRegister, storeVolatileU32, writeModelSpecificRegister } from "tsmetal/unsafe";
import { APIC_BASE_ADDRESS_MASK, APIC_BASE_ENABLE, APIC_BASE_X2APIC, IA32_APIC_BASE } from "./registers.ts";

const X2APIC_REGISTERS: u32 = 0x800;

/** Offsets of xAPIC; the x2APIC register is X2APIC_REGISTERS plus a sixteenth of it. */
const enum ApicRegister {
  Id = 0x20,
  TaskPriority = 0x80,
  EndOfInterrupt = 0xb0,
  Spurious = 0xf0,
  LvtTimer = 0x320,
  LvtLint0 = 0x350,
  LvtLint1 = 0x360,
  LvtError = 0x370,
  TimerInitialCount = 0x380,
  TimerCurrentCount = 0x390,
  TimerDivide = 0x3e0,
}
const SPURIOUS_APIC_ENABLE: u32 = 0x100;
const LVT_MASKED: u32 = 0x1_0000;
const LVT_DELIVER_NMI: u32 = 0x400;
const LVT_DELIVER_EXTINT: u32 = 0x700;
const TIMER_DIVIDE_BY_1: u32 = 0xb;

export const LOCAL_TIMER_VECTOR: u32 = 0xf0;
export const ERROR_VECTOR: u32 = 0xfe;
export const SPURIOUS_VECTOR: u32 = 0xff;

let isX2Apic: boolean = false;
/** Virtual address of the registers in xAPIC mode. */
let registers: u64 = 0;

function readRegister(register: u32): u32 {
  if (isX2Apic) return u32(readModelSpecificRegister(X2APIC_REGISTERS + (register >> 4)));
  return loadVolatileU32(registers + u64(register));
}

function writeRegister(register: u32, value: u32): void {
  if (isX2Apic) writeModelSpecificRegister(X2APIC_REGISTERS + (register >> 4), u64(value));
  else storeVolatileU32(registers + u64(register), value);
}

/** Physical address of the registers; where ACPI is silent, this is the place to ask. */
export function localApicPhysicalAddress(): u64 {
  return readModelSpecificRegister(IA32_APIC_BASE) & APIC_BASE_ADDRESS_MASK;
}

/** `takesPic`: LINT0 passes the 8259's requests on (fallback mode); otherwise only the I/O APIC and the timer interrupt. */
export function initialiseLocalApic(registersAddress: u64, takesPic: boolean): void {
  const base: u64 = readModelSpecificRegister(IA32_APIC_BASE);
  isX2Apic = (base & APIC_BASE_X2APIC) !== 0;
  registers = registersAddress;
  writeModelSpecificRegister(IA32_APIC_BASE, base | APIC_BASE_ENABLE);
  writeRegister(ApicRegister.Spurious, SPURIOUS_APIC_ENABLE | SPURIOUS_VECTOR);
  writeRegister(ApicRegister.LvtTimer, LVT_MASKED | LOCAL_TIMER_VECTOR);
  writeRegister(ApicRegister.LvtLint0, takesPic ? LVT_DELIVER_EXTINT : LVT_MASKED);
  writeRegister(ApicRegister.LvtLint1, LVT_DELIVER_NMI);
  writeRegister(ApicRegister.LvtError, ERROR_VECTOR);
  writeRegister(ApicRegister.TaskPriority, 0);
}

/** As the destination field of an I/O APIC entry wants it: 8 bits. */
export function localApicId(): u32 {
  return isX2Apic ? readRegister(ApicRegister.Id) : readRegister(ApicRegister.Id) >> 24;
}

export function endLocalInterrupt(): void {
  writeRegister(ApicRegister.EndOfInterrupt, 0);
}

/** Counts down from `count` at the bus frequency; with `raisesInterrupt` it interrupts once at 0. 0 stops it. */
export function startLocalTimer(count: u32, raisesInterrupt: boolean): void {
  writeRegister(ApicRegister.TimerDivide, TIMER_DIVIDE_BY_1);
  writeRegister(ApicRegister.LvtTimer, raisesInterrupt ? LOCAL_TIMER_VECTOR : LVT_MASKED | LOCAL_TIMER_VECTOR);
  writeRegister(ApicRegister.TimerInitialCount, count);
}

/** Only the count: the timer was set up by startLocalTimer before. */
export function restartLocalTimer(count: u32): void {
  writeRegister(ApicRegister.TimerInitialCount, count);
}

export function localTimerCount(): u32 {
  return readRegister(ApicRegister.TimerCurrentCount);
}
