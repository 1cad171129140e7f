// Start: what runs before and after a program's own top-level code.
// Called:     by start.asm, with the stack that Linux made.

import { isHeapChecked, selectedHeap, selectHeap } from "../core/heap.ts";
import { reportLeaks } from "../core/heap-debug.ts";
import { HeapKind } from "../core/heap-kinds.ts";
import { beginsWith, environmentValue } from "./environment.ts";
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
  selectHeap(heapKind(environmentValue(stack, "TSM_HEAP")), environmentValue(stack, "TSM_DEBUG_HEAP") !== 0);
  handleFaults();
  runModules();
  if (isHeapChecked()) checkLeaks();
  terminateProcess(0);
}

function checkLeaks(): void {
  releaseGlobals();
  if (reportLeaks(selectedHeap()) > 0) terminateProcess(LEAK_STATUS);
}

/** TSM_HEAP=list or TSM_HEAP=bump in the environment choose another heap than that of fixed-size blocks. */
function heapKind(setting: u64): HeapKind {
  if (setting !== 0 && beginsWith(setting, "list")) return HeapKind.List;
  if (setting !== 0 && beginsWith(setting, "bump")) return HeapKind.Bump;
  return HeapKind.Blocks;
}
