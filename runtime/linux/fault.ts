// Faults: what the processor refuses becomes a panic with a backtrace: a stack that is full, memory that is not there.
// Manual:     Linux man-pages: sigaltstack(2), sigaction(2).

import { storeU32, storeU64, symbolAddress } from "tsmetal/unsafe";
import { panicAtFault } from "../core/errors/panic.ts";
import { mapMemory, setSignalAction, setSignalStack } from "./system.ts";

const ILLEGAL_INSTRUCTION: u64 = 4;
const BUS_ERROR: u64 = 7;
const SEGMENTATION_FAULT: u64 = 11;

/** SA_SIGINFO, SA_ONSTACK, SA_RESTORER. */
const ACTION_FLAGS: u64 = 0x0c00_0004;
const FAULT_STACK_SIZE: u64 = 65536;
const PAGE_SIZE: u64 = 4096;

/** A fault this near the stack pointer is a call, or a local variable, beyond the end of the stack. */
const STACK_DISTANCE_MAX: u64 = 65536;

/** Requires: runs once, before the program. */
export function handleFaults(): void {
  const page: u64 = mapMemory(PAGE_SIZE);
  if (page === 0) return;
  // stack_t: address, flags, size
  storeU64(page, symbolAddress("tsm_fault_stack"));
  storeU32(page + 8, 0);
  storeU64(page + 16, FAULT_STACK_SIZE);
  setSignalStack(page);
  // struct sigaction: handler, flags, restorer, blocked signals
  const action: u64 = page + 64;
  storeU64(action, symbolAddress("tsm_fault_entry"));
  storeU64(action + 8, ACTION_FLAGS);
  storeU64(action + 16, symbolAddress("tsm_signal_return"));
  storeU64(action + 24, 0);
  setSignalAction(SEGMENTATION_FAULT, action);
  setSignalAction(BUS_ERROR, action);
  setSignalAction(ILLEGAL_INSTRUCTION, action);
}

/**
 * Requires: on the fault stack.
 * @exportName tsm_fault
 * @noreturn
 */
export function reportFault(address: u64, instruction: u64, frame: u64, stackPointer: u64, signal: u64): never {
  // Where types say that the program never comes, there is an instruction that no processor has.
  if (signal === ILLEGAL_INSTRUCTION) panicAtFault("used a value of type never", 0, instruction, frame, stackPointer);
  const isBelow: boolean = address < stackPointer && stackPointer - address < STACK_DISTANCE_MAX;
  const isAbove: boolean = address >= stackPointer && address - stackPointer < STACK_DISTANCE_MAX;
  // Linux gives no address for one that no program can have.
  if (address === 0) panicAtFault("no memory there", 0, instruction, frame, stackPointer);
  if (isBelow || isAbove) panicAtFault("stack overflow", 0, instruction, frame, stackPointer);
  const isNothing: boolean = address < PAGE_SIZE;
  const what: string = isNothing ? "used a value that is null or undefined: no memory at " : "no memory at ";
  panicAtFault(what, address, instruction, frame, stackPointer);
}
