// Operands: from the handles in a syscall's registers to objects, and answers that several handlers share.
// Invariants: (1) nothing here changes state: handlers check with these first, and then commit
// Called:     from the handlers in this folder, interrupts off

import { objectAt, viewAt } from "tsmetal/unsafe";
import { HANDLE_NONE, ObjectKind } from "../../abi/handle.ts";
import { Rights } from "../../abi/rights.ts";
import { Status } from "../../abi/status.ts";
import { addHandle } from "../ipc/lifetime.ts";
import type { AddressSpace } from "../memory/address-space.ts";
import type { Counted } from "../memory/counted.ts";
import { MemoryObject } from "../memory/memory-object.ts";
import type { Quota } from "../memory/quota.ts";
import { explainRefusal, findHandle, HandleEntry, type HandleTable } from "../object/handle-table.ts";
import { Notification } from "../object/notification.ts";
import { Process } from "../object/process.ts";
import { Thread } from "../object/thread.ts";
import { currentThread } from "../sched/scheduler.ts";

/** Requires: the running thread is alive, as it is in every syscall. */
export function callerTable(): HandleTable {
  const table: HandleTable | null = currentThread().handles;
  assert(table !== null);
  return table;
}

export function callerProcess(): Process {
  const process: Process | null = currentThread().process;
  assert(process !== null);
  return process;
}

export function callerSpace(): AddressSpace {
  const space: AddressSpace | null = callerProcess().space;
  assert(space !== null);
  return space;
}

export function callerQuota(): Quota {
  const quota: Quota | null = callerProcess().quota;
  assert(quota !== null);
  return quota;
}

/** Address of the entry, or 0. */
export function findEntry(handle: u64, kind: u32, rights: u32): u64 {
  return findHandle(currentThread().handleEntries, u32(handle), kind, rights);
}

/** Why findEntry, or one of the functions below, did not find it. */
export function refusal(handle: u64, kind: u32): i64 {
  return explainRefusal(callerTable(), u32(handle), kind);
}

/** Address of the object a handle names, or 0. */
export function findObject(handle: u64, kind: u32, rights: u32): u64 {
  const entry: u64 = findEntry(handle, kind, rights);
  return entry === 0 ? 0 : viewAt(HandleEntry, entry).object;
}

export function findProcess(handle: u64, rights: u32): Process | null {
  const object: u64 = findObject(handle, ObjectKind.Process, rights);
  return object === 0 ? null : objectAt(Process, object);
}

export function findThread(handle: u64, rights: u32): Thread | null {
  const object: u64 = findObject(handle, ObjectKind.Thread, rights);
  return object === 0 ? null : objectAt(Thread, object);
}

export function findMemory(handle: u64, rights: u32): MemoryObject | null {
  const object: u64 = findObject(handle, ObjectKind.Memory, rights);
  return object === 0 ? null : objectAt(MemoryObject, object);
}

export function findNotification(handle: u64, rights: u32): Notification | null {
  const object: u64 = findObject(handle, ObjectKind.Notification, rights);
  return object === 0 ? null : objectAt(Notification, object);
}

/** Ok when the handle names the System object with these rights. */
export function checkSystem(handle: u64, rights: u32): i64 {
  return findObject(handle, ObjectKind.System, rights) === 0 ? refusal(handle, ObjectKind.System) : Status.Ok;
}

/** Gives the caller a handle with all rights. Requires: its table has room. */
export function answerHandle(kind: u32, object: Counted): i64 {
  const handle: u32 = addHandle(callerTable(), kind, object, Rights.All, 0);
  assert(handle !== HANDLE_NONE);
  return i64(handle);
}
