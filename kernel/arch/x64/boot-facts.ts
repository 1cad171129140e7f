// Boot facts: what the kernel keeps of BootInfo after boot: its own copies, because the loader's memory is not mapped for ever.
// Owns:       the copies
// Invariants: (1) filled once by keepBootFacts, never changed
// Called:     from main.ts and syscall/query-calls.ts

import { addressOf, copyMemory, sizeOf, symbolAddress, viewAt } from "tsmetal/unsafe";
import { type BootInfo, FramebufferInfo } from "../../../abi/boot-info.ts";
import { physicalToVirtual } from "./address.ts";

export const COMMAND_LINE_SIZE_MAX: u64 = 2048;

let source: u32 = 0;
let commandLineSize: u64 = 0;
let memoryBytes: u64 = 0;
let archiveBase: u64 = 0;
let archiveSize: u64 = 0;
let entryTicks: u64 = 0;

/** `usableBytes`: of the memory map. A command line that is too long is cut. */
export function keepBootFacts(info: BootInfo, usableBytes: u64): void {
  source = info.source;
  memoryBytes = usableBytes;
  archiveBase = info.archiveBase;
  archiveSize = info.archiveSizeBytes;
  entryTicks = info.tscAtEntry;
  copyMemory(symbolAddress("boot_framebuffer"), addressOf(info.framebuffer), sizeOf(FramebufferInfo));
  const size: u64 = u64(info.commandLineSizeBytes);
  commandLineSize = size > COMMAND_LINE_SIZE_MAX ? COMMAND_LINE_SIZE_MAX : size;
  copyMemory(bootCommandLineAddress(), physicalToVirtual(info.commandLine), commandLineSize);
}

export function bootSource(): u32 {
  return source;
}

export function bootMemoryBytes(): u64 {
  return memoryBytes;
}

export function bootCommandLineAddress(): u64 {
  return symbolAddress("boot_command_line");
}

export function bootCommandLineSize(): u64 {
  return commandLineSize;
}

/** Physical; in the direct map. */
export function bootArchiveBase(): u64 {
  return archiveBase;
}

export function bootArchiveSize(): u64 {
  return archiveSize;
}

/** Time stamp counter when the boot path began. */
export function bootEntryTicks(): u64 {
  return entryTicks;
}

/** Base 0: none. */
export function bootFramebuffer(): FramebufferInfo {
  return viewAt(FramebufferInfo, symbolAddress("boot_framebuffer"));
}
