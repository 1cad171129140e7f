// First process: `init` of the boot archive, with every right there is. All others are its doing.
// Called:     from main.ts, last
// Manual:     abi/archive.ts, abi/start.ts

import { copyMemory, symbolAddress, viewAt } from "tsmetal/unsafe";
import { ARCHIVE_BLOCK_SIZE_BYTES, INIT_NAME, START_NAME_ARCHIVE, START_NAME_SYSTEM } from "../abi/archive.ts";
import { HANDLE_PROCESS, ObjectKind } from "../abi/handle.ts";
import { Rights } from "../abi/rights.ts";
import { START_PAYLOAD_SIZE_MAX, StartHandle, StartPayload } from "../abi/start.ts";
import { Status } from "../abi/status.ts";
import { MemoryType, PRIORITY_COUNT } from "../abi/syscall.ts";
import { PAGE_SHIFT, physicalToVirtual, roundUpToPage } from "./arch/x64/address.ts";
import { bootArchiveBase, bootArchiveSize, bootCommandLineAddress, bootCommandLineSize } from "./arch/x64/boot-facts.ts";
import { archiveFileSize, findInArchive, NOT_FOUND } from "./archive.ts";
import { addFixedHandle, addHandle } from "./ipc/lifetime.ts";
import { totalMemoryBytes } from "./memory/frame-allocator.ts";
import { createDeviceMemory, type MemoryObject } from "./memory/memory-object.ts";
import type { HandleTable } from "./object/handle-table.ts";
import { createProcess, type Process } from "./object/process.ts";
import { loadProgram } from "./object/program.ts";
import { system } from "./object/system.ts";
import { runNext } from "./sched/scheduler.ts";
import { addFirstThread, startFirstThread } from "./syscall/process-calls.ts";

/** ASCII "init" as a process name. */
const NAME_INIT: u64 = 0x7469_6e69;
const PAYLOAD_HEADER_SIZE: u64 = 8;
const PAYLOAD_HANDLE_SIZE: u64 = 24;
const PAYLOAD_HANDLES: u64 = 2;

/** The archive as memory that init can map and load from. The kernel keeps the first reference, so it is never freed. */
function shareArchive(): MemoryObject {
  const pageCount: u64 = roundUpToPage(bootArchiveSize()) >> PAGE_SHIFT;
  const archive: MemoryObject | null = createDeviceMemory(bootArchiveBase(), pageCount, MemoryType.Contiguous);
  if (archive === null) panic("not enough memory to start init");
  return archive;
}

function createInit(): Process {
  const process: Process | null = createProcess(totalMemoryBytes());
  if (process === null) panic("not enough memory to start init");
  process.name0 = NAME_INIT;
  process.priorityLimit = PRIORITY_COUNT - 1;
  return process;
}

function loadInit(process: Process, archive: MemoryObject): void {
  const address: u64 = physicalToVirtual(bootArchiveBase());
  const header: u64 = findInArchive(address, bootArchiveSize(), INIT_NAME);
  if (header === NOT_FOUND) panic("the boot archive has no program init");
  const status: i64 = loadProgram(process, archive, header + u64(ARCHIVE_BLOCK_SIZE_BYTES), archiveFileSize(address + header));
  if (status === Status.BadImage) panic("init in the boot archive is no program that this kernel runs");
  if (status !== Status.Ok || addFirstThread(process) !== Status.Ok) panic("not enough memory to start init");
}

function writeStartHandle(address: u64, handle: u32, name0: u64): void {
  const entry: StartHandle = viewAt(StartHandle, address);
  entry.handle = u64(handle);
  entry.name0 = name0;
  entry.name1 = 0;
}

/** The payload as abi/start.ts draws it, in a kernel buffer; returns its size. */
function buildPayload(buffer: u64, systemHandle: u32, archiveHandle: u32): u64 {
  const payload: StartPayload = viewAt(StartPayload, buffer);
  payload.handleCount = u32(PAYLOAD_HANDLES);
  payload.argumentsSizeBytes = 0;
  writeStartHandle(buffer + PAYLOAD_HEADER_SIZE, systemHandle, START_NAME_SYSTEM);
  writeStartHandle(buffer + PAYLOAD_HEADER_SIZE + PAYLOAD_HANDLE_SIZE, archiveHandle, START_NAME_ARCHIVE);
  const end: u64 = PAYLOAD_HEADER_SIZE + PAYLOAD_HANDLES * PAYLOAD_HANDLE_SIZE;
  const textSize: u64 = bootCommandLineSize();
  if (textSize === 0) return end;
  assert(end + textSize < u64(START_PAYLOAD_SIZE_MAX));
  copyMemory(buffer + end, bootCommandLineAddress(), textSize);
  payload.argumentsSizeBytes = u32(textSize) + 1;
  return end + textSize + 1;
}

/** Makes init current: it runs when the kernel is left. */
export function startInit(): void {
  const process: Process = createInit();
  const handles: HandleTable | null = process.handles;
  assert(handles !== null);
  addFixedHandle(handles, HANDLE_PROCESS, ObjectKind.Process, process, Rights.All & ~Rights.Grant);
  const archive: MemoryObject = shareArchive();
  loadInit(process, archive);
  const systemHandle: u32 = addHandle(handles, ObjectKind.System, system, Rights.All, 0);
  const archiveHandle: u32 = addHandle(handles, ObjectKind.Memory, archive, Rights.Read | Rights.Grant, 0);
  const buffer: u64 = symbolAddress("start_payload_buffer");
  const payloadSize: u64 = buildPayload(buffer, systemHandle, archiveHandle);
  startFirstThread(process, buffer, payloadSize);
  runNext();
}
