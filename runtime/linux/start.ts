// Start: what runs before and after a program's own top-level code.
// Called:     by start.asm, with the stack that Linux made.

import { finalStatus, runRemaining } from "../core/async/turns.ts";
import { checkHeap, isHeapChecked } from "../core/memory/heap.ts";
import { reportLeaks } from "../core/memory/heap-debug.ts";
import { environmentValue } from "./environment.ts";
import { handleFaults } from "./fault.ts";
import { terminateProcess } from "./profile.ts";

/** @exportName __initialize */
declare function runModules(): void;

/**
 * Forgets what module variables refer to: what is alive afterwards, nothing can reach.
 * @exportName tsm_release_globals
 */
declare function releaseGlobals(): void;

/** Exit status of a program with TSM_DEBUG_HEAP=1 that left objects behind. */
const LEAK_STATUS: u32 = 71;

/**
 * @exportName tsm_start
 * @noreturn
 */
export function start(stack: u64): never {
  if (environmentValue(stack, "TSM_DEBUG_HEAP") !== 0) checkHeap();
  handleFaults();
  runModules();
  runRemaining();
  const status = finalStatus();
  if (isHeapChecked()) checkLeaks();
  terminateProcess(status);
}

function checkLeaks(): void {
  releaseGlobals();
  if (reportLeaks() > 0) terminateProcess(LEAK_STATUS);
}
