// Uncaught: the end of a program whose exception nothing caught.
// Called:     by compiled code, after the top-level code of a module.

import { allocateMemoryOrPanic } from "./allocation.ts";
import { Error } from "./error.ts";
import { terminate, writeError, writeErrorText } from "./error-text.ts";
import { encodeUtf8, utf8SizeMax } from "./utf8.ts";

/** Exit status as Node has it. */
const UNCAUGHT_STATUS: u32 = 1;

/** @noreturn */
export function reportUncaught(thrown: unknown): never {
  writeErrorText("uncaught exception: ");
  if (thrown instanceof Error) writeAnyText(thrown.stack);
  else if (typeof thrown === "string") writeAnyText(thrown);
  else writeErrorText("a value that is no Error");
  writeErrorText("\n");
  terminate(UNCAUGHT_STATUS);
}

function writeAnyText(text: string): void {
  const address: u64 = allocateMemoryOrPanic(utf8SizeMax(text) + 1);
  writeError(address, encodeUtf8(text, 0, u32(text.length), address));
}
