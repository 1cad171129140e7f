// I/O APIC: turns device lines into vectors. Line n of the machine (GSI n) arrives on vector LINE_VECTOR_BASE + n.
// Owns:       the redirection tables of all I/O APICs
// Invariants: (1) a line nobody asked for is masked
// Called:     from interrupt-controller.ts, interrupts off
// Manual:     Intel 82093AA data sheet "I/O Redirection Table Registers"; ACPI 6.5 "Interrupt Source Override"
//
//   entry, low word    16 masked │ 15 level │ 13 active low │ 11 logical │ 10..8 mode │ 7..0 vector
//          high word   31..24 local APIC id

import { loadVolatileU32, storeVolatileU32 } from "tsmetal/unsafe";
import { IO_APICS_MAX, ioApicLineBase } from "./acpi.ts";

const SELECT_OFFSET: u64 = 0;
const WINDOW_OFFSET: u64 = 0x10;
const REGISTER_VERSION: u32 = 1;
const REGISTER_REDIRECTION: u32 = 0x10;
const ENTRY_MASKED: u32 = 0x1_0000;
const ENTRY_LEVEL: u32 = 0x8000;
const ENTRY_ACTIVE_LOW: u32 = 0x2000;

const registersOf: u64[] = new Array<u64>(8);
const lineCountOf: u32[] = new Array<u32>(8);
let count: u32 = 0;

function readRegister(apic: u32, register: u32): u32 {
  storeVolatileU32(registersOf[apic] + SELECT_OFFSET, register);
  return loadVolatileU32(registersOf[apic] + WINDOW_OFFSET);
}

function writeRegister(apic: u32, register: u32, value: u32): void {
  storeVolatileU32(registersOf[apic] + SELECT_OFFSET, register);
  storeVolatileU32(registersOf[apic] + WINDOW_OFFSET, value);
}

/** Takes the next I/O APIC of acpi.ts into use, with its registers at that virtual address, and masks all its lines. */
export function addIoApic(registersAddress: u64): void {
  if (count === IO_APICS_MAX) return;
  registersOf[count] = registersAddress;
  lineCountOf[count] = ((readRegister(count, REGISTER_VERSION) >> 16) & 0xff) + 1;
  for (let pin: u32 = 0; pin < lineCountOf[count]; pin++) writeRegister(count, REGISTER_REDIRECTION + pin * 2, ENTRY_MASKED);
  count += 1;
}

/** The number of the I/O APIC that has the line, or IO_APICS_MAX. */
function ioApicOfLine(line: u32): u32 {
  for (let apic: u32 = 0; apic < count; apic++) {
    if (line >= ioApicLineBase[apic] && line - ioApicLineBase[apic] < lineCountOf[apic]) return apic;
  }
  return IO_APICS_MAX;
}

export function hasIoApicLine(line: u32): boolean {
  return ioApicOfLine(line) !== IO_APICS_MAX;
}

function lineRegister(apic: u32, line: u32): u32 {
  return REGISTER_REDIRECTION + (line - ioApicLineBase[apic]) * 2;
}

/** Routes a line, masked, to a vector of one processor. Requires: hasIoApicLine(line). */
export function routeIoApicLine(line: u32, vector: u32, localApic: u32, isLevel: boolean, isActiveLow: boolean): void {
  const apic: u32 = ioApicOfLine(line);
  const register: u32 = lineRegister(apic, line);
  let entry: u32 = ENTRY_MASKED | vector;
  if (isLevel) entry |= ENTRY_LEVEL;
  if (isActiveLow) entry |= ENTRY_ACTIVE_LOW;
  writeRegister(apic, register, entry);
  writeRegister(apic, register + 1, localApic << 24);
}

/** Requires: hasIoApicLine(line). */
export function setIoApicLineMask(line: u32, isMasked: boolean): void {
  const apic: u32 = ioApicOfLine(line);
  const register: u32 = lineRegister(apic, line);
  const entry: u32 = readRegister(apic, register);
  writeRegister(apic, register, isMasked ? entry | ENTRY_MASKED : entry & ~ENTRY_MASKED);
}
