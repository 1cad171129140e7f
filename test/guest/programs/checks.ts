// Checks: what the kernel's check programs share: a line for each check, and threads to talk to.
// Called:     by the check programs beside this file; test/kernel reads their lines

import { elementsAddress, symbolAddress, systemCall } from "tsmetal/unsafe";
import { HANDLE_PROCESS, HANDLE_THREAD } from "../../../abi/handle.ts";
import { Syscall, ThreadOperation } from "../../../abi/syscall.ts";
import { createThread, startThread } from "../../../runtime/user/system.ts";
import { TextWriter } from "../../../runtime/user/text-writer.ts";

const STACK_SIZE_BYTES: u64 = 16_384;
const out: TextWriter = new TextWriter();

function writeSigned(value: i64): void {
  if (value < 0) out.text("-").decimal(u64(0 - value));
  else out.decimal(u64(value));
}

/** Writes `ok NAME`, or `FAILED NAME: actual, expected`. */
export function expect(name: string, actual: i64, expected: i64): void {
  if (actual === expected) {
    out.text("ok ").line(name).flush();
    return;
  }
  out.text("FAILED ").text(name).text(": ");
  writeSigned(actual);
  out.text(", expected ");
  writeSigned(expected);
  out.newline().flush();
}

export function expectTrue(name: string, isTrue: boolean): void {
  expect(name, isTrue ? 1 : 0, 1);
}

/** Starts a thread at the function with that address, on a stack of 16 KiB; answers its handle. The function ends with endThread. */
export function startFunction(code: u64, stack: Uint8Array): u32 {
  const thread: i64 = createThread(HANDLE_PROCESS);
  assert(thread > 0, "the check program cannot make a thread");
  const stackTop: u64 = (elementsAddress(stack) + STACK_SIZE_BYTES) & ~u64(15);
  assert(startThread(u32(thread), symbolAddress("tsm_thread_entry"), stackTop, code) === 0);
  return u32(thread);
}

/** Ends the calling thread. */
export function endThread(): void {
  systemCall(Syscall.Thread, u64(HANDLE_THREAD), ThreadOperation.Exit, 0, 0, 0, 0);
}

/** Lets other threads of this priority run. */
export function yieldThread(): void {
  systemCall(Syscall.Thread, u64(HANDLE_THREAD), ThreadOperation.Yield, 0, 0, 0, 0);
}
