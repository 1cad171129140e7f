// Query: one record about the machine or a process, written into the caller's memory.
// Owns:       the record buffer while a query runs
// Called:     from syscall_entry through the table, interrupts off

import { addressOf, copyMemory, sizeOf, symbolAddress, viewAt } from "tsmetal/unsafe";
import { FramebufferInfo } from "../../abi/boot-info.ts";
import { ObjectKind } from "../../abi/handle.ts";
import {
  INTERRUPT_LINE_NONE,
  InterruptRecord,
  MemoryRecord,
  ProcessRecord,
  ProcessState,
  QueryKind,
  SystemRecord,
} from "../../abi/query.ts";
import { Rights } from "../../abi/rights.ts";
import { Status } from "../../abi/status.ts";
import { acpi } from "../arch/x64/acpi.ts";
import { PAGE_SHIFT } from "../arch/x64/address.ts";
import { bootCommandLineAddress, bootCommandLineSize, bootFramebuffer, bootMemoryBytes, bootSource } from "../arch/x64/boot-facts.ts";
import { clockNs, ticksToNs, tscFrequencyHz } from "../arch/x64/clock.ts";
import { LINE_VECTOR_BASE, LINES_MAX, usesIoApic } from "../arch/x64/interrupt-controller.ts";
import { LOG_SIZE_BYTES, logFirstPosition, logPosition } from "../arch/x64/log.ts";
import { freeMemoryBytes, totalMemoryBytes } from "../memory/frame-allocator.ts";
import { isContiguous, type MemoryObject } from "../memory/memory-object.ts";
import type { Quota } from "../memory/quota.ts";
import { copyToUser } from "../memory/user-copy.ts";
import type { HandleTable } from "../object/handle-table.ts";
import { type Interrupt, interruptOfLine } from "../object/interrupt.ts";
import { firstProcess, type Process, processCount } from "../object/process.ts";
import { firstThreadOf, nextThreadOf, type Thread, ThreadState, threadCount } from "../object/thread.ts";
import { bookRunningTime, idleTimeTicks } from "../sched/scheduler.ts";
import { interruptCount } from "./interrupt-counts.ts";
import { callerSpace, checkSystem, findMemory, refusal } from "./operands.ts";

function recordAddress(): u64 {
  return symbolAddress("record_buffer");
}

/** Writes the record, or as much of it as the caller has room for, and answers that size. */
function answerRecord(address: u64, size: u64, recordSize: u64): i64 {
  const sizeBytes: u64 = size < recordSize ? size : recordSize;
  return copyToUser(callerSpace(), address, recordAddress(), sizeBytes) ? i64(sizeBytes) : Status.BadAddress;
}

function querySystem(address: u64, size: u64): i64 {
  bookRunningTime();
  const record: SystemRecord = viewAt(SystemRecord, recordAddress());
  record.uptimeNs = clockNs();
  record.tscFrequencyHz = tscFrequencyHz();
  record.memoryTotalBytes = bootMemoryBytes();
  record.memoryFreeBytes = freeMemoryBytes();
  record.memoryKernelBytes = bootMemoryBytes() - totalMemoryBytes();
  record.idleNs = ticksToNs(idleTimeTicks());
  record.processCount = processCount();
  record.threadCount = threadCount();
  record.processorsPresent = acpi.processorCount;
  record.processorsUsed = 1;
  record.hasApic = usesIoApic() ? 1 : 0;
  record.bootSource = bootSource();
  return answerRecord(address, size, sizeOf(SystemRecord));
}

/** Empty, Faulted and Ended are kept; Ready and Blocked are what the threads make of it. */
function stateOf(process: Process): u32 {
  if (process.state !== ProcessState.Ready) return process.state;
  let thread: Thread | null = firstThreadOf(process);
  while (thread !== null) {
    if (thread.state === ThreadState.Ready || thread.state === ThreadState.Running) return ProcessState.Ready;
    thread = nextThreadOf(thread);
  }
  return ProcessState.Blocked;
}

function highestPriority(process: Process): u32 {
  let highest: u32 = 0;
  let thread: Thread | null = firstThreadOf(process);
  while (thread !== null) {
    if (thread.priority > highest) highest = thread.priority;
    thread = nextThreadOf(thread);
  }
  return highest;
}

function cpuTicksOf(process: Process): u64 {
  let ticks: u64 = process.cpuTicks;
  let thread: Thread | null = firstThreadOf(process);
  while (thread !== null) {
    ticks += thread.cpuTicks;
    thread = nextThreadOf(thread);
  }
  return ticks;
}

function fillProcessRecord(process: Process): void {
  const record: ProcessRecord = viewAt(ProcessRecord, recordAddress());
  const quota: Quota | null = process.quota;
  const handles: HandleTable | null = process.handles;
  record.id = process.id;
  record.name0 = process.name0;
  record.name1 = process.name1;
  record.name2 = process.name2;
  record.cpuTimeNs = ticksToNs(cpuTicksOf(process));
  record.memoryBytes = quota === null ? 0 : quota.usedBytes;
  record.memoryLimitBytes = quota === null ? 0 : quota.limitBytes;
  record.state = stateOf(process);
  record.threadCount = process.threadCount;
  record.handleCount = handles === null ? 0 : handles.usedCount;
  record.priority = highestPriority(process);
}

function queryProcess(id: u64, address: u64, size: u64): i64 {
  let process: Process | null = firstProcess();
  while (process !== null && process.id < id) process = process.next;
  if (process === null) return Status.NotFound;
  bookRunningTime();
  fillProcessRecord(process);
  return answerRecord(address, size, sizeOf(ProcessRecord));
}

function queryInterrupt(firstVector: u64, address: u64, size: u64): i64 {
  let vector: u32 = firstVector > 255 ? 256 : u32(firstVector);
  while (vector < 256 && interruptCount(vector) === 0) vector += 1;
  if (vector === 256) return Status.NotFound;
  const record: InterruptRecord = viewAt(InterruptRecord, recordAddress());
  const isLine: boolean = vector >= LINE_VECTOR_BASE && vector - LINE_VECTOR_BASE < LINES_MAX;
  const interrupt: Interrupt | null = isLine ? interruptOfLine(vector - LINE_VECTOR_BASE) : null;
  record.vector = vector;
  record.line = isLine ? vector - LINE_VECTOR_BASE : INTERRUPT_LINE_NONE;
  record.count = interruptCount(vector);
  record.processId = interrupt === null ? 0 : interrupt.processId;
  return answerRecord(address, size, sizeOf(InterruptRecord));
}

function queryFramebuffer(address: u64, size: u64): i64 {
  const framebuffer: FramebufferInfo = bootFramebuffer();
  if (framebuffer.base === 0) return Status.NotFound;
  copyMemory(recordAddress(), addressOf(framebuffer), sizeOf(FramebufferInfo));
  return answerRecord(address, size, sizeOf(FramebufferInfo));
}

/** Bytes of the log from a position on; up to the end of the ring at a time. */
function queryLog(position: u64, address: u64, size: u64): i64 {
  const start: u64 = position < logFirstPosition() ? logFirstPosition() : position;
  if (start >= logPosition()) return Status.NotFound;
  const inRing: u64 = start & (LOG_SIZE_BYTES - 1);
  let part: u64 = logPosition() - start;
  if (part > LOG_SIZE_BYTES - inRing) part = LOG_SIZE_BYTES - inRing;
  if (part > size) part = size;
  return copyToUser(callerSpace(), address, symbolAddress("kernel_log_ring") + inRing, part) ? i64(part) : Status.BadAddress;
}

function queryMemory(handle: u64, address: u64, size: u64): i64 {
  const memory: MemoryObject | null = findMemory(handle, Rights.None);
  if (memory === null) return refusal(handle, ObjectKind.Memory);
  const record: MemoryRecord = viewAt(MemoryRecord, recordAddress());
  record.sizeBytes = memory.pageCount << PAGE_SHIFT;
  record.physicalAddress = isContiguous(memory) ? memory.base : 0;
  record.committedBytes = memory.committedCount << PAGE_SHIFT;
  record.type = memory.type;
  record.reserved = 0;
  return answerRecord(address, size, sizeOf(MemoryRecord));
}

function queryCommandLine(address: u64, size: u64): i64 {
  if (bootCommandLineSize() === 0) return Status.NotFound;
  const sizeBytes: u64 = size < bootCommandLineSize() ? size : bootCommandLineSize();
  return copyToUser(callerSpace(), address, bootCommandLineAddress(), sizeBytes) ? i64(sizeBytes) : Status.BadAddress;
}

/** @exportName syscall_query */
export function handleQuery(systemHandle: u64, kind: u64, index: u64, address: u64, size: u64): i64 {
  const status: i64 = checkSystem(systemHandle, Rights.Inspect);
  if (status !== Status.Ok) return status;
  switch (u32(kind)) {
    case QueryKind.System:
      return index === 0 ? querySystem(address, size) : Status.NotFound;
    case QueryKind.Process:
      return queryProcess(index, address, size);
    case QueryKind.Interrupt:
      return queryInterrupt(index, address, size);
    case QueryKind.Framebuffer:
      return queryFramebuffer(address, size);
    case QueryKind.Log:
      return queryLog(index, address, size);
    case QueryKind.Memory:
      return queryMemory(index, address, size);
    case QueryKind.CommandLine:
      return queryCommandLine(address, size);
    default:
      return Status.BadSyscall;
  }
}
