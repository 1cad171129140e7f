// Output: where this process's text goes: to its console, or to the kernel's log while it has none.

import { HANDLE_NONE } from "../../abi/handle.ts";
import { LOG_WRITE_SIZE_MAX } from "../../abi/syscall.ts";
import { startHandle } from "./process.ts";
import { writeStream } from "./stream.ts";
import { writeLog } from "./system.ts";

/** The console that this process writes to: its start handle of that name, unless it chose another. */
let chosenConsole: u32 = HANDLE_NONE;

/** From now on output goes to this stream. HANDLE_NONE: to the start handle "console" again. */
export function directOutput(stream: u32): void {
  chosenConsole = stream;
}

/** Writes all bytes; where no console answers, what the log takes. */
export function writeProcessOutput(address: u64, length: u64): void {
  const console: u32 = chosenConsole !== HANDLE_NONE ? chosenConsole : startHandle("console");
  if (console !== HANDLE_NONE && writeStream(console, address, length) >= 0) return;
  writeSystemLog(address, length);
}

/** Writes to the kernel's log if this process may. */
export function writeSystemLog(address: u64, length: u64): void {
  const system: u32 = startHandle("system");
  let written: u64 = 0;
  while (system !== HANDLE_NONE && written < length) {
    const rest: u64 = length - written;
    const count: u64 = rest < u64(LOG_WRITE_SIZE_MAX) ? rest : u64(LOG_WRITE_SIZE_MAX);
    if (writeLog(system, address + written, count) < 0) return;
    written += count;
  }
}
