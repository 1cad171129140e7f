// Panic: how a program ends that did what its types said could not happen.
// Owns:       the only report of its kind: a line that says what was wrong, then the calls that led there.
// Invariants: (1) nothing here allocates; (2) a panic inside a panic ends the program at once
// Called:     by the checks that compiled code makes, one function a PanicKind.

import { framePointer } from "tsmetal/unsafe";
import { writeBacktrace, writeFaultBacktrace } from "./backtrace.ts";
import { terminate, writeErrorDecimal, writeErrorHex, writeErrorText } from "./error-text.ts";

/** Exit status of a program that panicked: "internal software error" in sysexits. */
const PANIC_STATUS: u32 = 70;

let isPanicking: boolean = false;

/**
 * Ends the program. Requires: the message is ASCII.
 * @exportName tsm_panic
 * @noreturn
 * @noinline
 */
export function panic(message: string): never {
  beginPanic();
  writeErrorText(message);
  endPanic(framePointer());
}

/**
 * @exportName tsm_panic_bounds
 * @noreturn
 * @noinline
 */
export function panicBounds(index: i32, length: u32): never {
  beginPanic();
  writeErrorText("index ");
  if (index < 0) writeErrorText("-");
  writeErrorDecimal(index < 0 ? u64(0 - i64(index)) : u64(index));
  writeErrorText(" out of bounds for length ");
  writeErrorDecimal(u64(length));
  endPanic(framePointer());
}

/**
 * @exportName tsm_panic_null
 * @noreturn
 * @noinline
 */
export function panicNull(): never {
  beginPanic();
  writeErrorText("used a value that is null or undefined");
  endPanic(framePointer());
}

/**
 * @exportName tsm_panic_division
 * @noreturn
 * @noinline
 */
export function panicDivision(): never {
  beginPanic();
  writeErrorText("integer division by zero");
  endPanic(framePointer());
}

/**
 * @exportName tsm_panic_narrowing
 * @noreturn
 * @noinline
 */
export function panicNarrowing(): never {
  beginPanic();
  writeErrorText("a value is not of the type it was cast to");
  endPanic(framePointer());
}

/**
 * @exportName tsm_panic_conversion
 * @noreturn
 * @noinline
 */
export function panicConversion(): never {
  beginPanic();
  writeErrorText("an object has a value that its place here cannot hold");
  endPanic(framePointer());
}

/**
 * @exportName tsm_panic_receiver
 * @noreturn
 * @noinline
 */
export function panicReceiver(): never {
  beginPanic();
  writeErrorText("a method that looks at `this` was taken from its object");
  endPanic(framePointer());
}

/**
 * @exportName tsm_panic_assertion
 * @noreturn
 * @noinline
 */
export function panicAssertion(): never {
  beginPanic();
  writeErrorText("assertion failed");
  endPanic(framePointer());
}

/**
 * @exportName tsm_panic_out_of_memory
 * @noreturn
 * @noinline
 */
export function panicOutOfMemory(): never {
  beginPanic();
  writeErrorText("out of memory");
  endPanic(framePointer());
}

/**
 * @exportName tsm_panic_unreachable
 * @noreturn
 * @noinline
 */
export function panicUnreachable(): never {
  beginPanic();
  writeErrorText("reached code that cannot be reached");
  endPanic(framePointer());
}

/**
 * Ends the program after a processor fault: the backtrace starts at the faulting instruction, its stack reaches down to stackPointer.
 * @noreturn
 */
export function panicAtFault(message: string, address: u64, instruction: u64, frame: u64, stackPointer: u64): never {
  beginPanic();
  writeErrorText(message);
  if (address !== 0) writeErrorHex(address);
  writeErrorText("\n");
  writeFaultBacktrace(instruction, frame, stackPointer);
  terminate(PANIC_STATUS);
}

function beginPanic(): void {
  if (isPanicking) {
    writeErrorText("\npanic: panic inside a panic\n");
    terminate(PANIC_STATUS);
  }
  isPanicking = true;
  writeErrorText("panic: ");
}

/** @noreturn */
function endPanic(frame: u64): never {
  writeErrorText("\n");
  writeBacktrace(frame);
  terminate(PANIC_STATUS);
}
