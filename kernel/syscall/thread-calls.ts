// Thread calls: start, suspend, resume, priority, notification binding, yield, exit.
// Called:     from syscall_entry through the table, interrupts off

import { HANDLE_NONE, ObjectKind } from "../../abi/handle.ts";
import { ProcessState } from "../../abi/query.ts";
import { Rights } from "../../abi/rights.ts";
import { USER_BASE, USER_END } from "../../abi/start.ts";
import { Status } from "../../abi/status.ts";
import { PRIORITY_COUNT, ThreadOperation } from "../../abi/syscall.ts";
import { exitProcess } from "../ipc/fault.ts";
import { detachThread, endThread, reapDoomed, unbindNotification } from "../ipc/lifetime.ts";
import { bindNotification } from "../ipc/rendezvous.ts";
import type { Notification } from "../object/notification.ts";
import type { Process } from "../object/process.ts";
import { prepareThread, SendKind, type Thread, ThreadState } from "../object/thread.ts";
import { currentThread, forgetThread, makeReady, reschedule, setPriority, yieldRunning } from "../sched/scheduler.ts";
import { callerProcess, findNotification, findThread, refusal } from "./operands.ts";

function isUserAddress(address: u64): boolean {
  return address >= USER_BASE && address < USER_END;
}

function start(thread: Thread, entry: u64, stack: u64, argument: u64): i64 {
  const process: Process | null = thread.process;
  if (thread.state !== ThreadState.Inactive || process === null || process.state === ProcessState.Empty) return Status.Busy;
  if (!isUserAddress(entry) || !isUserAddress(stack)) return Status.BadArgument;
  // commit
  prepareThread(thread, entry, stack, argument);
  makeReady(thread);
  reschedule();
  return Status.Ok;
}

/** A wait ends with Cancelled; a fault that waits for its supervisor does so no more, and the exception comes again on resuming. */
function suspend(thread: Thread): i64 {
  if (thread.state === ThreadState.Inactive || thread.state === ThreadState.Suspended || thread.state === ThreadState.Dead)
    return Status.Busy;
  const isWaiting: boolean = thread.state >= ThreadState.BlockedOnSend && thread.state <= ThreadState.BlockedOnWait;
  if (isWaiting && thread.sendKind === SendKind.Exit) return Status.Busy;
  // commit
  if (isWaiting && thread.sendKind === SendKind.Call) thread.frame.rax = u64(Status.Cancelled);
  detachThread(thread);
  if (thread === currentThread()) forgetThread(thread);
  reschedule();
  return Status.Ok;
}

function resume(thread: Thread): i64 {
  if (thread.state !== ThreadState.Suspended || thread.process === null) return Status.Busy;
  makeReady(thread);
  reschedule();
  return Status.Ok;
}

function changePriority(thread: Thread, priority: u64): i64 {
  if (priority >= u64(PRIORITY_COUNT)) return Status.BadArgument;
  if (u32(priority) > callerProcess().priorityLimit) return Status.NoRights;
  // commit
  thread.basePriority = u32(priority);
  setPriority(thread, u32(priority));
  reschedule();
  return Status.Ok;
}

function bind(thread: Thread, handle: u64): i64 {
  if (u32(handle) === HANDLE_NONE) {
    unbindNotification(thread);
    return Status.Ok;
  }
  const notification: Notification | null = findNotification(handle, Rights.Wait);
  if (notification === null) return refusal(handle, ObjectKind.Notification);
  if (thread.bound !== null || notification.boundThread !== null || thread.process === null) return Status.Busy;
  // commit
  bindNotification(thread, notification);
  return Status.Ok;
}

function exit(thread: Thread): i64 {
  const process: Process = callerProcess();
  if (process.threadCount === 1) exitProcess(thread, 0);
  else endThread(thread);
  reapDoomed();
  reschedule();
  return Status.Ok;
}

/** @exportName syscall_thread */
export function handleThread(handle: u64, operation: u64, a: u64, b: u64, c: u64): i64 {
  if (u32(operation) === ThreadOperation.Yield) {
    yieldRunning();
    return Status.Ok;
  }
  if (u32(operation) === ThreadOperation.Exit) return exit(currentThread());
  const thread: Thread | null = findThread(handle, Rights.Control);
  if (thread === null) return refusal(handle, ObjectKind.Thread);
  switch (u32(operation)) {
    case ThreadOperation.Start:
      return start(thread, a, b, c);
    case ThreadOperation.Suspend:
      return suspend(thread);
    case ThreadOperation.Resume:
      return resume(thread);
    case ThreadOperation.SetPriority:
      return changePriority(thread, a);
    case ThreadOperation.BindNotification:
      return bind(thread, a);
    default:
      return Status.BadSyscall;
  }
}
