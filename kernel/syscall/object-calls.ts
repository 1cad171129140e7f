// Object calls: create, close, copy.
// Invariants: (1) every object that create makes is reached by the handle it answers, or freed again
// Called:     from syscall_entry through the table, interrupts off

import { loadU64, objectAt, storeU64, symbolAddress, viewAt } from "tsmetal/unsafe";
import { HANDLE_CALLER, HANDLE_NONE, HANDLE_PROCESS, ObjectKind } from "../../abi/handle.ts";
import { Rights } from "../../abi/rights.ts";
import { Status } from "../../abi/status.ts";
import { MemoryType, NOTIFICATION_BITS_ALL, PROCESS_NAME_SIZE_MAX } from "../../abi/syscall.ts";
import { PAGE_OFFSET_MASK, PAGE_SHIFT, roundUpToPage } from "../arch/x64/address.ts";
import { hasLine, lineOfIsa } from "../arch/x64/interrupt-controller.ts";
import { isTimerLine } from "../arch/x64/timer.ts";
import { addFixedHandle, addHandle, closeEntry, reapDoomed } from "../ipc/lifetime.ts";
import { saveCaller } from "../ipc/rendezvous.ts";
import { Counted, release, retain } from "../memory/counted.ts";
import { usableRangeCount, usableRangeEnd, usableRangeStart } from "../memory/memory-map.ts";
import {
  createAnonymousMemory,
  createContiguousMemory,
  createDeviceMemory,
  MEMORY_PAGES_MAX,
  type MemoryObject,
} from "../memory/memory-object.ts";
import { copyFromUser } from "../memory/user-copy.ts";
import { createEndpoint, Endpoint } from "../object/endpoint.ts";
import { explainRefusal, findAnyHandle, findHandle, freeHandleCount, HandleEntry, type HandleTable } from "../object/handle-table.ts";
import { createInterrupt, type Interrupt, interruptOfLine } from "../object/interrupt.ts";
import { createIoPorts, type IoPorts } from "../object/io-ports.ts";
import { createNotification, type Notification } from "../object/notification.ts";
import { createProcess, type Process } from "../object/process.ts";
import { createReply, type Reply } from "../object/reply.ts";
import { createThread, type Thread } from "../object/thread.ts";
import { createTimer, type Timer } from "../object/timer.ts";
import { currentThread, reschedule } from "../sched/scheduler.ts";
import {
  answerHandle,
  callerProcess,
  callerQuota,
  callerSpace,
  callerTable,
  checkSystem,
  findNotification,
  findObject,
  findProcess,
  refusal,
} from "./operands.ts";

const ISA_LINES: u64 = 16;
const PORTS_END: u64 = 0x1_0000;
const PHYSICAL_END: u64 = 0x10_0000_0000_0000;

/** A handle for an object that its maker counted once already: the handle takes that reference over. */
function answerMade(kind: u32, object: Counted): i64 {
  const handle: i64 = answerHandle(kind, object);
  release(object);
  return handle;
}

/** Copies a process name into the buffer for records; what does not fit is cut. */
function readName(address: u64, length: u64): boolean {
  const buffer: u64 = symbolAddress("record_buffer");
  storeU64(buffer, 0);
  storeU64(buffer + 8, 0);
  storeU64(buffer + 16, 0);
  return copyFromUser(callerSpace(), buffer, address, length > u64(PROCESS_NAME_SIZE_MAX) ? u64(PROCESS_NAME_SIZE_MAX) : length);
}

function createProcessObject(supervisor: u64, badge: u64, limitBytes: u64, nameAddress: u64, nameLength: u64): i64 {
  const endpoint: u64 = findObject(supervisor, ObjectKind.Endpoint, Rights.Receive);
  if (endpoint === 0) return refusal(supervisor, ObjectKind.Endpoint);
  if (limitBytes > callerQuota().limitBytes) return Status.NoMemory;
  if (!readName(nameAddress, nameLength)) return Status.BadAddress;
  const process: Process | null = createProcess(limitBytes);
  if (process === null) return Status.NoMemory;
  // commit
  const name: u64 = symbolAddress("record_buffer");
  process.name0 = loadU64(name);
  process.name1 = loadU64(name + 8);
  process.name2 = loadU64(name + 16);
  if (process.priorityLimit > callerProcess().priorityLimit) process.priorityLimit = callerProcess().priorityLimit;
  const supervisorEndpoint: Endpoint = objectAt(Endpoint, endpoint);
  retain(supervisorEndpoint);
  process.supervisor = supervisorEndpoint;
  process.supervisorBadge = badge;
  const table: HandleTable | null = process.handles;
  assert(table !== null);
  addFixedHandle(table, HANDLE_PROCESS, ObjectKind.Process, process, Rights.All & ~Rights.Grant);
  return answerMade(ObjectKind.Process, process);
}

function createThreadObject(processHandle: u64): i64 {
  const process: Process | null = findProcess(processHandle, Rights.Control);
  if (process === null) return refusal(processHandle, ObjectKind.Process);
  const thread: Thread | null = createThread(process);
  return thread === null ? Status.NoMemory : answerHandle(ObjectKind.Thread, thread);
}

/** Whether any page of the range is memory that the kernel manages: such can never be called a device. */
function isManagedMemory(base: u64, sizeBytes: u64): boolean {
  for (let index: u32 = 0; index < usableRangeCount(); index++) {
    if (base < usableRangeEnd(index) && usableRangeStart(index) < base + sizeBytes) return true;
  }
  return false;
}

function createDevice(sizeBytes: u64, type: u32, base: u64, systemHandle: u64): i64 {
  const status: i64 = checkSystem(systemHandle, Rights.Device);
  if (status !== Status.Ok) return status;
  if ((base & PAGE_OFFSET_MASK) !== 0 || base >= PHYSICAL_END || sizeBytes > PHYSICAL_END - base) return Status.BadArgument;
  if (isManagedMemory(base, sizeBytes)) return Status.BadArgument;
  const memory: MemoryObject | null = createDeviceMemory(base, sizeBytes >> PAGE_SHIFT, type);
  return memory === null ? Status.NoMemory : answerMade(ObjectKind.Memory, memory);
}

function createMemoryObject(size: u64, type: u64, base: u64, systemHandle: u64): i64 {
  if (size === 0 || size > MEMORY_PAGES_MAX << PAGE_SHIFT) return Status.BadArgument;
  const sizeBytes: u64 = roundUpToPage(size);
  let memory: MemoryObject | null = null;
  switch (u32(type)) {
    case MemoryType.Anonymous:
      memory = createAnonymousMemory(sizeBytes >> PAGE_SHIFT, callerQuota());
      break;
    case MemoryType.Contiguous:
      memory = createContiguousMemory(sizeBytes >> PAGE_SHIFT, callerQuota());
      break;
    case MemoryType.Device:
    case MemoryType.DeviceWriteCombining:
      return createDevice(sizeBytes, u32(type), base, systemHandle);
    default:
      return Status.BadArgument;
  }
  return memory === null ? Status.NoMemory : answerMade(ObjectKind.Memory, memory);
}

function createTimerObject(notificationHandle: u64, bits: u64): i64 {
  const notification: Notification | null = findNotification(notificationHandle, Rights.Wait);
  if (notification === null) return refusal(notificationHandle, ObjectKind.Notification);
  if ((bits & ~NOTIFICATION_BITS_ALL) !== 0) return Status.BadArgument;
  const timer: Timer | null = createTimer(notification, bits);
  return timer === null ? Status.NoMemory : answerHandle(ObjectKind.Timer, timer);
}

function createInterruptObject(systemHandle: u64, lineNumber: u64, notificationHandle: u64, bits: u64): i64 {
  const status: i64 = checkSystem(systemHandle, Rights.Device);
  if (status !== Status.Ok) return status;
  const notification: Notification | null = findNotification(notificationHandle, Rights.Wait);
  if (notification === null) return refusal(notificationHandle, ObjectKind.Notification);
  const line: u32 = lineNumber < ISA_LINES ? lineOfIsa(u32(lineNumber)) : u32(lineNumber);
  if (!hasLine(line)) return Status.NoDevice;
  if ((bits & ~NOTIFICATION_BITS_ALL) !== 0) return Status.BadArgument;
  if (interruptOfLine(line) !== null || isTimerLine(line)) return Status.Busy;
  const interrupt: Interrupt | null = createInterrupt(line, notification, bits, callerProcess().id);
  return interrupt === null ? Status.NoMemory : answerHandle(ObjectKind.Interrupt, interrupt);
}

function createIoPortsObject(systemHandle: u64, first: u64, count: u64): i64 {
  const status: i64 = checkSystem(systemHandle, Rights.Device);
  if (status !== Status.Ok) return status;
  if (first >= PORTS_END || count === 0 || count > PORTS_END - first) return Status.BadArgument;
  const ports: IoPorts | null = createIoPorts(u32(first), u32(count));
  return ports === null ? Status.NoMemory : answerHandle(ObjectKind.IoPorts, ports);
}

/** @exportName syscall_create */
export function handleCreate(kind: u64, a: u64, b: u64, c: u64, d: u64, e: u64): i64 {
  if (freeHandleCount(callerTable()) === 0) return Status.NoSpace;
  switch (u32(kind)) {
    case ObjectKind.Process:
      return createProcessObject(a, b, c, d, e);
    case ObjectKind.Thread:
      return createThreadObject(a);
    case ObjectKind.Memory:
      return createMemoryObject(a, b, c, d);
    case ObjectKind.Endpoint: {
      const endpoint: Endpoint | null = createEndpoint();
      return endpoint === null ? Status.NoMemory : answerHandle(ObjectKind.Endpoint, endpoint);
    }
    case ObjectKind.Notification: {
      const notification: Notification | null = createNotification();
      return notification === null ? Status.NoMemory : answerHandle(ObjectKind.Notification, notification);
    }
    case ObjectKind.Interrupt:
      return createInterruptObject(a, b, c, d);
    case ObjectKind.IoPorts:
      return createIoPortsObject(a, b, c);
    case ObjectKind.Timer:
      return createTimerObject(a, b);
    default:
      return Status.BadArgument;
  }
}

/** @exportName syscall_close */
export function handleClose(handle: u64): i64 {
  const entry: u64 = findAnyHandle(callerTable(), u32(handle));
  if (entry === 0) return Status.BadHandle;
  // commit
  closeEntry(callerTable(), entry);
  reapDoomed();
  reschedule();
  return Status.Ok;
}

/** The table a copy goes into: the caller's own, or another process's. Null: refused. */
function findTargetTable(processHandle: u64): HandleTable | null {
  if (u32(processHandle) === HANDLE_NONE || u32(processHandle) === HANDLE_PROCESS) return callerTable();
  const process: Process | null = findProcess(processHandle, Rights.Populate);
  return process === null || process.space === null ? null : process.handles;
}

/** The open caller becomes a Reply handle of this process. */
function copyCaller(): i64 {
  const server: Thread = currentThread();
  if (server.caller === null) return Status.BadHandle;
  if (freeHandleCount(callerTable()) === 0) return Status.NoSpace;
  const reply: Reply | null = createReply();
  if (reply === null) return Status.NoMemory;
  // commit
  saveCaller(server, reply);
  const handle: i64 = answerHandle(ObjectKind.Reply, reply);
  reschedule();
  return handle;
}

/** @exportName syscall_copy */
export function handleCopy(handle: u64, rights: u64, badge: u64, processHandle: u64): i64 {
  if (u32(handle) === HANDLE_CALLER) return copyCaller();
  const table: HandleTable = callerTable();
  const found: u64 = findAnyHandle(table, u32(handle));
  if (found === 0) return Status.BadHandle;
  const entry: HandleEntry = viewAt(HandleEntry, found);
  const target: HandleTable | null = findTargetTable(processHandle);
  if (target === null) {
    if (findHandle(table.entries, u32(processHandle), ObjectKind.Process, Rights.Populate) !== 0) return Status.PeerDied;
    return explainRefusal(table, u32(processHandle), ObjectKind.Process);
  }
  if (target !== table && (entry.rights & Rights.Grant) === 0) return Status.NoRights;
  if (entry.kind === ObjectKind.Reply) return Status.WrongKind;
  if (badge !== 0 && (entry.kind !== ObjectKind.Endpoint || entry.badge !== 0)) return Status.BadArgument;
  // commit
  const object: Counted = objectAt(Counted, entry.object);
  const copied: u32 = addHandle(target, entry.kind, object, entry.rights & u32(rights), badge !== 0 ? badge : entry.badge);
  return copied === HANDLE_NONE ? Status.NoSpace : i64(copied);
}
