// Reports: what the kernel tells about itself, as tables: ps, mem, irq, uptime.
// Called:     by the shell's commands, with a System handle that may inspect.

import { sizeOf, viewAt } from "tsmetal/unsafe";
import { INTERRUPT_LINE_NONE, InterruptRecord, ProcessRecord, ProcessState, QueryKind, SystemRecord } from "../../abi/query.ts";
import { messageBuffer } from "../../runtime/user/process.ts";
import { query } from "../../runtime/user/system.ts";
import type { TextWriter } from "../../runtime/user/text-writer.ts";

const NANOSECONDS_PER_SECOND: u64 = 1_000_000_000;
const NANOSECONDS_PER_MILLISECOND: u64 = 1_000_000;
const BYTES_PER_KIB: u64 = 1024;

/** A row for each process: id, state, priority, threads, processor time, memory, name. */
export function writeProcesses(out: TextWriter, system: u32): void {
  out.line("  PID  STATE    PRI  THR    CPU ms  MEMORY KiB  NAME");
  const record: ProcessRecord = viewAt(ProcessRecord, messageBuffer());
  let id: u64 = 0;
  while (query(system, QueryKind.Process, id, messageBuffer(), sizeOf(ProcessRecord)) >= 0) {
    id = record.id + 1;
    out.decimalIn(record.id, 5).text("  ").text(stateName(record.state)).padTo(16);
    out.decimalIn(u64(record.priority), 3).decimalIn(u64(record.threadCount), 5);
    out
      .decimalIn(record.cpuTimeNs / NANOSECONDS_PER_MILLISECOND, 10)
      .decimalIn(record.memoryBytes / BYTES_PER_KIB, 12)
      .text("  ");
    writePackedName(out, record.name0);
    writePackedName(out, record.name1);
    writePackedName(out, record.name2);
    out.newline();
    // Writing uses the message buffer: what was in the record is gone now.
    out.flush();
  }
}

export function writeMemory(out: TextWriter, system: u32): void {
  const record: SystemRecord = readSystem(system);
  const used: u64 = record.memoryTotalBytes - record.memoryFreeBytes;
  out
    .text("total  ")
    .decimalIn(record.memoryTotalBytes / BYTES_PER_KIB, 10)
    .line(" KiB");
  out
    .text("used   ")
    .decimalIn(used / BYTES_PER_KIB, 10)
    .line(" KiB");
  out
    .text("kernel ")
    .decimalIn(record.memoryKernelBytes / BYTES_PER_KIB, 10)
    .line(" KiB");
  out
    .text("free   ")
    .decimalIn(record.memoryFreeBytes / BYTES_PER_KIB, 10)
    .line(" KiB");
}

/** A row for each vector that ever interrupted. */
export function writeInterrupts(out: TextWriter, system: u32): void {
  out.line("  VECTOR  LINE       COUNT  DRIVER");
  const record: InterruptRecord = viewAt(InterruptRecord, messageBuffer());
  let vector: u64 = 0;
  while (query(system, QueryKind.Interrupt, vector, messageBuffer(), sizeOf(InterruptRecord)) >= 0) {
    vector = u64(record.vector) + 1;
    out.decimalIn(u64(record.vector), 8);
    if (record.line === INTERRUPT_LINE_NONE) out.text("     -");
    else out.decimalIn(u64(record.line), 6);
    out.decimalIn(record.count, 12).text("  ");
    if (record.processId === 0) out.text("kernel");
    else out.text("process ").decimal(record.processId);
    out.newline().flush();
  }
}

/** Time since boot and the machine, then when the time stamp counter showed the first prompt. */
export function writeUptime(out: TextWriter, system: u32, firstPromptTick: u64): void {
  const record: SystemRecord = readSystem(system);
  const seconds: u64 = record.uptimeNs / NANOSECONDS_PER_SECOND;
  const milliseconds: u64 = (record.uptimeNs / NANOSECONDS_PER_MILLISECOND) % 1000;
  out.text("up ").decimal(seconds).text(".");
  if (milliseconds < 100) out.text("0");
  if (milliseconds < 10) out.text("0");
  out.decimal(milliseconds).text(" s, idle ").decimal(percent(record.idleNs, record.uptimeNs)).text(" %, ");
  out.decimal(u64(record.processorsUsed)).text(" of ").decimal(u64(record.processorsPresent)).text(" processors, ");
  out.decimal(record.tscFrequencyHz / 1_000_000).text(" MHz, interrupts by ");
  out.line(record.hasApic !== 0 ? "APIC" : "8259");
  out.text("first prompt at tick ").decimal(firstPromptTick).newline();
}

function percent(part: u64, whole: u64): u64 {
  return whole === 0 ? 0 : (part * 100) / whole;
}

/** The record lies in the message buffer: read it before writing anything out. */
function readSystem(system: u32): SystemRecord {
  const status: i64 = query(system, QueryKind.System, 0, messageBuffer(), sizeOf(SystemRecord));
  assert(status >= 0, "the kernel does not answer");
  return viewAt(SystemRecord, messageBuffer());
}

function stateName(state: u32): string {
  switch (state) {
    case ProcessState.Empty:
      return "empty";
    case ProcessState.Ready:
      return "ready";
    case ProcessState.Blocked:
      return "waiting";
    case ProcessState.Faulted:
      return "faulted";
    default:
      return "ended";
  }
}

/** Up to eight characters, the first in the low byte. */
function writePackedName(out: TextWriter, name: u64): void {
  for (let rest: u64 = name; rest !== 0; rest >>>= 8) out.byte(u8(rest & 0xff));
}
