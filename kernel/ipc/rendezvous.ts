// Rendezvous: call, receive and reply: how a caller and a server meet at an endpoint and part again.
// Owns:       the caller, server and reply links between threads
// Invariants: (1) a BlockedOnReply thread is linked from exactly one place: its server's `caller`, or a Reply object
//             (2) a server with an open caller has at least the caller's priority
// Called:     from syscall, fault.ts and lifetime.ts, on the kernel stack, interrupts off
//
//   call, a server waits:   caller BlockedOnReply ──switch──► server            (with words only: ipc/fast-path.ts)
//   call, none waits:       caller BlockedOnSend in the endpoint's queue ──taken by receive──► BlockedOnReply
//   reply:                  caller Ready; the server goes on, or receives and lets the caller run at once

import { addressOf, objectAt } from "tsmetal/unsafe";
import { LABEL_SIGNAL } from "../../abi/message.ts";
import { Status } from "../../abi/status.ts";
import type { TrapFrame } from "../arch/x64/layout/trap-frame.ts";
import { retain } from "../memory/counted.ts";
import type { Endpoint } from "../object/endpoint.ts";
import { Notification } from "../object/notification.ts";
import type { Process } from "../object/process.ts";
import { Reply } from "../object/reply.ts";
import { SendKind, type Thread, ThreadState } from "../object/thread.ts";
import { makeReady, runNext, setPriority, switchTo } from "../sched/scheduler.ts";
import { doomProcess } from "./doomed.ts";
import { checkLabel, deliver, isPlainLabel, setMessage, transferBuffer } from "./message.ts";

/** The server answers for the caller from now on, at its priority at least. */
function linkCaller(server: Thread, caller: Thread): void {
  assert(server.caller === null);
  caller.state = ThreadState.BlockedOnReply;
  caller.server = server;
  caller.waitingOn = null;
  server.caller = caller;
  if (caller.priority > server.priority) server.priority = caller.priority;
}

/** Takes the caller from whoever was to answer it. */
export function unlinkCaller(caller: Thread): void {
  assert(caller.state === ThreadState.BlockedOnReply);
  const server: Thread | null = caller.server;
  const reply: Thread["reply"] = caller.reply;
  caller.server = null;
  caller.reply = null;
  if (server !== null) {
    server.caller = null;
    setPriority(server, server.basePriority);
  }
  if (reply !== null) objectAt(Reply, addressOf(reply)).caller = null;
}

/** Ends a thread's wait with a status. Requires: it is in no queue and linked to nobody. */
export function wakeWithStatus(thread: Thread, status: i64): void {
  thread.frame.rax = u64(status);
  thread.waitingOn = null;
  makeReady(thread);
}

/** Puts the thread, which is not running any more, into the endpoint's queue as a sender. */
function enqueueSender(thread: Thread, endpoint: Endpoint): void {
  thread.state = ThreadState.BlockedOnSend;
  thread.waitingOn = endpoint;
  endpoint.pushBack(thread);
}

/** The first server that waits at the endpoint, or null. */
function waitingServer(endpoint: Endpoint): Thread | null {
  const first: Thread | null = endpoint.head;
  return first !== null && first.state === ThreadState.BlockedOnReceive ? first : null;
}

function takeServer(endpoint: Endpoint, server: Thread): void {
  endpoint.remove(server);
  server.waitingOn = null;
}

/**
 * The running thread calls. On Ok it is blocked and somebody else runs; its frame's rax is set when the call ends.
 * Requires: the message is in its frame.
 */
export function callEndpoint(caller: Thread, endpoint: Endpoint, badge: u64, label: u64): i64 {
  const server: Thread | null = waitingServer(endpoint);
  if (server === null && endpoint.receiverHandles === 0) return Status.PeerDied;
  const labelStatus: i64 = checkLabel(label);
  if (labelStatus !== Status.Ok) return labelStatus;
  caller.badge = badge;
  caller.sendKind = SendKind.Call;
  if (server === null) {
    enqueueSender(caller, endpoint);
    runNext();
    return Status.Ok;
  }
  const status: i64 = deliver(caller, server);
  if (status !== Status.Ok) return status;
  // commit
  takeServer(endpoint, server);
  linkCaller(server, caller);
  switchTo(server);
  return Status.Ok;
}

/** Sends what sendKind says on behalf of a thread that is in no queue. Requires: somebody holds Receive. The caller reschedules. */
export function sendForThread(sender: Thread, endpoint: Endpoint): void {
  assert(endpoint.receiverHandles !== 0);
  const server: Thread | null = waitingServer(endpoint);
  if (server === null) {
    enqueueSender(sender, endpoint);
    return;
  }
  takeServer(endpoint, server);
  deliver(sender, server);
  linkCaller(server, sender);
  makeReady(server);
}

/** Takes the pending signals of the bound notification as a message. False when there are none. */
function receiveSignal(server: Thread): boolean {
  const bound: Thread["bound"] = server.bound;
  if (bound === null) return false;
  const notification: Notification = objectAt(Notification, addressOf(bound));
  if (notification.bits === 0) return false;
  setMessage(server, 0, u64(LABEL_SIGNAL), notification.bits, 0, 0, 0);
  notification.bits = 0;
  return true;
}

/** Nobody will answer this thread: its call fails; with a fault or exit that nobody heard of, its process ends. */
export function failCaller(caller: Thread): void {
  if (caller.sendKind === SendKind.Call) {
    wakeWithStatus(caller, Status.PeerDied);
    return;
  }
  caller.waitingOn = null;
  caller.state = ThreadState.Suspended;
  const process: Process | null = caller.process;
  if (process !== null) doomProcess(process);
}

/** The caller that was not answered gets PeerDied. */
export function dropCaller(server: Thread): void {
  const caller: Thread | null = server.caller;
  if (caller === null) return;
  unlinkCaller(caller);
  failCaller(caller);
}

/** True when a message or signal was there and is in the server's frame now. */
function receiveNow(server: Thread, endpoint: Endpoint): boolean {
  if (receiveSignal(server)) return true;
  let sender: Thread | null = endpoint.head;
  while (sender !== null && sender.state === ThreadState.BlockedOnSend) {
    endpoint.remove(sender);
    const status: i64 = deliver(sender, server);
    if (status === Status.Ok) {
      linkCaller(server, sender);
      return true;
    }
    wakeWithStatus(sender, status);
    sender = endpoint.head;
  }
  return false;
}

function enqueueReceiver(server: Thread, endpoint: Endpoint): void {
  server.state = ThreadState.BlockedOnReceive;
  server.waitingOn = endpoint;
  endpoint.pushBack(server);
}

/** The running thread receives. The answer is in its frame, rax too, when it runs again. */
export function receiveFrom(server: Thread, endpoint: Endpoint): void {
  dropCaller(server);
  if (receiveNow(server, endpoint)) return;
  enqueueReceiver(server, endpoint);
  runNext();
}

/** Gives the caller its answer and unlinks it; it is in no queue then. Not Ok: nothing happened. Requires: caller made a Call. */
export function answerCaller(answerer: Thread, caller: Thread, label: u64, word0: u64, word1: u64, word2: u64, word3: u64): i64 {
  if (!isPlainLabel(label)) {
    const labelStatus: i64 = checkLabel(label);
    if (labelStatus !== Status.Ok) return labelStatus;
    const status: i64 = transferBuffer(answerer, caller, label);
    if (status !== Status.Ok) return status;
  }
  // commit
  const frame: TrapFrame = caller.frame;
  frame.rax = 0;
  frame.rsi = label;
  frame.rdx = word0;
  frame.r10 = word1;
  frame.r8 = word2;
  frame.r9 = word3;
  unlinkCaller(caller);
  return Status.Ok;
}

/** Turns the open caller into a Reply object. Requires: the server has an open caller. */
export function saveCaller(server: Thread, reply: Reply): void {
  const caller: Thread | null = server.caller;
  assert(caller !== null);
  caller.server = null;
  caller.reply = reply;
  reply.caller = caller;
  server.caller = null;
  setPriority(server, server.basePriority);
}

/** Wakes every sender of an endpoint at which nobody can receive any more. */
export function failSenders(endpoint: Endpoint): void {
  let sender: Thread | null = endpoint.head;
  while (sender !== null && sender.state === ThreadState.BlockedOnSend) {
    endpoint.remove(sender);
    failCaller(sender);
    sender = endpoint.head;
  }
}

/** The thread that binds also hears the notification's signals when it receives. */
export function bindNotification(thread: Thread, notification: Notification): void {
  assert(thread.bound === null && notification.boundThread === null);
  thread.bound = notification;
  notification.boundThread = thread;
  retain(notification);
}
