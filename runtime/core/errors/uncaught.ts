// Uncaught: the end of a program whose exception nothing caught.
// Called:     by compiled code, after the top-level code of a module.

import { finalStatus, runRemaining, statusOfEnd } from "../async/turns.ts";
import { allocateMemory } from "../memory/allocation.ts";
import { encodeUtf8, utf8SizeMax } from "../text/utf8.ts";
import { Error } from "./error.ts";
import { terminate, writeError, writeErrorText } from "./error-text.ts";

/** Exit status as Node has it. */
const UNCAUGHT_STATUS: u32 = 1;

let handler: ((thrown: unknown) => boolean) | null = null;

/** Takes note of what may deal with what nothing caught; false where it does not. */
export function haveUncaughtHandler(handle: (thrown: unknown) => boolean): void {
  handler = handle;
}

/** For what was thrown in a turn of its own: the program goes on with the next if the handler has dealt with it. */
export function handleUncaught(thrown: unknown): void {
  if (!isDealtWith(thrown)) report(thrown);
}

/**
 * For what was thrown by top-level code.
 * @noreturn
 */
export function reportUncaught(thrown: unknown): never {
  if (!isDealtWith(thrown)) report(thrown);
  runRemaining();
  terminate(finalStatus());
}

function isDealtWith(thrown: unknown): boolean {
  return handler?.(thrown) ?? false;
}

/** @noreturn */
function report(thrown: unknown): never {
  writeErrorText("uncaught exception: ");
  if (thrown instanceof Error) writeAnyText(stackOrMessage(thrown));
  else if (typeof thrown === "string") writeAnyText(thrown);
  else writeErrorText("a value that is no Error");
  writeErrorText("\n");
  terminate(statusOfEnd(UNCAUGHT_STATUS));
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
