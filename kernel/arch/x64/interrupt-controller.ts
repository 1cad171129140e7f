// Interrupt controller: one face for the two ways a PC delivers device interrupts: I/O APIC, or the 8259 pair.
// Owns:       which line is level triggered; the choice of controller
// Invariants: (1) lines are GSIs with an I/O APIC and ISA lines without; both arrive on vector LINE_VECTOR_BASE + line
//             (2) a level line is masked from its interrupt until it is acknowledged; an edge line never is, because an I/O APIC
//                 forgets edges that come while a line is masked
// Called:     from main.ts, object/interrupt.ts and the trap handler, interrupts off
// Manual:     ACPI 6.5 "MPS INTI Flags"

import { acpi, ISA_LINES, ioApicAddress, isaLineFlags, isaLineTarget } from "./acpi.ts";
import { addIoApic, hasIoApicLine, routeIoApicLine, setIoApicLineMask } from "./io-apic.ts";
import { endLocalInterrupt, initialiseLocalApic, localApicId } from "./local-apic.ts";
import {
  disablePic,
  endPicInterrupt,
  initialisePic,
  isCascadeLine,
  isSpuriousPicLine,
  maskPicLine,
  PIC_LINES,
  unmaskPicLine,
} from "./pic.ts";

export const LINE_VECTOR_BASE: u32 = 32;
/** Vectors above belong to the processor's own sources. */
export const LINES_MAX: u32 = 192;
const POLARITY_MASK: u16 = 3;
const POLARITY_LOW: u16 = 3;
const TRIGGER_MASK: u16 = 0xc;
const TRIGGER_LEVEL: u16 = 0xc;

let usesApic: boolean = false;
let bootApicId: u32 = 0;
const isLevelLine: boolean[] = new Array<boolean>(192);

export function usesIoApic(): boolean {
  return usesApic;
}

/** Masks the 8259 and takes the APICs, whose registers are mapped at these addresses; one call of addIoApic follows for each. */
export function startApics(localApicRegisters: u64): void {
  disablePic();
  initialiseLocalApic(localApicRegisters, false);
  bootApicId = localApicId();
  usesApic = true;
}

/** The 8259 pair alone. `localApicRegisters` is 0 on a processor without a local APIC; otherwise it must pass the requests on. */
export function startPic(localApicRegisters: u64): void {
  initialisePic();
  if (localApicRegisters !== 0) initialiseLocalApic(localApicRegisters, true);
}

export { addIoApic };

export function ioApicCountListed(): u32 {
  return acpi.ioApicCount;
}

export function ioApicPhysicalAddress(index: u32): u64 {
  return ioApicAddress[index];
}

/** The line on which an ISA device with this number arrives. */
export function lineOfIsa(isaLine: u32): u32 {
  return usesApic && isaLine < ISA_LINES ? isaLineTarget[isaLine] : isaLine;
}

export function hasLine(line: u32): boolean {
  if (line >= LINES_MAX) return false;
  return usesApic ? hasIoApicLine(line) : line < PIC_LINES && !isCascadeLine(line);
}

/** Flags of a line that an ISA interrupt is routed to; PCI lines (no such) are level and active low. */
function isaFlagsOfLine(line: u32): u16 {
  const PCI_FLAGS: u16 = 0xf;
  for (let isaLine: u32 = 0; isaLine < ISA_LINES; isaLine++) {
    const target: u32 = isaLineTarget[isaLine];
    if (target === line) return isaLineFlags[isaLine];
  }
  return PCI_FLAGS;
}

/** Routes the line to the boot processor and opens it. Requires: hasLine(line). */
export function enableLine(line: u32): void {
  if (!usesApic) {
    isLevelLine[line] = false;
    unmaskPicLine(line);
    return;
  }
  const flags: u16 = isaFlagsOfLine(line);
  isLevelLine[line] = (flags & TRIGGER_MASK) === TRIGGER_LEVEL;
  routeIoApicLine(line, LINE_VECTOR_BASE + line, bootApicId, isLevelLine[line], (flags & POLARITY_MASK) === POLARITY_LOW);
  setIoApicLineMask(line, false);
}

export function disableLine(line: u32): void {
  if (usesApic) setIoApicLineMask(line, true);
  else maskPicLine(line);
}

/** The device was served: a level line may interrupt again. */
export function acknowledgeLine(line: u32): void {
  if (isLevelLine[line]) setIoApicLineMask(line, false);
}

/** First thing in the trap of a line: false means that there was no interrupt after all. */
export function beginLineInterrupt(line: u32): boolean {
  if (!usesApic) {
    if (line < PIC_LINES && isSpuriousPicLine(line)) return false;
    endPicInterrupt(line);
    return true;
  }
  if (isLevelLine[line]) setIoApicLineMask(line, true);
  endLocalInterrupt();
  return true;
}
