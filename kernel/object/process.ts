// Process: an address space, a handle table and a quota, with a supervisor that hears of its faults and its end.
// Owns:       its address space and handle table; the list of all processes
// Invariants: (1) ids ascend and are never used again; the list is in order of ids
//             (2) space is null from the end of the process on; handles are all closed then
//             (3) each living thread holds a reference on its process
// Called:     from object, ipc and syscall, interrupts off
//
//   Empty ──Start──► Ready ⇄ Blocked (told apart by its threads when asked) ──fault──► Faulted ──resume──► Ready
//     any ──Exit, Kill, last thread gone──► Ended

import { addressOf, constructAt, sizeOf } from "tsmetal/unsafe";
import { ProcessState } from "../../abi/query.ts";
import { PRIORITY_DEFAULT } from "../../abi/syscall.ts";
import { type AddressSpace, createAddressSpace } from "../memory/address-space.ts";
import { BlockPool } from "../memory/block-pool.ts";
import { Counted, retain } from "../memory/counted.ts";
import { createQuota, type Quota, releaseQuota } from "../memory/quota.ts";
import { createHandleTable, freeHandleTable, type HandleTable } from "./handle-table.ts";

export class Process extends Counted {
  id: u64 = 0;
  name0: u64 = 0;
  name1: u64 = 0;
  name2: u64 = 0;
  state: u32 = ProcessState.Empty;
  priorityLimit: u32 = PRIORITY_DEFAULT;
  space: AddressSpace | null = null;
  quota: Quota | null = null;
  handles: HandleTable | null = null;
  /** The endpoint (a Counted to keep this file below endpoint.ts), or null. */
  supervisor: Counted | null = null;
  supervisorBadge: u64 = 0;
  /** Address of the first of its threads (see thread.ts), 0 for none. */
  firstThread: u64 = 0;
  threadCount: u32 = 0;
  /** Message buffers used so far: each thread gets the next. */
  bufferCount: u32 = 0;
  /** Entry point of the loaded program, 0 before. */
  entry: u64 = 0;
  exitCode: u64 = 0;
  /** Time stamp ticks that threads ran which have ended. */
  cpuTicks: u64 = 0;
  next: Process | null = null;
  /** See ipc/doomed.ts. */
  isDoomed: boolean = false;
  nextDoomed: Process | null = null;
}

/** The first process; its end is the end of the system. */
export const INIT_PROCESS_ID: u64 = 1;

const pool: BlockPool = new BlockPool((sizeOf(Process) + 15) & ~u64(15));
let first: Process | null = null;
let last: Process | null = null;
let lastId: u64 = 0;
let count: u32 = 0;

export function firstProcess(): Process | null {
  return first;
}

export function processCount(): u32 {
  return count;
}

function enlist(process: Process): void {
  lastId += 1;
  process.id = lastId;
  if (last === null) first = process;
  else last.next = process;
  last = process;
  count += 1;
}

function delist(process: Process): void {
  let previous: Process | null = null;
  let candidate: Process | null = first;
  while (candidate !== null && candidate !== process) {
    previous = candidate;
    candidate = candidate.next;
  }
  assert(candidate !== null);
  if (previous === null) first = process.next;
  else previous.next = process.next;
  if (last === process) last = previous;
  count -= 1;
}

/** Empty, with one reference. Null when memory is out. */
export function createProcess(limitBytes: u64): Process | null {
  const block: u64 = pool.allocate();
  if (block === 0) return null;
  const process: Process = constructAt(Process, block);
  const quota: Quota | null = createQuota(limitBytes);
  const handles: HandleTable | null = createHandleTable();
  const space: AddressSpace | null = quota === null ? null : createAddressSpace(quota);
  if (quota === null || handles === null || space === null) {
    if (quota !== null) releaseQuota(quota);
    if (handles !== null) freeHandleTable(handles);
    pool.free(block);
    return null;
  }
  process.quota = quota;
  process.handles = handles;
  process.space = space;
  retain(process);
  enlist(process);
  return process;
}

/** Requires: no references, ended, handles closed, address space destroyed. */
export function freeProcess(process: Process): void {
  assert(process.references === 0 && process.space === null && process.threadCount === 0);
  delist(process);
  const handles: HandleTable | null = process.handles;
  if (handles !== null) freeHandleTable(handles);
  const quota: Quota | null = process.quota;
  if (quota !== null) releaseQuota(quota);
  pool.free(addressOf(process));
}
