// Traps: what interrupts and exceptions lead to.
// Invariants: (1) an exception of user code becomes a page, or a message to its supervisor; never a panic
//             (2) when a handler returns, the right thread is current
// Called:     from trap_common and trap_fatal in arch/x64/trap.asm, interrupts off
// Manual:     SDM 3A "Exception and Interrupt Reference", "Page-Fault Exceptions"

import { readCr2, readTimeStampCounter, viewAt } from "tsmetal/unsafe";
import { Vector } from "../../abi/message.ts";
import { PageAccess } from "../../abi/syscall.ts";
import { beginLineInterrupt, LINE_VECTOR_BASE, LINES_MAX } from "../arch/x64/interrupt-controller.ts";
import { TrapFrame } from "../arch/x64/layout/trap-frame.ts";
import { endLocalInterrupt, LOCAL_TIMER_VECTOR, SPURIOUS_VECTOR } from "../arch/x64/local-apic.ts";
import { panicOnTrap } from "../arch/x64/panic.ts";
import { isTimerLine } from "../arch/x64/timer.ts";
import { raiseFault } from "../ipc/fault.ts";
import { reapDoomed } from "../ipc/lifetime.ts";
import { signal } from "../ipc/signal.ts";
import { expireTimers } from "../ipc/timers.ts";
import { makePresent } from "../memory/address-space.ts";
import { type Interrupt, interruptOfLine } from "../object/interrupt.ts";
import type { Notification } from "../object/notification.ts";
import type { Thread } from "../object/thread.ts";
import { requestSlice, setAlarm, takeSliceEnd } from "../sched/alarm.ts";
import { currentThread, endSlice, isIdle, reschedule } from "../sched/scheduler.ts";
import { countInterrupt } from "./interrupt-counts.ts";
import { callerSpace } from "./operands.ts";

const EXCEPTIONS_END: u32 = 32;
const PAGE_FAULT_WRITE: u64 = 0x2;
const PAGE_FAULT_FETCH: u64 = 0x10;

/** The alarm: timers that are due, and the end of a time slice. */
function handleAlarm(): void {
  expireTimers();
  if (takeSliceEnd(readTimeStampCounter()) && endSlice()) requestSlice();
  setAlarm();
}

/** A device's line: its driver gets a signal. A line without a driver is masked, so none arrives. */
function handleLine(line: u32): void {
  if (!beginLineInterrupt(line)) return;
  if (isTimerLine(line)) {
    handleAlarm();
    return;
  }
  const interrupt: Interrupt | null = interruptOfLine(line);
  if (interrupt === null) return;
  const notification: Notification | null = interrupt.notification;
  if (notification !== null) signal(notification, interrupt.bits);
}

function handleInterrupt(vector: u32): void {
  countInterrupt(vector);
  if (vector - LINE_VECTOR_BASE < LINES_MAX) {
    handleLine(vector - LINE_VECTOR_BASE);
  } else if (vector === LOCAL_TIMER_VECTOR) {
    endLocalInterrupt();
    handleAlarm();
  } else if (vector !== SPURIOUS_VECTOR) {
    endLocalInterrupt();
  }
  reschedule();
}

function wantedAccess(errorCode: u64): u32 {
  if ((errorCode & PAGE_FAULT_FETCH) !== 0) return PageAccess.Execute;
  return (errorCode & PAGE_FAULT_WRITE) !== 0 ? PageAccess.Write : PageAccess.Read;
}

function handleException(frame: TrapFrame): void {
  const thread: Thread = currentThread();
  thread.faultAddress = 0;
  if (frame.vector === Vector.PageFault) {
    const address: u64 = readCr2();
    if (makePresent(callerSpace(), address, wantedAccess(frame.errorCode))) return;
    thread.faultAddress = address;
  }
  raiseFault(thread);
  reapDoomed();
  reschedule();
}

/** From user mode. @exportName handle_trap */
export function handleTrap(frameAddress: u64): void {
  const frame: TrapFrame = viewAt(TrapFrame, frameAddress);
  const vector: u32 = u32(frame.vector);
  if (vector < EXCEPTIONS_END) handleException(frame);
  else handleInterrupt(vector);
}

/** From the kernel: interrupts of the idle loop; anything else is a bug. @exportName handle_kernel_trap */
export function handleKernelTrap(frameAddress: u64): void {
  const vector: u32 = u32(viewAt(TrapFrame, frameAddress).vector);
  if (vector < EXCEPTIONS_END || !isIdle()) panicOnTrap(frameAddress);
  handleInterrupt(vector);
}

/** Double fault, NMI and machine check, from anywhere. @exportName handle_fatal_trap */
export function handleFatalTrap(frameAddress: u64): never {
  panicOnTrap(frameAddress);
}
