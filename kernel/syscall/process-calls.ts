// Process calls: load, start, kill, exit, read memory, id, priority limit.
// Called:     from syscall_entry through the table, interrupts off

import { copyMemory, viewAt } from "tsmetal/unsafe";
import { HANDLE_THREAD, ObjectKind } from "../../abi/handle.ts";
import { ProcessState } from "../../abi/query.ts";
import { Rights } from "../../abi/rights.ts";
import {
  HEAP_BASE,
  HEAP_SIZE_BYTES,
  ProcessStart,
  START_PAGE,
  START_PAYLOAD_OFFSET,
  START_PAYLOAD_SIZE_MAX,
  START_VERSION,
  USER_STACK_SIZE_BYTES,
  USER_STACK_TOP,
} from "../../abi/start.ts";
import { Status } from "../../abi/status.ts";
import { PageAccess, PRIORITY_COUNT, ProcessOperation } from "../../abi/syscall.ts";
import { PAGE_SHIFT, physicalToVirtual } from "../arch/x64/address.ts";
import { doomProcess } from "../ipc/doomed.ts";
import { exitProcess } from "../ipc/fault.ts";
import { addFixedHandle, reapDoomed } from "../ipc/lifetime.ts";
import { type AddressSpace, findMapping, type Mapping } from "../memory/address-space.ts";
import { frameOfPage, type MemoryObject } from "../memory/memory-object.ts";
import { copyBetweenUsers, copyFromUser, isUserRangeAccessible } from "../memory/user-copy.ts";
import type { HandleTable } from "../object/handle-table.ts";
import type { Process } from "../object/process.ts";
import { loadProgram } from "../object/program.ts";
import { createThread, firstThreadOf, prepareThread, type Thread } from "../object/thread.ts";
import { currentThread, makeReady, reschedule } from "../sched/scheduler.ts";
import { callerProcess, callerSpace, findMemory, findProcess, refusal } from "./operands.ts";

/** The first thread, suspended at the entry point, and its handle in the process's own table. */
export function addFirstThread(process: Process): i64 {
  const thread: Thread | null = createThread(process);
  const table: HandleTable | null = process.handles;
  if (thread === null || table === null) return Status.NoMemory;
  prepareThread(thread, process.entry, USER_STACK_TOP - 8, START_PAGE);
  addFixedHandle(table, HANDLE_THREAD, ObjectKind.Thread, thread, Rights.All);
  return Status.Ok;
}

function load(process: Process, memoryHandle: u64, offset: u64, size: u64): i64 {
  const memory: MemoryObject | null = findMemory(memoryHandle, Rights.Read);
  if (memory === null) return refusal(memoryHandle, ObjectKind.Memory);
  const memorySize: u64 = memory.pageCount << PAGE_SHIFT;
  if (offset > memorySize || size > memorySize - offset) return Status.BadArgument;
  if (process.state !== ProcessState.Empty || process.entry !== 0 || process.threadCount !== 0) return Status.Busy;
  const status: i64 = loadProgram(process, memory, offset, size);
  return status === Status.Ok ? addFirstThread(process) : status;
}

/** Kernel address of the start page of a loaded process, or 0. */
function findStartPage(process: Process): u64 {
  const space: AddressSpace | null = process.space;
  if (space === null) return 0;
  const mapping: Mapping | null = findMapping(space, START_PAGE);
  if (mapping === null) return 0;
  const memory: MemoryObject | null = mapping.memory;
  const frame: u64 = memory === null ? 0 : frameOfPage(memory, 0);
  return frame === 0 ? 0 : physicalToVirtual(frame);
}

function fillStart(page: u64, process: Process, payloadSizeBytes: u64): void {
  const start: ProcessStart = viewAt(ProcessStart, page);
  start.version = START_VERSION;
  start.payloadSizeBytes = u32(payloadSizeBytes);
  start.processId = process.id;
  start.heapBase = HEAP_BASE;
  start.heapSizeBytes = HEAP_SIZE_BYTES;
  start.stackLow = USER_STACK_TOP - USER_STACK_SIZE_BYTES;
  start.stackTop = USER_STACK_TOP;
}

/** Lets the first thread of a loaded process run. `payload` is a kernel address. */
export function startFirstThread(process: Process, payload: u64, sizeBytes: u64): void {
  const page: u64 = findStartPage(process);
  const thread: Thread | null = firstThreadOf(process);
  assert(page !== 0 && thread !== null && sizeBytes <= u64(START_PAYLOAD_SIZE_MAX));
  fillStart(page, process, sizeBytes);
  if (payload !== 0) copyMemory(page + u64(START_PAYLOAD_OFFSET), payload, sizeBytes);
  process.state = ProcessState.Ready;
  makeReady(thread);
}

function start(process: Process, address: u64, size: u64): i64 {
  if (size > u64(START_PAYLOAD_SIZE_MAX)) return Status.BadArgument;
  const page: u64 = findStartPage(process);
  if (process.state !== ProcessState.Empty || process.entry === 0 || page === 0) return Status.Busy;
  if (!copyFromUser(callerSpace(), page + u64(START_PAYLOAD_OFFSET), address, size)) return Status.BadAddress;
  // commit
  startFirstThread(process, 0, size);
  reschedule();
  return Status.Ok;
}

function readMemory(process: Process, address: u64, buffer: u64, size: u64): i64 {
  const space: AddressSpace | null = process.space;
  if (space === null) return Status.PeerDied;
  if (!isUserRangeAccessible(callerSpace(), buffer, size, PageAccess.Write)) return Status.BadAddress;
  return copyBetweenUsers(callerSpace(), buffer, space, address, size) ? Status.Ok : Status.BadAddress;
}

function kill(process: Process): i64 {
  doomProcess(process);
  reapDoomed();
  reschedule();
  return Status.Ok;
}

function exit(process: Process, code: u64): i64 {
  if (process !== callerProcess()) return Status.BadArgument;
  exitProcess(currentThread(), code);
  reapDoomed();
  reschedule();
  return Status.Ok;
}

function limitPriority(process: Process, priority: u64): i64 {
  if (priority >= u64(PRIORITY_COUNT)) return Status.BadArgument;
  if (u32(priority) > callerProcess().priorityLimit) return Status.NoRights;
  if (process.threadCount !== 0) return Status.Busy;
  process.priorityLimit = u32(priority);
  return Status.Ok;
}

/** The right that an operation needs on the process. */
function rightOf(operation: u32): u32 {
  return operation === ProcessOperation.ReadMemory || operation === ProcessOperation.Id ? Rights.Inspect : Rights.Control;
}

/** @exportName syscall_process */
export function handleProcess(handle: u64, operation: u64, a: u64, b: u64, c: u64): i64 {
  const process: Process | null = findProcess(handle, rightOf(u32(operation)));
  if (process === null) return refusal(handle, ObjectKind.Process);
  switch (u32(operation)) {
    case ProcessOperation.Load:
      return load(process, a, b, c);
    case ProcessOperation.Start:
      return start(process, a, b);
    case ProcessOperation.Kill:
      return kill(process);
    case ProcessOperation.Exit:
      return exit(process, a);
    case ProcessOperation.ReadMemory:
      return readMemory(process, a, b, c);
    case ProcessOperation.Id:
      return i64(process.id);
    case ProcessOperation.LimitPriority:
      return limitPriority(process, a);
    default:
      return Status.BadSyscall;
  }
}
