// Intruder: a program that tries what its manifest block does not allow, and writes the status of each attempt.
// Called:     by test/guest/rights.test.ts, with the manifest block that is written there.

import { inputByte, loadU64, sizeOf, systemCall } from "tsmetal/unsafe";
import { HANDLE_NONE } from "../../../abi/handle.ts";
import { QueryKind, SystemRecord } from "../../../abi/query.ts";
import { Rights } from "../../../abi/rights.ts";
import { MemoryType, PageAccess, PortOperation, Syscall } from "../../../abi/syscall.ts";
import { message } from "../../../runtime/user/message.ts";
import { isArgument, messageBuffer, requiredHandle, startHandle } from "../../../runtime/user/process.ts";
import {
  copyHandle,
  createInterrupt,
  createIoPorts,
  createMemory,
  createNotification,
  map,
  powerOff,
  query,
  reboot,
  receive,
  signal,
  writeLog,
} from "../../../runtime/user/system.ts";
import { TextWriter } from "../../../runtime/user/text-writer.ts";

const KERNEL_ADDRESS: u64 = 0xffff_ffff_8000_0000;
const KEYBOARD_PORT: u32 = 0x60;
const SCREEN_ADDRESS: u64 = 0xb_8000;
const SCREEN_SIZE_BYTES: u64 = 0x8000;
const FREE_LINE: u32 = 5;
const NEVER_GIVEN: u32 = 1000;
const NO_SYSCALL: u64 = 1000;

const out: TextWriter = new TextWriter();

if (isArgument(0, "kernel-memory")) readKernelMemory();
else if (isArgument(0, "port")) readPortDirectly();
else tryAll();

function readKernelMemory(): void {
  out.hex(loadU64(KERNEL_ADDRESS)).newline().flush();
}

function readPortDirectly(): void {
  out
    .hex(u64(inputByte(u16(KEYBOARD_PORT))))
    .newline()
    .flush();
}

function tryAll(): void {
  trySystem(requiredHandle("system"));
  tryHandles(requiredHandle("console"), requiredHandle("rtc"));
  out.text("keyboard's ports by name: ").line(startHandle("i8042") === HANDLE_NONE ? "none" : "a handle");
  out.flush();
}

/** The handle may inspect and nothing else. */
function trySystem(system: u32): void {
  report("query", query(system, QueryKind.System, 0, messageBuffer(), sizeOf(SystemRecord)) > 0 ? 0 : -1);
  report("power off", powerOff(system));
  report("reboot", reboot(system));
  report("log", writeLog(system, messageBuffer(), 1));
  report("make ports", createIoPorts(system, KEYBOARD_PORT, 1));
  report("make device memory", createMemory(SCREEN_SIZE_BYTES, MemoryType.Device, SCREEN_ADDRESS, system));
  const signals: i64 = createNotification();
  report("make an interrupt", createInterrupt(system, FREE_LINE, u32(signals), 1));
  const copy: i64 = copyHandle(system, Rights.All, 0, HANDLE_NONE);
  report("copy", copy > 0 ? 0 : copy);
  report("power off by the copy", powerOff(u32(copy)));
}

function tryHandles(console: u32, ports: u32): void {
  report("receive in the console's place", receive(console, message()));
  report("signal an endpoint", signal(console, 1));
  report("a port outside the range", systemCall(Syscall.Port, u64(ports), u64(KEYBOARD_PORT), PortOperation.ReadByte, 0, 0, 0));
  report("a handle never given", signal(NEVER_GIVEN, 1));
  const memory: i64 = createMemory(4096, MemoryType.Anonymous, 0, HANDLE_NONE);
  report("writable code", map(u32(memory), 4096, PageAccess.Write | PageAccess.Execute));
  report("a syscall that there is not", systemCall(NO_SYSCALL, 0, 0, 0, 0, 0, 0));
}

function report(attempt: string, status: i64): void {
  out.text(attempt).text(": ");
  if (status < 0)
    out
      .text("-")
      .decimal(u64(0 - status))
      .newline();
  else out.decimal(u64(status)).newline();
}
