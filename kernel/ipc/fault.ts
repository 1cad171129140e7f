// Faults and exits: what the kernel tells a supervisor on behalf of a thread.
// Invariants: (1) a faulted thread waits like a caller; its process goes on only if the supervisor says so
//             (2) a process without a supervisor that can hear ends at once
// Called:     from syscall and the trap handler, interrupts off. The caller then reaps and reschedules

import { addressOf, objectAt } from "tsmetal/unsafe";
import { FAULT_REPLY_RESUME } from "../../abi/message.ts";
import { ProcessState } from "../../abi/query.ts";
import type { Counted } from "../memory/counted.ts";
import { kernelRoot } from "../memory/kernel-space.ts";
import { Endpoint } from "../object/endpoint.ts";
import { INIT_PROCESS_ID, type Process } from "../object/process.ts";
import { SendKind, type Thread, ThreadState } from "../object/thread.ts";
import { forgetThread, makeReady } from "../sched/scheduler.ts";
import { doomProcess } from "./doomed.ts";
import { endProcess, unbindNotification } from "./lifetime.ts";
import { dropCaller, sendForThread, unlinkCaller } from "./rendezvous.ts";

/** The endpoint of a supervisor that can still receive, or null. */
function findSupervisor(process: Process): Endpoint | null {
  const supervisor: Counted | null = process.supervisor;
  if (supervisor === null) return null;
  const endpoint: Endpoint = objectAt(Endpoint, addressOf(supervisor));
  return endpoint.receiverHandles === 0 ? null : endpoint;
}

/** The running thread raised an exception that the kernel cannot cure. Its trap frame and faultAddress tell which. */
export function raiseFault(thread: Thread): void {
  const process: Process | null = thread.process;
  assert(process !== null && thread.state === ThreadState.Running);
  const supervisor: Endpoint | null = findSupervisor(process);
  thread.state = ThreadState.Suspended;
  if (supervisor === null) {
    doomProcess(process);
    return;
  }
  process.state = ProcessState.Faulted;
  thread.sendKind = SendKind.Fault;
  thread.badge = process.supervisorBadge;
  forgetThread(thread);
  sendForThread(thread, supervisor);
}

/** The running thread ends its process. All goes at once; the thread alone stays, to say so. */
export function exitProcess(thread: Thread, code: u64): void {
  const process: Process | null = thread.process;
  assert(process !== null);
  if (process.id === INIT_PROCESS_ID) panic("init ended");
  process.exitCode = code;
  const supervisor: Endpoint | null = findSupervisor(process);
  if (supervisor === null) {
    doomProcess(process);
    return;
  }
  thread.state = ThreadState.Suspended;
  dropCaller(thread);
  unbindNotification(thread);
  forgetThread(thread);
  endProcess(process, thread);
  thread.root = kernelRoot();
  thread.handles = null;
  thread.handleEntries = 0;
  thread.messageBuffer = 0;
  thread.sendKind = SendKind.Exit;
  thread.badge = process.supervisorBadge;
  sendForThread(thread, supervisor);
}

/** The supervisor answered a fault or exit message. */
export function answerKernelMessage(caller: Thread, label: u64): void {
  assert(caller.sendKind !== SendKind.Call);
  unlinkCaller(caller);
  caller.state = ThreadState.Suspended;
  const process: Process | null = caller.process;
  assert(process !== null);
  if (caller.sendKind === SendKind.Fault && label === u64(FAULT_REPLY_RESUME)) {
    process.state = ProcessState.Ready;
    makeReady(caller);
    return;
  }
  doomProcess(process);
}
