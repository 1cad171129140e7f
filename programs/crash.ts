// Crash: a program that does what programs should not, one way an argument: how the system proves that it survives.

import { loadU64, storeU64, undefinedInstruction } from "tsmetal/unsafe";
import { argumentAddress, isArgument, textLength } from "../runtime/user/process.ts";
import { exit } from "../runtime/user/system.ts";
import { TextWriter } from "../runtime/user/text-writer.ts";

/** Nothing is ever mapped there. */
const UNMAPPED_ADDRESS: u64 = 0x10;
const EXIT_USAGE: u32 = 2;

let sink: u64 = 0;

if (isArgument(0, "divide")) divide(sink);
else if (isArgument(0, "page")) touchUnmappedPage();
else if (isArgument(0, "opcode")) executeUndefinedInstruction();
else if (isArgument(0, "stack")) sink = descend(1);
else if (isArgument(0, "loop")) loopForever();
else if (isArgument(0, "write-code")) writeCode();
else if (isArgument(0, "panic")) panic("the program was asked to");
else usage();

/** The divisor is checked by the language: this ends in its panic. */
function divide(zero: u64): void {
  sink = 100 / zero;
}

function touchUnmappedPage(): void {
  sink = loadU64(UNMAPPED_ADDRESS);
}

function executeUndefinedInstruction(): void {
  undefinedInstruction();
}

/** Never returns: the stack ends first, at its guard page. */
function descend(depth: u64): u64 {
  return depth + descend(depth + 1) + 1;
}

function loopForever(): void {
  for (;;) sink++;
}

/** Code is mapped without the right to write. */
function writeCode(): void {
  storeU64(0x40_0000, 0);
}

function usage(): void {
  const out: TextWriter = new TextWriter();
  const asked: u64 = argumentAddress(0);
  if (asked !== 0) out.text("crash: unknown kind: ").range(asked, textLength(asked)).newline();
  out.line("usage: crash divide|page|opcode|stack|loop|write-code|panic").flush();
  exit(EXIT_USAGE);
}
