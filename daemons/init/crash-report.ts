// CrashReport: what a person reads when a program raised an exception: what happened, where, and the calls that led there.
// Invariants: (1) nothing of the crashed process is trusted: its stack is read by copies, its frames must rise, their number is bounded
// Manual:     SDM 3A "Exception and Interrupt Reference"

import { elementsAddress, loadU64 } from "tsmetal/unsafe";
import { type FaultRecord, Vector } from "../../abi/message.ts";
import { USER_STACK_SIZE_BYTES, USER_STACK_TOP } from "../../abi/start.ts";
import { beginTrace, endTrace, traceAddress } from "../../runtime/core/errors/backtrace.ts";
import { readProcessMemory } from "../../runtime/user/system.ts";
import type { TextWriter } from "../../runtime/user/text-writer.ts";
import type { ProcessSlot } from "./process-table.ts";
import { findBacktraceTable } from "./program-file.ts";

/** More than a stack has room for that is used up by calls. */
const FRAMES_MAX: u32 = 16384;
/** Code touches every page of its frame on the way down, so that a full stack is met in the first page below it. */
const STACK_GUARD_SIZE_BYTES: u64 = 4096;
const FRAME_SIZE_BYTES: u64 = 16;
const RETURN_ADDRESS_OFFSET: u64 = 8;
/** Error code of a page fault. */
const PAGE_FAULT_WRITE: u64 = 2;
const PAGE_FAULT_FETCH: u64 = 16;

/** One frame of the crashed process's stack, copied here. */
const frame: Uint8Array = new Uint8Array(16);

/** Writes the report of a fault. Requires: the slot's process is the one that the record is about. */
export function writeCrashReport(out: TextWriter, slot: ProcessSlot, fault: FaultRecord): void {
  out.range(slot.nameAddress, slot.nameLength).text(": ");
  writeReason(out, fault);
  out.text(" (process ").decimal(slot.id).line(")");
  out.flush();
  const table: u64 = findBacktraceTable(slot.imageAddress, slot.imageSizeBytes);
  beginTrace();
  if (traceAddress(table, fault.rip)) traceCallers(slot, table, fault.rbp);
  endTrace();
}

function writeReason(out: TextWriter, fault: FaultRecord): void {
  switch (u32(fault.vector)) {
    case Vector.DivideError:
      out.text("divide error");
      break;
    case Vector.InvalidOpcode:
      out.text("invalid instruction");
      break;
    case Vector.GeneralProtection:
      out.text("general protection fault, error code ").hex(fault.errorCode);
      break;
    case Vector.PageFault:
      writePageFault(out, fault);
      break;
    default:
      out.text("exception ").decimal(fault.vector);
      break;
  }
}

function writePageFault(out: TextWriter, fault: FaultRecord): void {
  const stackLow: u64 = USER_STACK_TOP - USER_STACK_SIZE_BYTES;
  if (fault.address < stackLow && stackLow - fault.address <= STACK_GUARD_SIZE_BYTES) {
    out.text("stack overflow");
    return;
  }
  if ((fault.errorCode & PAGE_FAULT_FETCH) !== 0) out.text("page fault executing ");
  else if ((fault.errorCode & PAGE_FAULT_WRITE) !== 0) out.text("page fault writing ");
  else out.text("page fault reading ");
  out.hex(fault.address);
}

/** Follows the chain of frame pointers: [rbp] is the caller's, [rbp + 8] where the call returns to. */
function traceCallers(slot: ProcessSlot, table: u64, framePointer: u64): void {
  let current: u64 = framePointer;
  for (let depth: u32 = 0; depth < FRAMES_MAX && current !== 0; depth++) {
    if (readProcessMemory(slot.process, current, elementsAddress(frame), FRAME_SIZE_BYTES) < 0) return;
    const returnAddress: u64 = loadU64(elementsAddress(frame) + RETURN_ADDRESS_OFFSET);
    // The address after the call may already belong to the next line.
    if (returnAddress === 0 || !traceAddress(table, returnAddress - 1)) return;
    const caller: u64 = loadU64(elementsAddress(frame));
    if (caller <= current) return;
    current = caller;
  }
}
