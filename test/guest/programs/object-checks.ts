// Object checks: handles, memory, notifications, timers, threads and priorities, from inside one process.
// Called:     by test/kernel/checks.test.ts

import { functionAddress, loadU64, sizeOf, storeU64, systemCall, viewAt } from "tsmetal/unsafe";
import { HANDLE_NONE, HANDLE_PROCESS, HANDLE_THREAD } from "../../../abi/handle.ts";
import { MemoryRecord, QueryKind } from "../../../abi/query.ts";
import { Rights } from "../../../abi/rights.ts";
import { MAPPINGS_BASE } from "../../../abi/start.ts";
import { Status } from "../../../abi/status.ts";
import { MemoryType, PageAccess, ProcessOperation, Syscall } from "../../../abi/syscall.ts";
import { messageBuffer, requiredHandle } from "../../../runtime/user/process.ts";
import {
  clock,
  close,
  copyHandle,
  createEndpoint,
  createMemory,
  createNotification,
  createTimer,
  map,
  query,
  setPriority,
  setTimer,
  signal,
  suspendThread,
  wait,
} from "../../../runtime/user/system.ts";
import { endThread, expect, expectTrue, startFunction, yieldThread } from "./checks.ts";

const PAGE: u64 = 4096;
const READ_WRITE: u32 = PageAccess.Read | PageAccess.Write;
const MILLISECOND_NS: u64 = 1_000_000;
/** Entries of a handle table but for index 0. */
const HANDLES: u32 = 255;

const stack: Uint8Array = new Uint8Array(16_384);
const shared: u32 = u32(createNotification());
let turns: u64 = 0;

checkHandles();
checkMemory();
checkQuota();
checkSignals();
checkTimers();
checkThreads();

function checkHandles(): void {
  const first: i64 = createEndpoint();
  expect("close", close(u32(first)), Status.Ok);
  expect("close again", close(u32(first)), Status.BadHandle);
  const second: i64 = createEndpoint();
  expectTrue("an entry used again has another handle", second !== first && (u64(second) & 0xfff) === (u64(first) & 0xfff));
  expect("the old handle names nothing", signal(u32(first), 1), Status.BadHandle);
  expect("another kind", signal(u32(second), 1), Status.WrongKind);
  expect("handle 0", close(HANDLE_NONE), Status.BadHandle);
  const weak: i64 = copyHandle(shared, Rights.Signal, 0, HANDLE_NONE);
  expect("a copy has the rights given", wait(u32(weak)), Status.NoRights);
  const copy: i64 = copyHandle(u32(weak), Rights.All, 0, HANDLE_NONE);
  expect("a copy of a copy has no more", wait(u32(copy)), Status.NoRights);
  close(u32(weak));
  close(u32(copy));
  fillTable();
  close(u32(second));
}

function fillTable(): void {
  let last: i64 = 0;
  let made: u32 = 0;
  while (last >= 0 && made <= HANDLES) {
    last = createEndpoint();
    if (last > 0) made++;
  }
  expect("a full table", last, Status.NoSpace);
  expectTrue("holds about as many handles as it has entries", made > HANDLES - 24 && made < HANDLES);
  for (let index: u32 = 1; index <= HANDLES; index++) closeUnnamed(index);
  expectTrue("and serves again when they are closed", createEndpoint() > 0);
}

/** Closes generation 0 of an index unless it is one that this program still needs. */
function closeUnnamed(index: u32): void {
  if (index > shared) close(index);
}

function checkMemory(): void {
  const memory: u32 = u32(createMemory(3 * PAGE, MemoryType.Anonymous, 0, HANDLE_NONE));
  const first: i64 = map(memory, 3 * PAGE, READ_WRITE);
  const second: i64 = map(memory, 3 * PAGE, PageAccess.Read);
  expectTrue("memory can be mapped twice", first >= i64(MAPPINGS_BASE) && second > first);
  expect("and is zero", i64(loadU64(u64(second) + PAGE)), 0);
  storeU64(u64(first) + PAGE, 1234);
  expect("both places show the same", i64(loadU64(u64(second) + PAGE)), 1234);
  expect("beyond the end", mapAt(memory, 0, PAGE, 3 * PAGE), Status.BadArgument);
  expect("not on a page", mapAt(memory, u64(first) + 1, 0, PAGE), Status.BadArgument);
  expect("in the kernel's half", mapAt(memory, 0xffff_8000_0000_0000, 0, PAGE), Status.BadArgument);
  expect("where something is", mapAt(memory, u64(first) + PAGE, 0, PAGE), Status.Busy);
  const readOnly: u32 = u32(copyHandle(memory, Rights.Read, 0, HANDLE_NONE));
  expect("writable without the right", map(readOnly, PAGE, READ_WRITE), Status.NoRights);
  expect("unmap", unmap(u64(second)), Status.Ok);
  expect("unmap again", unmap(u64(second)), Status.NotFound);
  close(memory);
  expect("a mapping outlives its handle", i64(loadU64(u64(first) + PAGE)), 1234);
  checkContiguous();
}

function mapAt(memory: u32, address: u64, offset: u64, size: u64): i64 {
  return systemCall(Syscall.Map, u64(memory), u64(HANDLE_PROCESS), address, offset, size, u64(PageAccess.Read));
}

function unmap(address: u64): i64 {
  return systemCall(Syscall.Unmap, u64(HANDLE_PROCESS), address, 0, 0, 0, 0);
}

function checkContiguous(): void {
  const memory: i64 = createMemory(16 * PAGE, MemoryType.Contiguous, 0, HANDLE_NONE);
  expectTrue("contiguous memory", memory > 0);
  const record: MemoryRecord = viewAt(MemoryRecord, messageBuffer());
  query(requiredHandle("system"), QueryKind.Memory, u64(memory), messageBuffer(), sizeOf(MemoryRecord));
  const physicalAddress: u64 = record.physicalAddress;
  const sizeBytes: u64 = record.sizeBytes;
  expectTrue("tells its physical address", physicalAddress !== 0 && (physicalAddress & (PAGE - 1)) === 0);
  expect("and size", i64(sizeBytes), i64(16 * PAGE));
  expect("a buffer in the kernel", query(requiredHandle("system"), QueryKind.System, 0, 0xffff_ffff_8000_0000, 64), Status.BadAddress);
  expect("a buffer that is not mapped", query(requiredHandle("system"), QueryKind.System, 0, 0x7000_0000_0000, 64), Status.BadAddress);
  close(u32(memory));
}

/** The manifest gives this program 2 MiB. */
function checkQuota(): void {
  expect("more contiguous memory than the limit", createMemory(1024 * PAGE, MemoryType.Contiguous, 0, HANDLE_NONE), Status.NoMemory);
  expect("no memory at all", createMemory(0, MemoryType.Anonymous, 0, HANDLE_NONE), Status.BadArgument);
}

function checkSignals(): void {
  expect("no signal yet", systemCall(Syscall.Wait, u64(shared), 0, 0, 0, 0, 0), Status.WouldBlock);
  signal(shared, 5);
  signal(shared, 8);
  expect("bits collect", wait(shared), 13);
  expect("and are taken", systemCall(Syscall.Wait, u64(shared), 0, 0, 0, 0, 0), Status.WouldBlock);
}

function checkTimers(): void {
  const timer: u32 = u32(createTimer(shared, 16));
  const start: u64 = clock();
  setTimer(timer, start + 20 * MILLISECOND_NS, 0);
  expect("a timer signals", wait(shared), 16);
  const passed: u64 = clock() - start;
  expectTrue("not early, and not very late", passed >= 20 * MILLISECOND_NS && passed < 520 * MILLISECOND_NS);
  setTimer(timer, clock() + 5 * MILLISECOND_NS, 5 * MILLISECOND_NS);
  let rounds: i64 = 0;
  while (rounds < 5 && wait(shared) === 16) rounds++;
  expect("and again every period", rounds, 5);
  setTimer(timer, 0, 0);
  systemCall(Syscall.Wait, u64(shared), 0, 0, 0, 0, 0);
  const second: u32 = u32(createTimer(shared, 32));
  setTimer(second, clock() + 10 * MILLISECOND_NS, 0);
  expect("a stopped timer is silent", wait(shared), 32);
  setTimer(second, 1, 0);
  expect("a time that has passed signals at once", wait(shared), 32);
  close(timer);
  close(second);
}

function countTurns(): void {
  for (;;) turns++;
}

function signalOnce(): void {
  signal(shared, 64);
  endThread();
}

function checkThreads(): void {
  startFunction(functionAddress(signalOnce), stack);
  expect("a thread runs and signals", wait(shared), 64);
  yieldThread();
  const counter: u32 = startFunction(functionAddress(countTurns), stack);
  const start: u64 = clock();
  while (turns === 0 && clock() - start < 2000 * MILLISECOND_NS) yieldThread();
  expectTrue("a loop of the same priority is preempted", turns !== 0);
  expect("suspend", suspendThread(counter), Status.Ok);
  const stopped: u64 = turns;
  yieldThread();
  expectTrue("a suspended thread stands still", turns === stopped);
  expect("suspend again", suspendThread(counter), Status.Busy);
  expect("more than the limit", setPriority(HANDLE_THREAD, 31), Status.NoRights);
  expect("a lower priority", setPriority(HANDLE_THREAD, 3), Status.Ok);
  const noProcess: i64 = systemCall(Syscall.Process, u64(shared), ProcessOperation.Kill, 0, 0, 0, 0);
  expect("a notification is no process", noProcess, Status.WrongKind);
}
