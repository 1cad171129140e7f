// Interrupt: one line of the machine, delivered to a driver as a signal.
// Owns:       the line, from its making to its end
// Invariants: (1) a line has at most one Interrupt object; without one it is masked
// Called:     from ipc/lifetime.ts, syscall; interruptOfLine by the trap handler, interrupts off

import { addressOf, constructAt, sizeOf } from "tsmetal/unsafe";
import { disableLine, enableLine, LINES_MAX } from "../arch/x64/interrupt-controller.ts";
import { BlockPool } from "../memory/block-pool.ts";
import { Counted, retain } from "../memory/counted.ts";
import type { Notification } from "./notification.ts";

export class Interrupt extends Counted {
  line: u32 = 0;
  bits: u64 = 0;
  notification: Notification | null = null;
  /** Process id of the driver, for the interrupt listing: who acknowledged last, or made it. */
  processId: u64 = 0;
}

const pool: BlockPool = new BlockPool((sizeOf(Interrupt) + 15) & ~u64(15));
const lines: (Interrupt | null)[] = [];
for (let line: u32 = 0; line < LINES_MAX; line++) lines.push(null);

export function interruptOfLine(line: u32): Interrupt | null {
  return line < LINES_MAX ? lines[line] : null;
}

/** Opens the line. Requires: the line exists and is free. Without references of its own; null when memory is out. */
export function createInterrupt(line: u32, notification: Notification, bits: u64, processId: u64): Interrupt | null {
  assert(interruptOfLine(line) === null);
  const block: u64 = pool.allocate();
  if (block === 0) return null;
  const interrupt: Interrupt = constructAt(Interrupt, block);
  interrupt.line = line;
  interrupt.bits = bits;
  interrupt.notification = notification;
  interrupt.processId = processId;
  retain(notification);
  lines[line] = interrupt;
  enableLine(line);
  return interrupt;
}

/** Masks and frees the line. Requires: no references. The reference on the notification is the caller's to drop. */
export function freeInterrupt(interrupt: Interrupt): void {
  assert(interrupt.references === 0);
  disableLine(interrupt.line);
  lines[interrupt.line] = null;
  pool.free(addressOf(interrupt));
}
