// Engine: how V8 is to run the compiler.

import { setFlagsFromString } from "node:v8";

/**
 * How much a function runs before V8 optimises it: 7 times what V8 has. A compilation is over in seconds, with thousands of functions few
 * of which are hot for long: by itself V8 spends more time on optimising them than on running them, and discards much of it again. Of
 * 66,000 to 6,400,000 (`npm run bench -- compile`) this is the best for the kernel: more leaves the few hot ones to the interpreter.
 */
const INTERRUPT_BUDGET = 450_000;

/** For the start of a process whose work is to compile. */
export function optimiseLate(): void {
  setFlagsFromString(`--interrupt-budget=${INTERRUPT_BUDGET}`);
}
