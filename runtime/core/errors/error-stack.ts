// Error stacks: which calls led to where an error was made, as text in TypeScript lines.
// Called:     by the constructor of Error, which remembers addresses only; names and lines are looked up when the text is asked for.

import { framePointer, loadU8, loadU64 } from "tsmetal/unsafe";
import { decodeUtf8 } from "../text/utf8.ts";
import { isFrame, stackTop } from "./backtrace.ts";
import { findFrame, frameFile, frameLine, frameName, isTopLevelFrame, nextFrame, ownTable } from "./backtrace-table.ts";

/** As many as Node remembers. */
const CALLS_MAX: u32 = 10;
/** Constructors of the classes above an error's own lie in between. */
const FRAMES_MAX: u32 = 16;
const RETURN_ADDRESS_OFFSET: u64 = 8;

/** The addresses of the calls on the stack, innermost first. */
export function callsOf(): u64[] {
  const calls: u64[] = [];
  const highest: u64 = stackTop();
  let bound: u64 = 0;
  let frame: u64 = framePointer();
  for (let count: u32 = 0; count < FRAMES_MAX && isFrame(frame, bound, highest); count++) {
    // The address after the call may already belong to another line or function.
    calls.push(loadU64(frame + RETURN_ADDRESS_OFFSET) - 1);
    bound = frame + 1;
    frame = loadU64(frame);
  }
  return calls;
}

/** A line for each call, but those of the constructors that make errors. */
export function textOfCalls(calls: u64[]): string {
  const table: u64 = ownTable();
  let text: string = "";
  let count: u32 = 0;
  for (let i = 0; i < calls.length; i++) {
    if (!findFrame(table, calls[i])) return text;
    do {
      const name: string = textAt(frameName());
      if (count === 0 && isMaking(name)) continue;
      text += `\n    at ${name} (${textAt(frameFile())}:${frameLine()})`;
      count++;
      if (count === CALLS_MAX || isTopLevelFrame()) return text;
    } while (nextFrame());
  }
  return text;
}

/** Whether the function is part of making an error. */
function isMaking(name: string): boolean {
  return name === "callsOf" || name.endsWith(".constructor") || name.includes(".constructor/") || name.endsWith(".fields");
}

function textAt(address: u64): string {
  let length: u64 = 0;
  while (loadU8(address + length) !== 0) length++;
  return decodeUtf8(address, length);
}
