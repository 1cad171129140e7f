// Scheduler: who runs. Fixed priorities, round robin inside one, the highest ready thread always runs.
// Owns:       the run queues, the running thread, what the CPU block and the task state segment say about it, CR3
// Invariants: (1) the running thread is in no queue and Running; a queued thread is Ready; readyBitmap has the bits of non-empty queues
//             (2) when the kernel is left, no ready thread has a higher priority than the running one
//             (3) while a thread is ready, the alarm is set, so a time slice ends
// Called:     from ipc and syscall, interrupts off
// Manual:     SDM 3A "Task Management in 64-bit Mode" (RSP0)

import {
  addressOf,
  highestBit64,
  objectAt,
  readCr3,
  readTimeStampCounter,
  storeU64,
  symbolAddress,
  viewAt,
  writeCr3,
} from "tsmetal/unsafe";
import { PRIORITY_COUNT } from "../../abi/syscall.ts";
import { CpuBlock, TASK_STATE_RSP0_OFFSET } from "../arch/x64/layout/cpu-block.ts";
import { FPU_AREA_SIZE_BYTES, TRAP_FRAME_SIZE_BYTES } from "../arch/x64/layout/trap-frame.ts";
import { Thread, ThreadState } from "../object/thread.ts";
import { ThreadQueue } from "../object/thread-queue.ts";
import { requestSlice } from "./alarm.ts";

const queues: ThreadQueue[] = [];
for (let priority: u32 = 0; priority < PRIORITY_COUNT; priority++) queues.push(new ThreadQueue());

/** Stands for the idle loop: has no registers and is in no queue. */
const idleThread: Thread = new Thread();

let readyBitmap: u64 = 0;
/** Address of the running thread, or of idleThread: a plain number, so that reading it needs no check for null. */
let current: u64 = addressOf(idleThread);
/** Time stamp when the running thread, or the idle loop, began. */
let switchedAt: u64 = 0;

function cpu(): CpuBlock {
  return viewAt(CpuBlock, symbolAddress("boot_cpu"));
}

/** Requires: not idle, which holds in every syscall and every trap from user mode. @inline */
export function currentThread(): Thread {
  return objectAt(Thread, current);
}

export function isIdle(): boolean {
  return current === addressOf(idleThread);
}

/** Books the time since the last switch to whoever had it. @inline */
function accountTime(): void {
  const now: u64 = readTimeStampCounter();
  objectAt(Thread, current).cpuTicks += now - switchedAt;
  switchedAt = now;
}

/** Idle time counts from here. */
export function initialiseScheduler(): void {
  switchedAt = readTimeStampCounter();
}

/** Time stamp ticks without a running thread. */
export function idleTimeTicks(): u64 {
  return idleThread.cpuTicks;
}

/** Brings the running thread's cpuTicks up to date. */
export function bookRunningTime(): void {
  accountTime();
}

/** Makes the thread the running one. Requires: it is in no queue; the thread that ran before has got its new state. @inline */
export function switchTo(thread: Thread): void {
  accountTime();
  current = addressOf(thread);
  thread.state = ThreadState.Running;
  const frame: u64 = addressOf(thread.frame);
  cpu().frame = frame;
  storeU64(symbolAddress("boot_task_state") + u64(TASK_STATE_RSP0_OFFSET), frame + TRAP_FRAME_SIZE_BYTES);
  if (readCr3() !== thread.root) writeCr3(thread.root);
}

function goIdle(): void {
  accountTime();
  current = addressOf(idleThread);
  cpu().frame = 0;
}

/** To the back of its queue. The caller ends with reschedule, or picks somebody itself. */
export function makeReady(thread: Thread): void {
  assert(thread.state !== ThreadState.Ready && thread.state !== ThreadState.Running);
  thread.state = ThreadState.Ready;
  queues[thread.priority].pushBack(thread);
  readyBitmap |= u64(1) << u64(thread.priority);
  requestSlice();
}

/** Takes a Ready thread out of its run queue. */
export function removeReady(thread: Thread): void {
  assert(thread.state === ThreadState.Ready);
  const queue: ThreadQueue = queues[thread.priority];
  queue.remove(thread);
  if (queue.head === null) readyBitmap &= ~(u64(1) << u64(thread.priority));
}

/** Runs the best ready thread, or idles. Requires: the thread that ran before has got its new state, or is none. */
export function runNext(): void {
  if (readyBitmap === 0) {
    goIdle();
    return;
  }
  const priority: u32 = highestBit64(readyBitmap);
  const queue: ThreadQueue = queues[priority];
  const thread: Thread | null = queue.head;
  assert(thread !== null);
  queue.remove(thread);
  if (queue.head === null) readyBitmap &= ~(u64(1) << u64(priority));
  switchTo(thread);
}

/** Restores invariant 2 after threads became ready or priorities changed. */
export function reschedule(): void {
  if (isIdle()) {
    if (readyBitmap !== 0) runNext();
    return;
  }
  const running: Thread = currentThread();
  if (readyBitmap >> u64(running.priority) <= 1) return;
  running.state = ThreadState.Ready;
  queues[running.priority].pushFront(running);
  readyBitmap |= u64(1) << u64(running.priority);
  runNext();
}

/** The running thread lets others of its priority run first. */
export function yieldRunning(): void {
  const running: Thread = currentThread();
  if (readyBitmap >> u64(running.priority) === 0) return;
  running.state = ThreadState.Ready;
  queues[running.priority].pushBack(running);
  readyBitmap |= u64(1) << u64(running.priority);
  runNext();
}

/** True when nobody ready has a higher priority. @inline */
export function mayRunAt(priority: u32): boolean {
  return readyBitmap >> u64(priority) <= 1;
}

/**
 * Ends the time slice: round robin. True while anybody waits, at whatever priority: who runs now may block, and those who
 * wait then share the processor by slices that nobody else would begin.
 */
export function endSlice(): boolean {
  if (isIdle()) return false;
  yieldRunning();
  return readyBitmap !== 0;
}

/** Changes a thread's effective priority, wherever it is. */
export function setPriority(thread: Thread, priority: u32): void {
  assert(priority < PRIORITY_COUNT);
  if (thread.priority === priority) return;
  if (thread.state !== ThreadState.Ready) {
    thread.priority = priority;
    return;
  }
  removeReady(thread);
  thread.priority = priority;
  thread.state = ThreadState.Inactive;
  makeReady(thread);
}

/** Forgets a thread that is about to be freed. Requires: it is in no queue. If it runs, somebody else does from now on. */
export function forgetThread(thread: Thread): void {
  const frame: u64 = addressOf(thread.frame);
  if (cpu().fpuOwner === frame) cpu().fpuOwner = symbolAddress("boot_fpu_area") + FPU_AREA_SIZE_BYTES;
  if (current === addressOf(thread)) {
    accountTime();
    current = addressOf(idleThread);
    runNext();
  }
}
