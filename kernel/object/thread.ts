// Thread: registers, priority, state, and the message it is sending or waiting for.
// Owns:       its trap frame and FPU area, its message buffer
// Invariants: (1) a thread is in at most one queue, and its state says which kind
//             (2) caller is a thread in BlockedOnReply whose server is this one; they point at each other or both are null
//             (3) priority is basePriority, or more while it serves a caller of higher priority
// Called:     from object, sched, ipc, syscall, interrupts off
//
//   block   +0 FXSAVE area (512)     +512 TrapFrame (176)     +688 Thread
//
//                        ┌──────────── makeReady (sched/scheduler.ts) ◄───────────────────────────┐
//   Inactive ──start──► Ready ──switchTo──► Running ──call──► BlockedOnSend ──taken──► BlockedOnReply ──reply──┤
//        any ──suspend──► Suspended              ├──receive──► BlockedOnReceive ──message, signal─────────────┤
//        any ──endThread──► Dead                 └──wait──► BlockedOnWait ──signal────────────────────────────┘

import { addressOf, constructAt, objectAt, sizeOf, viewAt } from "tsmetal/unsafe";
import { MESSAGE_BUFFER_STRIDE, MESSAGE_BUFFERS_BASE } from "../../abi/start.ts";
import { PageAccess } from "../../abi/syscall.ts";
import { physicalToVirtual, type VirtualAddress } from "../arch/x64/address.ts";
import { resetFpuArea } from "../arch/x64/instructions.ts";
import { SELECTOR_USER_CODE, SELECTOR_USER_DATA } from "../arch/x64/layout/cpu-block.ts";
import { FPU_AREA_SIZE_BYTES, TRAP_FRAME_SIZE_BYTES, TrapFrame } from "../arch/x64/layout/trap-frame.ts";
import { RFLAGS_IF, RFLAGS_RESERVED_ONE } from "../arch/x64/registers.ts";
import { type AddressSpace, addMapping, isRangeFree, removeMapping } from "../memory/address-space.ts";
import { BlockPool } from "../memory/block-pool.ts";
import { Counted, retain } from "../memory/counted.ts";
import { commitPage, createAnonymousMemory, type MemoryObject, releaseMemory } from "../memory/memory-object.ts";
import type { Quota } from "../memory/quota.ts";
import type { HandleTable } from "./handle-table.ts";
import type { Process } from "./process.ts";

export const enum ThreadState {
  Inactive = 0,
  Ready = 1,
  Running = 2,
  BlockedOnSend = 3,
  BlockedOnReply = 4,
  BlockedOnReceive = 5,
  BlockedOnWait = 6,
  Suspended = 7,
  Dead = 8,
}

/** Why a thread is in BlockedOnSend or BlockedOnReply: its own call, or what the kernel says on its behalf. */
export const enum SendKind {
  Call = 0,
  Fault = 1,
  Exit = 2,
}

export class Thread extends Counted {
  state: u32 = ThreadState.Inactive;
  priority: u32 = 0;
  basePriority: u32 = 0;
  sendKind: u32 = SendKind.Call;
  frame: TrapFrame = viewAt(TrapFrame, 0);
  /** CR3 of its address space. */
  root: u64 = 0;
  /** Links of the queue it is in. */
  next: Thread | null = null;
  previous: Thread | null = null;
  /** Who called this thread and was not answered yet. */
  caller: Thread | null = null;
  /** Who must answer this thread: a thread, or a Reply object (a Counted: reply.ts lies above). */
  server: Thread | null = null;
  reply: Counted | null = null;
  /** The badge of the handle it calls through. */
  badge: u64 = 0;
  /** Endpoint or notification it waits at. */
  waitingOn: Counted | null = null;
  /** Notification whose signals also wake its receives. */
  bound: Counted | null = null;
  process: Process | null = null;
  handles: HandleTable | null = null;
  /** The entries of `handles`: what every syscall looks at first. */
  handleEntries: u64 = 0;
  /** Time stamp ticks it ran. */
  cpuTicks: u64 = 0;
  /** Where the kernel finds its message buffer. */
  messageBuffer: u64 = 0;
  userMessageBuffer: u64 = 0;
  id: u64 = 0;
  faultAddress: u64 = 0;
  nextInProcess: u64 = 0;
}

const BLOCK_SIZE_BYTES: u64 = 1024;
const THREAD_OFFSET: u64 = FPU_AREA_SIZE_BYTES + TRAP_FRAME_SIZE_BYTES;
const pool: BlockPool = new BlockPool(BLOCK_SIZE_BYTES);
let lastId: u64 = 0;

export function threadCount(): u32 {
  return pool.usedCount;
}

export function firstThreadOf(process: Process): Thread | null {
  return process.firstThread === 0 ? null : objectAt(Thread, process.firstThread);
}

export function nextThreadOf(thread: Thread): Thread | null {
  return thread.nextInProcess === 0 ? null : objectAt(Thread, thread.nextInProcess);
}

/** Maps a committed page as message buffer of the thread; false when memory is out or the place is taken. */
function giveMessageBuffer(thread: Thread, process: Process, space: AddressSpace, quota: Quota): boolean {
  const address: u64 = MESSAGE_BUFFERS_BASE + u64(process.bufferCount) * MESSAGE_BUFFER_STRIDE;
  if (!isRangeFree(space, address, MESSAGE_BUFFER_STRIDE)) return false;
  const memory: MemoryObject | null = createAnonymousMemory(1, quota);
  if (memory === null) return false;
  const frame: u64 = commitPage(memory, 0);
  const isMapped: boolean = frame !== 0 && addMapping(space, address, memory, 0, 1, PageAccess.Read | PageAccess.Write);
  releaseMemory(memory);
  if (!isMapped) return false;
  process.bufferCount += 1;
  thread.messageBuffer = physicalToVirtual(frame);
  thread.userMessageBuffer = address;
  return true;
}

function resetFrame(frame: TrapFrame): void {
  frame.cs = u64(SELECTOR_USER_CODE);
  frame.ss = u64(SELECTOR_USER_DATA);
  frame.rflags = RFLAGS_RESERVED_ONE | RFLAGS_IF;
  frame.vector = 0;
}

/** Inactive, enlisted in its process, with one reference (the process's). Null when memory is out. */
export function createThread(process: Process): Thread | null {
  const space: AddressSpace | null = process.space;
  const quota: Quota | null = process.quota;
  const handles: HandleTable | null = process.handles;
  if (space === null || quota === null || handles === null) return null;
  const block: u64 = pool.allocate();
  if (block === 0) return null;
  assert(THREAD_OFFSET + sizeOf(Thread) <= BLOCK_SIZE_BYTES);
  const thread: Thread = constructAt(Thread, block + THREAD_OFFSET);
  if (!giveMessageBuffer(thread, process, space, quota)) {
    pool.free(block);
    return null;
  }
  thread.frame = viewAt(TrapFrame, block + FPU_AREA_SIZE_BYTES);
  resetFrame(thread.frame);
  resetFpuArea(block);
  lastId += 1;
  thread.id = lastId;
  thread.root = space.root;
  thread.process = process;
  thread.handles = handles;
  thread.handleEntries = handles.entries;
  thread.basePriority = process.priorityLimit;
  thread.priority = process.priorityLimit;
  thread.nextInProcess = process.firstThread;
  process.firstThread = addressOf(thread);
  process.threadCount += 1;
  retain(thread);
  retain(process);
  return thread;
}

/** Sets the registers for a first run at `entry`: argument in rdi, message buffer in rsi. */
export function prepareThread(thread: Thread, entry: VirtualAddress, stack: VirtualAddress, argument: u64): void {
  const frame: TrapFrame = thread.frame;
  frame.rip = entry;
  frame.rsp = stack;
  frame.rdi = argument;
  frame.rsi = thread.userMessageBuffer;
}

/** Takes the thread out of its process's list and unmaps its message buffer. The process's reference is the caller's to drop. */
export function delistThread(thread: Thread, process: Process): void {
  const address: u64 = addressOf(thread);
  if (process.firstThread === address) {
    process.firstThread = thread.nextInProcess;
  } else {
    let before: Thread | null = firstThreadOf(process);
    while (before !== null && before.nextInProcess !== address) before = nextThreadOf(before);
    assert(before !== null);
    before.nextInProcess = thread.nextInProcess;
  }
  thread.nextInProcess = 0;
  process.threadCount -= 1;
  process.cpuTicks += thread.cpuTicks;
  thread.cpuTicks = 0;
  const space: AddressSpace | null = process.space;
  if (space !== null) removeMapping(space, thread.userMessageBuffer);
  thread.messageBuffer = 0;
}

/** Requires: dead, in no queue, no references. The first words of the block, which link free blocks, are the FPU area. */
export function freeThread(thread: Thread): void {
  assert(thread.references === 0 && thread.state === ThreadState.Dead);
  pool.free(addressOf(thread) - THREAD_OFFSET);
}
