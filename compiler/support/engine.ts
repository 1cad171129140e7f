// Engine: how V8 is to run the compiler.

import { setFlagsFromString } from "node:v8";

/**
 * How much a function runs before V8 optimises it: 24 times what V8 has. A compilation is over in seconds, with thousands of functions none
 * of which is hot for long: by itself V8 spends more time on optimising them than on running them, and discards much of it again.
 */
const INTERRUPT_BUDGET = 1_600_000;

/** For the start of a process whose work is to compile. */
export function optimiseLate(): void {
  setFlagsFromString(`--interrupt-budget=${INTERRUPT_BUDGET}`);
}
