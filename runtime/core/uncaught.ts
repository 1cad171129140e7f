// Uncaught: the end of a program whose exception nothing caught.
// Called:     by compiled code, after the top-level code of a module.

import { allocateMemory } from "./allocation.ts";
import { Error } from "./error.ts";
import { terminate, writeError, writeErrorText } from "./error-text.ts";
import { encodeUtf8, utf8SizeMax } from "./utf8.ts";

/** Exit status as Node has it. */
const UNCAUGHT_STATUS: u32 = 1;

/** @noreturn */
export function reportUncaught(thrown: unknown): never {
  writeErrorText("uncaught exception: ");
  if (thrown instanceof Error) writeAnyText(stackOrMessage(thrown));
  else if (typeof thrown === "string") writeAnyText(thrown);
  else writeErrorText("a value that is no Error");
  writeErrorText("\n");
  terminate(UNCAUGHT_STATUS);
}

/** The making of the text wants memory, which may be what is missing. */
function stackOrMessage(error: Error): string {
  try {
    return error.stack;
  } catch {
    return error.message;
  }
}

function writeAnyText(text: string): void {
  const address: u64 = allocateMemory(utf8SizeMax(text) + 1);
  if (address === 0) writeErrorText(text);
  else writeError(address, encodeUtf8(text, 0, u32(text.length), address));
}
