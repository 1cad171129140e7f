// Lifetime: handles come and go, objects end with their last reference, processes end with all they have.
// Invariants: (1) who drops a reference does it through releaseObject, which destroys at 0
//             (2) nothing here calls itself: a process that must end because of the end of another is doomed, and reapDoomed ends it
// Called:     from syscall, fault.ts and main.ts, interrupts off. The caller reschedules where threads may have become ready

import { addressOf, objectAt, viewAt } from "tsmetal/unsafe";
import { HANDLE_NONE, ObjectKind } from "../../abi/handle.ts";
import { ProcessState } from "../../abi/query.ts";
import { Rights } from "../../abi/rights.ts";
import { Status } from "../../abi/status.ts";
import { type AddressSpace, destroyAddressSpace } from "../memory/address-space.ts";
import { Counted, release, retain } from "../memory/counted.ts";
import { MemoryObject, releaseMemory } from "../memory/memory-object.ts";
import { Endpoint, freeEndpoint } from "../object/endpoint.ts";
import { HandleEntry, type HandleTable, insertEntry, insertFixedEntry, nextUsedEntry, removeEntry } from "../object/handle-table.ts";
import { freeInterrupt, Interrupt } from "../object/interrupt.ts";
import { freeIoPorts, IoPorts } from "../object/io-ports.ts";
import { freeNotification, Notification } from "../object/notification.ts";
import { freeProcess, INIT_PROCESS_ID, Process } from "../object/process.ts";
import { freeReply, Reply } from "../object/reply.ts";
import { delistThread, firstThreadOf, freeThread, nextThreadOf, Thread, ThreadState } from "../object/thread.ts";
import { freeTimer, Timer } from "../object/timer.ts";
import { forgetThread, removeReady } from "../sched/scheduler.ts";
import { doomProcess, takeDoomed } from "./doomed.ts";
import { dropCaller, failCaller, failSenders, unlinkCaller, wakeWithStatus } from "./rendezvous.ts";
import { disarmTimer } from "./timers.ts";

/** Puts an object into a table; the handle holds a reference. HANDLE_NONE when the table is full. */
export function addHandle(table: HandleTable, kind: u32, object: Counted, rights: u32, badge: u64): u32 {
  const handle: u32 = insertEntry(table, kind, addressOf(object), rights, badge);
  if (handle === HANDLE_NONE) return HANDLE_NONE;
  retain(object);
  if (kind === ObjectKind.Endpoint && (rights & Rights.Receive) !== 0) objectAt(Endpoint, addressOf(object)).receiverHandles += 1;
  return handle;
}

/** HANDLE_PROCESS or HANDLE_THREAD of a new process. */
export function addFixedHandle(table: HandleTable, handle: u32, kind: u32, object: Counted, rights: u32): void {
  insertFixedEntry(table, handle, kind, addressOf(object), rights);
  retain(object);
}

/** Requires: no references, so it is bound to nobody; but somebody may still wait. */
function endNotification(notification: Notification): void {
  const waiter: Thread | null = notification.waiter;
  notification.waiter = null;
  if (waiter !== null) wakeWithStatus(waiter, Status.Cancelled);
  freeNotification(notification);
}

function releaseNotification(notification: Notification | null): void {
  if (notification !== null && release(notification)) endNotification(notification);
}

/** Requires: no references, so no sender waits; but receivers may. */
function endEndpoint(endpoint: Endpoint): void {
  let receiver: Thread | null = endpoint.head;
  while (receiver !== null) {
    endpoint.remove(receiver);
    wakeWithStatus(receiver, Status.Cancelled);
    receiver = endpoint.head;
  }
  freeEndpoint(endpoint);
}

function endReply(reply: Reply): void {
  const caller: Thread | null = reply.caller;
  if (caller !== null) {
    unlinkCaller(caller);
    failCaller(caller);
  }
  freeReply(reply);
}

function endInterrupt(interrupt: Interrupt): void {
  const notification: Notification | null = interrupt.notification;
  freeInterrupt(interrupt);
  releaseNotification(notification);
}

function endTimer(timer: Timer): void {
  const notification: Notification | null = timer.notification;
  disarmTimer(timer);
  freeTimer(timer);
  releaseNotification(notification);
}

/** Drops one reference to an object of any kind. An ended process is only freed here; endProcess came before. */
export function releaseObject(kind: u32, address: u64): void {
  if (kind === ObjectKind.Memory) {
    releaseMemory(objectAt(MemoryObject, address));
    return;
  }
  if (!release(objectAt(Counted, address))) return;
  switch (kind) {
    case ObjectKind.Process:
      freeProcess(objectAt(Process, address));
      break;
    case ObjectKind.Thread:
      freeThread(objectAt(Thread, address));
      break;
    case ObjectKind.Endpoint:
      endEndpoint(objectAt(Endpoint, address));
      break;
    case ObjectKind.Reply:
      endReply(objectAt(Reply, address));
      break;
    case ObjectKind.Notification:
      endNotification(objectAt(Notification, address));
      break;
    case ObjectKind.Interrupt:
      endInterrupt(objectAt(Interrupt, address));
      break;
    case ObjectKind.IoPorts:
      freeIoPorts(objectAt(IoPorts, address));
      break;
    case ObjectKind.Timer:
      endTimer(objectAt(Timer, address));
      break;
    default:
      panic("the system object lost its last reference");
  }
}

/** A process that was never started, known only to itself and to the handle that goes now. */
function isAbandoned(process: Process): boolean {
  return process.state === ProcessState.Empty && process.references === process.threadCount + 2;
}

/** Drops a handle. A process that nobody started and nobody else knows any more is doomed. */
export function closeEntry(table: HandleTable, entryAddress: u64): void {
  const entry: HandleEntry = viewAt(HandleEntry, entryAddress);
  const kind: u32 = entry.kind;
  const object: u64 = entry.object;
  const rights: u32 = entry.rights;
  removeEntry(table, entryAddress);
  if (kind === ObjectKind.Endpoint && (rights & Rights.Receive) !== 0) {
    const endpoint: Endpoint = objectAt(Endpoint, object);
    endpoint.receiverHandles -= 1;
    if (endpoint.receiverHandles === 0) failSenders(endpoint);
  }
  if (kind === ObjectKind.Process && isAbandoned(objectAt(Process, object))) doomProcess(objectAt(Process, object));
  releaseObject(kind, object);
}

/** Takes the thread out of whatever it waits for. It is in no queue afterwards, in state Suspended. A running thread stays current. */
export function detachThread(thread: Thread): void {
  switch (thread.state) {
    case ThreadState.Ready:
      removeReady(thread);
      break;
    case ThreadState.BlockedOnSend:
    case ThreadState.BlockedOnReceive: {
      const endpoint: Counted | null = thread.waitingOn;
      assert(endpoint !== null);
      objectAt(Endpoint, addressOf(endpoint)).remove(thread);
      break;
    }
    case ThreadState.BlockedOnWait: {
      const notification: Counted | null = thread.waitingOn;
      assert(notification !== null);
      objectAt(Notification, addressOf(notification)).waiter = null;
      break;
    }
    case ThreadState.BlockedOnReply:
      unlinkCaller(thread);
      break;
    default:
      break;
  }
  thread.waitingOn = null;
  thread.state = ThreadState.Suspended;
}

export function unbindNotification(thread: Thread): void {
  const bound: Counted | null = thread.bound;
  if (bound === null) return;
  const notification: Notification = objectAt(Notification, addressOf(bound));
  thread.bound = null;
  notification.boundThread = null;
  releaseNotification(notification);
}

/** Ends a thread: it leaves its process and never runs again. If it is the running one, another runs from now on. */
export function endThread(thread: Thread): void {
  const process: Process | null = thread.process;
  assert(process !== null && thread.state !== ThreadState.Dead);
  detachThread(thread);
  dropCaller(thread);
  unbindNotification(thread);
  delistThread(thread, process);
  thread.state = ThreadState.Dead;
  thread.handles = null;
  thread.handleEntries = 0;
  thread.process = null;
  forgetThread(thread);
  releaseObject(ObjectKind.Thread, addressOf(thread));
  releaseObject(ObjectKind.Process, addressOf(process));
}

function closeAllHandles(table: HandleTable): void {
  let entry: u64 = nextUsedEntry(table, 0);
  while (entry !== 0) {
    closeEntry(table, entry);
    entry = nextUsedEntry(table, 0);
  }
}

function releaseSupervisor(process: Process): void {
  const supervisor: Counted | null = process.supervisor;
  process.supervisor = null;
  if (supervisor !== null) releaseObject(ObjectKind.Endpoint, addressOf(supervisor));
}

/**
 * Ends a process: threads, handles, memory. `messenger`, one of its threads, is kept (Suspended, without memory or handles) to tell
 * the supervisor; then a second call ends that too. May end the running thread. Requires: the caller holds a reference.
 */
export function endProcess(process: Process, messenger: Thread | null): void {
  process.state = ProcessState.Ended;
  let thread: Thread | null = firstThreadOf(process);
  while (thread !== null) {
    const next: Thread | null = nextThreadOf(thread);
    if (thread !== messenger) endThread(thread);
    thread = next;
  }
  const handles: HandleTable | null = process.handles;
  if (handles !== null) closeAllHandles(handles);
  const space: AddressSpace | null = process.space;
  process.space = null;
  if (space !== null) destroyAddressSpace(space);
  if (messenger === null) releaseSupervisor(process);
}

/** Ends what is doomed. Every syscall that may doom a process, and every trap, does this last before it reschedules. */
export function reapDoomed(): void {
  let process: Process | null = takeDoomed();
  while (process !== null) {
    if (process.id === INIT_PROCESS_ID) panic("init ended");
    endProcess(process, null);
    releaseObject(ObjectKind.Process, addressOf(process));
    process = takeDoomed();
  }
}
