// Message calls: null, call, receive, reply, reply-and-receive, signal, wait: the paths that are walked most.
// Invariants: (1) a message's words are in the caller's trap frame as well as in the arguments
// Called:     from syscall_entry through the table, interrupts off

import { objectAt, viewAt } from "tsmetal/unsafe";
import { HANDLE_CALLER, ObjectKind } from "../../abi/handle.ts";
import { Rights } from "../../abi/rights.ts";
import { Status } from "../../abi/status.ts";
import { NOTIFICATION_BITS_ALL } from "../../abi/syscall.ts";
import { callFast, replyAndReceiveFast } from "../ipc/fast-path.ts";
import { answerKernelMessage } from "../ipc/fault.ts";
import { closeEntry, reapDoomed } from "../ipc/lifetime.ts";
import { answerCaller, callEndpoint, receiveFrom } from "../ipc/rendezvous.ts";
import { signal, waitFor } from "../ipc/signal.ts";
import { Endpoint } from "../object/endpoint.ts";
import { findHandle, HandleEntry } from "../object/handle-table.ts";
import type { Notification } from "../object/notification.ts";
import { Reply } from "../object/reply.ts";
import { SendKind, type Thread } from "../object/thread.ts";
import { currentThread, makeReady, reschedule } from "../sched/scheduler.ts";
import { callerTable, findEntry, findNotification, refusal } from "./operands.ts";

/** @exportName syscall_null */
export function handleNull(): i64 {
  return Status.Ok;
}

/** What callFast did not take. */
function callSlowly(handle: u64, label: u64): i64 {
  const found: u64 = findEntry(handle, ObjectKind.Endpoint, Rights.Call);
  if (found === 0) return refusal(handle, ObjectKind.Endpoint);
  const entry: HandleEntry = viewAt(HandleEntry, found);
  return callEndpoint(currentThread(), objectAt(Endpoint, entry.object), entry.badge, label);
}

/** @exportName syscall_call */
export function handleCall(handle: u64, label: u64, word0: u64, word1: u64, word2: u64, word3: u64): i64 {
  const caller: Thread = currentThread();
  const found: u64 = findHandle(caller.handleEntries, u32(handle), ObjectKind.Endpoint, Rights.Call);
  if (found !== 0) {
    const entry: HandleEntry = viewAt(HandleEntry, found);
    if (callFast(caller, objectAt(Endpoint, entry.object), entry.badge, label, word0, word1, word2, word3)) return Status.Ok;
  }
  return callSlowly(handle, label);
}

/** @exportName syscall_receive */
export function handleReceive(handle: u64): i64 {
  const found: u64 = findEntry(handle, ObjectKind.Endpoint, Rights.Receive);
  if (found === 0) return refusal(handle, ObjectKind.Endpoint);
  receiveFrom(currentThread(), objectAt(Endpoint, viewAt(HandleEntry, found).object));
  reapDoomed();
  reschedule();
  return Status.Ok;
}

/** Answers a caller that is in no queue afterwards, and ready. */
function replyTo(caller: Thread, label: u64, word0: u64, word1: u64, word2: u64, word3: u64): i64 {
  if (caller.sendKind !== SendKind.Call) {
    answerKernelMessage(caller, label);
    return Status.Ok;
  }
  const status: i64 = answerCaller(currentThread(), caller, label, word0, word1, word2, word3);
  if (status === Status.Ok) makeReady(caller);
  return status;
}

function replyThroughHandle(handle: u64, label: u64, word0: u64, word1: u64, word2: u64, word3: u64): i64 {
  const found: u64 = findEntry(handle, ObjectKind.Reply, Rights.None);
  if (found === 0) return refusal(handle, ObjectKind.Reply);
  const caller: Thread | null = objectAt(Reply, viewAt(HandleEntry, found).object).caller;
  const status: i64 = caller === null ? Status.PeerDied : replyTo(caller, label, word0, word1, word2, word3);
  if (status === Status.Ok || caller === null) closeEntry(callerTable(), found);
  return status;
}

/** @exportName syscall_reply */
export function handleReply(handle: u64, label: u64, word0: u64, word1: u64, word2: u64, word3: u64): i64 {
  let status: i64 = Status.BadHandle;
  if (u32(handle) !== HANDLE_CALLER) {
    status = replyThroughHandle(handle, label, word0, word1, word2, word3);
  } else {
    const caller: Thread | null = currentThread().caller;
    if (caller !== null) status = replyTo(caller, label, word0, word1, word2, word3);
  }
  reapDoomed();
  reschedule();
  return status;
}

/** Answers whoever is to be answered, then receives. A reply that cannot be delivered ends it: the caller is still open then. */
function replyThenReceive(server: Thread, endpoint: Endpoint, label: u64, word0: u64, word1: u64, word2: u64, word3: u64): i64 {
  const caller: Thread | null = server.caller;
  if (caller !== null) {
    const status: i64 = replyTo(caller, label, word0, word1, word2, word3);
    if (status !== Status.Ok) return status;
    reapDoomed();
  }
  receiveFrom(server, endpoint);
  reschedule();
  return Status.Ok;
}

/** What replyAndReceiveFast did not take. */
function replyAndReceiveSlowly(handle: u64, label: u64, word0: u64, word1: u64, word2: u64, word3: u64): i64 {
  const found: u64 = findEntry(handle, ObjectKind.Endpoint, Rights.Receive);
  if (found === 0) return refusal(handle, ObjectKind.Endpoint);
  return replyThenReceive(currentThread(), objectAt(Endpoint, viewAt(HandleEntry, found).object), label, word0, word1, word2, word3);
}

/** @exportName syscall_reply_and_receive */
export function handleReplyAndReceive(handle: u64, label: u64, word0: u64, word1: u64, word2: u64, word3: u64): i64 {
  const server: Thread = currentThread();
  const found: u64 = findHandle(server.handleEntries, u32(handle), ObjectKind.Endpoint, Rights.Receive);
  if (found !== 0) {
    const endpoint: Endpoint = objectAt(Endpoint, viewAt(HandleEntry, found).object);
    if (replyAndReceiveFast(server, endpoint, label, word0, word1, word2, word3)) return Status.Ok;
  }
  return replyAndReceiveSlowly(handle, label, word0, word1, word2, word3);
}

/** @exportName syscall_signal */
export function handleSignal(handle: u64, bits: u64): i64 {
  const notification: Notification | null = findNotification(handle, Rights.Signal);
  if (notification === null) return refusal(handle, ObjectKind.Notification);
  if ((bits & ~NOTIFICATION_BITS_ALL) !== 0) return Status.BadArgument;
  if (bits === 0) return Status.Ok;
  // commit
  signal(notification, bits);
  reschedule();
  return Status.Ok;
}

/** @exportName syscall_wait */
export function handleWait(handle: u64, mayBlock: u64): i64 {
  const notification: Notification | null = findNotification(handle, Rights.Wait);
  if (notification === null) return refusal(handle, ObjectKind.Notification);
  return waitFor(currentThread(), notification, u32(mayBlock) !== 0);
}
