// System: the kernel's calls as functions. Answers are a status below zero, or a value.
// Called:     by daemons, programs and the rest of the runtime. What each call does and answers: abi/syscall.ts.

import { addressOf, systemCall } from "tsmetal/unsafe";
import { HANDLE_NONE, HANDLE_PROCESS, HANDLE_THREAD, ObjectKind } from "../../abi/handle.ts";
import { LABEL_BYTE_COUNT_SHIFT, type Message } from "../../abi/message.ts";
import type { QueryKind } from "../../abi/query.ts";
import { type MemoryType, PortOperation, ProcessOperation, Syscall, SystemOperation, ThreadOperation } from "../../abi/syscall.ts";

/** @exportName tsm_message */
declare function systemCallWithMessage(number: u64, handle: u64, message: u64): i64;

// Messages

/** Sends the message and waits for the answer, which replaces it. */
export function call(endpoint: u32, message: Message): i64 {
  return systemCallWithMessage(Syscall.Call, u64(endpoint), addressOf(message));
}

/** Waits for a call, or for a signal of the notification bound to this thread. */
export function receive(endpoint: u32, message: Message): i64 {
  return systemCallWithMessage(Syscall.Receive, u64(endpoint), addressOf(message));
}

/** Answers the caller received last, or the one that a reply handle names. */
export function reply(caller: u32, message: Message): i64 {
  return systemCallWithMessage(Syscall.Reply, u64(caller), addressOf(message));
}

export function replyAndReceive(endpoint: u32, message: Message): i64 {
  return systemCallWithMessage(Syscall.ReplyAndReceive, u64(endpoint), addressOf(message));
}

/** A label word for a message with bytes in the message buffer. */
export function labelWithBytes(label: u32, byteCount: u32): u64 {
  return u64(label) | (u64(byteCount) << u64(LABEL_BYTE_COUNT_SHIFT));
}

// Notifications and time

export function signal(notification: u32, bits: u64): i64 {
  return systemCall(Syscall.Signal, u64(notification), bits, 0, 0, 0, 0);
}

/** Blocks until a bit is set; answers the bits. */
export function wait(notification: u32): i64 {
  return systemCall(Syscall.Wait, u64(notification), 1, 0, 0, 0, 0);
}

/** Nanoseconds since boot. */
export function clock(): u64 {
  return u64(systemCall(Syscall.Clock, 0, 0, 0, 0, 0, 0));
}

export function setTimer(timer: u32, deadlineNs: u64, periodNs: u64): i64 {
  return systemCall(Syscall.SetTimer, u64(timer), deadlineNs, periodNs, 0, 0, 0);
}

/** The syscall that does nothing. */
export function nullCall(): i64 {
  return systemCall(Syscall.Null, 0, 0, 0, 0, 0, 0);
}

// Objects

export function createEndpoint(): i64 {
  return systemCall(Syscall.Create, ObjectKind.Endpoint, 0, 0, 0, 0, 0);
}

export function createNotification(): i64 {
  return systemCall(Syscall.Create, ObjectKind.Notification, 0, 0, 0, 0, 0);
}

export function createTimer(notification: u32, bits: u64): i64 {
  return systemCall(Syscall.Create, ObjectKind.Timer, u64(notification), bits, 0, 0, 0);
}

export function createMemory(sizeBytes: u64, type: MemoryType, physicalAddress: u64, system: u32): i64 {
  return systemCall(Syscall.Create, ObjectKind.Memory, sizeBytes, u64(type), physicalAddress, u64(system), 0);
}

export function createInterrupt(system: u32, line: u32, notification: u32, bits: u64): i64 {
  return systemCall(Syscall.Create, ObjectKind.Interrupt, u64(system), u64(line), u64(notification), bits, 0);
}

export function createIoPorts(system: u32, firstPort: u32, count: u32): i64 {
  return systemCall(Syscall.Create, ObjectKind.IoPorts, u64(system), u64(firstPort), u64(count), 0, 0);
}

/** Requires: the name is ASCII at nameAddress. */
export function createProcess(supervisor: u32, badge: u64, memoryLimitBytes: u64, nameAddress: u64, nameLength: u32): i64 {
  return systemCall(Syscall.Create, ObjectKind.Process, u64(supervisor), badge, memoryLimitBytes, nameAddress, u64(nameLength));
}

export function createThread(process: u32): i64 {
  return systemCall(Syscall.Create, ObjectKind.Thread, u64(process), 0, 0, 0, 0);
}

export function close(handle: u32): i64 {
  return systemCall(Syscall.Close, u64(handle), 0, 0, 0, 0, 0);
}

/** Answers a handle valid in `process`, or in this one for HANDLE_NONE. */
export function copyHandle(handle: u32, rights: u32, badge: u64, process: u32): i64 {
  return systemCall(Syscall.Copy, u64(handle), u64(rights), badge, u64(process), 0, 0);
}

/** Maps all of `sizeBytes` from the start of the memory into this process; answers the address. */
export function map(memory: u32, sizeBytes: u64, access: u32): i64 {
  return systemCall(Syscall.Map, u64(memory), u64(HANDLE_PROCESS), 0, 0, sizeBytes, u64(access));
}

export function acknowledge(interrupt: u32): i64 {
  return systemCall(Syscall.Acknowledge, u64(interrupt), 0, 0, 0, 0, 0);
}

// Ports

/** Requires: the handle covers the port; anything else ends in a panic, since it is a mistake in the manifest or the driver. */
export function readPort(ports: u32, port: u32): u32 {
  const value: i64 = systemCall(Syscall.Port, u64(ports), u64(port), PortOperation.ReadByte, 0, 0, 0);
  assert(value >= 0, "port is not in the handle's range");
  return u32(value);
}

/** Requires: as readPort. */
export function writePort(ports: u32, port: u32, value: u32): void {
  const status: i64 = systemCall(Syscall.Port, u64(ports), u64(port), PortOperation.WriteByte, u64(value), 0, 0);
  assert(status === 0, "port is not in the handle's range");
}

// Processes and threads

export function loadProcess(process: u32, memory: u32, offset: u64, sizeBytes: u64): i64 {
  return systemCall(Syscall.Process, u64(process), ProcessOperation.Load, u64(memory), offset, sizeBytes, 0);
}

export function startProcess(process: u32, payload: u64, sizeBytes: u64): i64 {
  return systemCall(Syscall.Process, u64(process), ProcessOperation.Start, payload, sizeBytes, 0, 0);
}

export function killProcess(process: u32): i64 {
  return systemCall(Syscall.Process, u64(process), ProcessOperation.Kill, 0, 0, 0, 0);
}

/** Ends this process. */
export function exit(code: u32): never {
  while (true) systemCall(Syscall.Process, u64(HANDLE_PROCESS), ProcessOperation.Exit, u64(code), 0, 0, 0);
}

/** Copies memory of another process into this one's at `buffer`. */
export function readProcessMemory(process: u32, address: u64, buffer: u64, sizeBytes: u64): i64 {
  return systemCall(Syscall.Process, u64(process), ProcessOperation.ReadMemory, address, buffer, sizeBytes, 0);
}

export function processId(process: u32): i64 {
  return systemCall(Syscall.Process, u64(process), ProcessOperation.Id, 0, 0, 0, 0);
}

export function limitPriority(process: u32, priority: u32): i64 {
  return systemCall(Syscall.Process, u64(process), ProcessOperation.LimitPriority, u64(priority), 0, 0, 0);
}

export function startThread(thread: u32, entry: u64, stackTop: u64, argument: u64): i64 {
  return systemCall(Syscall.Thread, u64(thread), ThreadOperation.Start, entry, stackTop, argument, 0);
}

export function suspendThread(thread: u32): i64 {
  return systemCall(Syscall.Thread, u64(thread), ThreadOperation.Suspend, 0, 0, 0, 0);
}

export function setPriority(thread: u32, priority: u32): i64 {
  return systemCall(Syscall.Thread, u64(thread), ThreadOperation.SetPriority, u64(priority), 0, 0, 0);
}

/** From now on this thread's receives also wake for the notification's signals. */
export function bindNotification(notification: u32): i64 {
  return systemCall(Syscall.Thread, u64(HANDLE_THREAD), ThreadOperation.BindNotification, u64(notification), 0, 0, 0);
}

// The machine

export function query(system: u32, kind: QueryKind, index: u64, address: u64, sizeBytes: u64): i64 {
  return systemCall(Syscall.Query, u64(system), u64(kind), index, address, sizeBytes, 0);
}

export function writeLog(system: u32, address: u64, sizeBytes: u64): i64 {
  return systemCall(Syscall.System, u64(system), SystemOperation.Log, address, sizeBytes, 0, 0);
}

export function powerOff(system: u32): i64 {
  return systemCall(Syscall.System, u64(system), SystemOperation.PowerOff, 0, 0, 0, 0);
}

export function reboot(system: u32): i64 {
  return systemCall(Syscall.System, u64(system), SystemOperation.Reboot, 0, 0, 0, 0);
}

/** Answers a handle to the open caller, to answer it later. */
export function keepCaller(caller: u32, rights: u32): i64 {
  return copyHandle(caller, rights, 0, HANDLE_NONE);
}
