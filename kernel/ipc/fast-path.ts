// Fast path: call and reply-and-receive between two threads that are ready for each other, without queue, scheduler or function call.
// Invariants: (1) each function changes either nothing (false) or everything that rendezvous.ts would have changed
//             (2) no call of a function that is not inlined: then no register needs to be saved
// Called:     from syscall/message-calls.ts first, interrupts off; rendezvous.ts does what these refuse

import { addressOf, objectAt } from "tsmetal/unsafe";
import type { TrapFrame } from "../arch/x64/layout/trap-frame.ts";
import type { Endpoint } from "../object/endpoint.ts";
import { Notification } from "../object/notification.ts";
import { SendKind, type Thread, ThreadState } from "../object/thread.ts";
import { mayRunAt, switchTo } from "../sched/scheduler.ts";
import { isPlainLabel } from "./message.ts";

/** The message into the registers of a thread that waits for one, all but the badge. @inline */
function setWords(frame: TrapFrame, label: u64, word0: u64, word1: u64, word2: u64, word3: u64): void {
  frame.rax = 0;
  frame.rsi = label;
  frame.rdx = word0;
  frame.r10 = word1;
  frame.r8 = word2;
  frame.r9 = word3;
}

/** A call to an endpoint whose server waits, with words only. @inline */
export function callFast(
  caller: Thread,
  endpoint: Endpoint,
  badge: u64,
  label: u64,
  word0: u64,
  word1: u64,
  word2: u64,
  word3: u64,
): boolean {
  const server: Thread | null = endpoint.head;
  if (server === null || server.state !== ThreadState.BlockedOnReceive || !isPlainLabel(label)) return false;
  // commit
  endpoint.removeHead(server);
  setWords(server.frame, label, word0, word1, word2, word3);
  server.frame.rdi = badge;
  server.waitingOn = null;
  server.caller = caller;
  caller.server = server;
  caller.sendKind = SendKind.Call;
  caller.state = ThreadState.BlockedOnReply;
  if (caller.priority > server.priority) server.priority = caller.priority;
  switchTo(server);
  return true;
}

/** Signals of the bound notification wait to be received. @inline */
function hasSignal(server: Thread): boolean {
  const bound: Thread["bound"] = server.bound;
  return bound !== null && objectAt(Notification, addressOf(bound)).bits !== 0;
}

/** Answers the last caller with words only and waits, when nobody else has something for this server. @inline */
export function replyAndReceiveFast(
  server: Thread,
  endpoint: Endpoint,
  label: u64,
  word0: u64,
  word1: u64,
  word2: u64,
  word3: u64,
): boolean {
  const caller: Thread | null = server.caller;
  if (caller === null || caller.sendKind !== SendKind.Call || !isPlainLabel(label)) return false;
  if (endpoint.head !== null || hasSignal(server) || !mayRunAt(caller.priority)) return false;
  // commit
  setWords(caller.frame, label, word0, word1, word2, word3);
  caller.server = null;
  server.caller = null;
  server.priority = server.basePriority;
  server.state = ThreadState.BlockedOnReceive;
  server.waitingOn = endpoint;
  server.next = null;
  server.previous = null;
  endpoint.head = server;
  endpoint.tail = server;
  switchTo(caller);
  return true;
}
