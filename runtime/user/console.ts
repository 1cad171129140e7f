// Console: lines of text to this process's console, as UTF-8.
// Called:     by compiled code; the compiler has made one text of the arguments.

import { storeU8 } from "tsmetal/unsafe";
import { allocateMemoryOrThrow, giveBackMemory } from "../core/memory/allocation.ts";
import { unitCount } from "../core/text/string-units.ts";
import { encodeUtf8, utf8SizeMax } from "../core/text/utf8.ts";
import { writeProcessOutput } from "./output.ts";

const NEWLINE: u8 = 0x0a;

export function log(text: string): void {
  const sizeMax: u64 = utf8SizeMax(text) + 1;
  const bytes: u64 = allocateMemoryOrThrow(sizeMax);
  const size: u64 = encodeUtf8(text, 0, unitCount(text), bytes);
  storeU8(bytes + size, NEWLINE);
  writeProcessOutput(bytes, size + 1);
  giveBackMemory(bytes, sizeMax);
}

/** Processes have one stream of output. */
export function error(text: string): void {
  log(text);
}
