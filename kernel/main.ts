// Kernel main: the order in which the kernel comes up. Each line needs only what the lines above it made.
// Called:     by kernel_entry (arch/x64/entry.asm) once, on the kernel stack, interrupts off; the first thread runs when it returns

import { viewAt } from "tsmetal/unsafe";
import { BootInfo } from "../abi/boot-info.ts";
import { readAcpiTables } from "./arch/x64/acpi.ts";
import { physicalToVirtual } from "./arch/x64/address.ts";
import { keepBootFacts } from "./arch/x64/boot-facts.ts";
import { detectCpuFeatures, enableCpuFeatures, protectKernel } from "./arch/x64/cpu-features.ts";
import { initialiseSegments, initialiseSyscallEntry } from "./arch/x64/segments.ts";
import { initialiseSerial } from "./arch/x64/serial.ts";
import { checkBootInfo, readMemoryMap } from "./boot-checks.ts";
import { buildMemory } from "./boot-memory.ts";
import { logBootSummary } from "./boot-summary.ts";
import { startInit } from "./init-process.ts";
import { mapDevices, startClock, startInterrupts } from "./machine.ts";
import { initialiseFrameAllocator } from "./memory/frame-allocator.ts";
import { enterKernelSpace } from "./memory/kernel-space.ts";
import { usableBytes } from "./memory/memory-map.ts";
import { initialiseScheduler } from "./sched/scheduler.ts";

// Entered from assembly and the runtime only: named here so that they are part of the kernel.
import "./arch/x64/panic.ts";
import "./syscall/device-calls.ts";
import "./syscall/memory-calls.ts";
import "./syscall/message-calls.ts";
import "./syscall/object-calls.ts";
import "./syscall/process-calls.ts";
import "./syscall/query-calls.ts";
import "./syscall/system-calls.ts";
import "./syscall/thread-calls.ts";
import "./syscall/trap.ts";

/** `bootInfo`: physical address, as the boot path passed it. @exportName kernel_main */
export function kernelMain(bootInfo: u64): void {
  const info: BootInfo = viewAt(BootInfo, physicalToVirtual(bootInfo));
  initialiseSerial();
  initialiseSegments();
  detectCpuFeatures();
  enableCpuFeatures();
  checkBootInfo(info);
  readMemoryMap(info);
  keepBootFacts(info, usableBytes());
  readAcpiTables(info.rsdp);
  buildMemory(info);
  mapDevices();
  enterKernelSpace();
  protectKernel();
  initialiseFrameAllocator();
  startInterrupts();
  startClock();
  initialiseScheduler();
  initialiseSyscallEntry();
  logBootSummary();
  startInit();
}
