// Console: lines of text to standard output and standard error, as UTF-8.
// Called:     by compiled code; the compiler has made one text of the arguments.

import { writeLine } from "./output.ts";
import { STANDARD_ERROR, STANDARD_OUTPUT } from "./system.ts";

export function log(text: string): void {
  writeLine(STANDARD_OUTPUT, text);
}

export function error(text: string): void {
  writeLine(STANDARD_ERROR, text);
}
