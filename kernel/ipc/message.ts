// Message transfer: moves a message from the registers and buffer of one thread to those of another.
// Invariants: (1) check, then commit: a status other than Ok means that nothing was moved
//             (2) a handle is in exactly one table at any time
// Called:     from ipc/rendezvous.ts, interrupts off

import { copyMemory, loadU64, storeU64, viewAt } from "tsmetal/unsafe";
import { HANDLE_NONE } from "../../abi/handle.ts";
import {
  FaultRecord,
  LABEL_BYTE_COUNT_MASK,
  LABEL_BYTE_COUNT_SHIFT,
  LABEL_EXIT,
  LABEL_FAULT,
  LABEL_HANDLE_COUNT_MASK,
  LABEL_HANDLE_COUNT_SHIFT,
  LABEL_KERNEL_FIRST,
  MESSAGE_BYTES_MAX,
  MESSAGE_HANDLES_MAX,
  MESSAGE_HANDLES_OFFSET,
} from "../../abi/message.ts";
import { Rights } from "../../abi/rights.ts";
import { Status } from "../../abi/status.ts";
import type { TrapFrame } from "../arch/x64/layout/trap-frame.ts";
import { findAnyHandle, freeHandleCount, HandleEntry, type HandleTable, insertEntry, removeEntry } from "../object/handle-table.ts";
import type { Process } from "../object/process.ts";
import { SendKind, type Thread } from "../object/thread.ts";

const LABEL_LOW_MASK: u64 = 0xffff_ffff;

/** The number of handles that a label word announces. */
function handleCountOf(label: u64): u64 {
  return (label >> u64(LABEL_HANDLE_COUNT_SHIFT)) & u64(LABEL_HANDLE_COUNT_MASK);
}

function byteCountOf(label: u64): u64 {
  return (label >> u64(LABEL_BYTE_COUNT_SHIFT)) & u64(LABEL_BYTE_COUNT_MASK);
}

/** A label that has neither bytes nor handles and is a process's to send: nearly all. */
export function isPlainLabel(label: u64): boolean {
  return label < u64(LABEL_KERNEL_FIRST);
}

/** The shape of a label word: BadArgument when it asks for too much, has unknown bits, or is one of the kernel's. */
export function checkLabel(label: u64): i64 {
  const known: u64 =
    LABEL_LOW_MASK |
    (u64(LABEL_BYTE_COUNT_MASK) << u64(LABEL_BYTE_COUNT_SHIFT)) |
    (u64(LABEL_HANDLE_COUNT_MASK) << u64(LABEL_HANDLE_COUNT_SHIFT));
  if ((label & ~known) !== 0 || !isPlainLabel(label & LABEL_LOW_MASK)) return Status.BadArgument;
  if (byteCountOf(label) > u64(MESSAGE_BYTES_MAX) || handleCountOf(label) > u64(MESSAGE_HANDLES_MAX)) return Status.BadArgument;
  return Status.Ok;
}

function handleSlot(thread: Thread, index: u64): u64 {
  return thread.messageBuffer + u64(MESSAGE_HANDLES_OFFSET) + index * 8;
}

/** All handles in the sender's buffer are valid, different, and may leave. */
function checkHandles(sender: Thread, table: HandleTable, count: u64): i64 {
  for (let index: u64 = 0; index < count; index++) {
    const handle: u64 = loadU64(handleSlot(sender, index));
    const entry: u64 = findAnyHandle(table, u32(handle));
    if (entry === 0) return Status.BadHandle;
    if ((viewAt(HandleEntry, entry).rights & Rights.Grant) === 0) return Status.NoRights;
    for (let other: u64 = 0; other < index; other++) {
      if (u32(loadU64(handleSlot(sender, other))) === u32(handle)) return Status.BadHandle;
    }
  }
  return Status.Ok;
}

function moveHandle(sender: Thread, from: HandleTable, receiver: Thread, to: HandleTable, index: u64): void {
  const entryAddress: u64 = findAnyHandle(from, u32(loadU64(handleSlot(sender, index))));
  const entry: HandleEntry = viewAt(HandleEntry, entryAddress);
  const moved: u32 = insertEntry(to, entry.kind, entry.object, entry.rights, entry.badge);
  assert(moved !== HANDLE_NONE);
  removeEntry(from, entryAddress);
  storeU64(handleSlot(receiver, index), u64(moved));
}

/** What a label with bytes or handles announces. The references that the handles hold move with them. */
export function transferBuffer(sender: Thread, receiver: Thread, label: u64): i64 {
  const from: HandleTable | null = sender.handles;
  const to: HandleTable | null = receiver.handles;
  const handleCount: u64 = handleCountOf(label);
  if (from === null || to === null || sender.messageBuffer === 0 || receiver.messageBuffer === 0) return Status.PeerDied;
  const status: i64 = checkHandles(sender, from, handleCount);
  if (status !== Status.Ok) return status;
  if (u64(freeHandleCount(to)) < handleCount) return Status.NoSpace;
  // commit
  copyMemory(receiver.messageBuffer, sender.messageBuffer, byteCountOf(label));
  for (let index: u64 = 0; index < handleCount; index++) moveHandle(sender, from, receiver, to, index);
  return Status.Ok;
}

/** Writes what a receive answers into the receiver's registers. */
export function setMessage(receiver: Thread, badge: u64, label: u64, word0: u64, word1: u64, word2: u64, word3: u64): void {
  const frame: TrapFrame = receiver.frame;
  frame.rax = 0;
  frame.rdi = badge;
  frame.rsi = label;
  frame.rdx = word0;
  frame.r10 = word1;
  frame.r8 = word2;
  frame.r9 = word3;
}

function writeFaultRecord(address: u64, thread: Thread, process: Process): void {
  const record: FaultRecord = viewAt(FaultRecord, address);
  const frame: TrapFrame = thread.frame;
  record.processId = process.id;
  record.threadId = thread.id;
  record.vector = frame.vector;
  record.errorCode = frame.errorCode;
  record.address = thread.faultAddress;
  record.rip = frame.rip;
  record.rflags = frame.rflags;
  record.rsp = frame.rsp;
  record.rax = frame.rax;
  record.rbx = frame.rbx;
  record.rcx = frame.rcx;
  record.rdx = frame.rdx;
  record.rsi = frame.rsi;
  record.rdi = frame.rdi;
  record.rbp = frame.rbp;
  record.r8 = frame.r8;
  record.r9 = frame.r9;
  record.r10 = frame.r10;
  record.r11 = frame.r11;
  record.r12 = frame.r12;
  record.r13 = frame.r13;
  record.r14 = frame.r14;
  record.r15 = frame.r15;
}

/** What the kernel says to a supervisor on behalf of a thread that faulted or exited. */
function deliverKernelMessage(sender: Thread, receiver: Thread, process: Process): void {
  const frame: TrapFrame = sender.frame;
  if (sender.sendKind === SendKind.Exit) {
    setMessage(receiver, sender.badge, u64(LABEL_EXIT), process.exitCode, process.id, 0, 0);
    return;
  }
  if (receiver.messageBuffer !== 0) writeFaultRecord(receiver.messageBuffer, sender, process);
  setMessage(receiver, sender.badge, u64(LABEL_FAULT), frame.vector, sender.faultAddress, frame.errorCode, frame.rip);
}

/** Gives the receiver what the sender, BlockedOnSend until now, wants to say. Not Ok: the sender's fault, nothing was moved. */
export function deliver(sender: Thread, receiver: Thread): i64 {
  const process: Process | null = sender.process;
  if (sender.sendKind !== SendKind.Call && process !== null) {
    deliverKernelMessage(sender, receiver, process);
    return Status.Ok;
  }
  const frame: TrapFrame = sender.frame;
  if (!isPlainLabel(frame.rsi)) {
    const status: i64 = transferBuffer(sender, receiver, frame.rsi);
    if (status !== Status.Ok) return status;
  }
  setMessage(receiver, sender.badge, frame.rsi, frame.rdx, frame.r10, frame.r8, frame.r9);
  return Status.Ok;
}
