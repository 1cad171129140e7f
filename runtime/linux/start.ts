// Start: what runs before and after a program's own top-level code.
// Called:     by start.asm, with the stack that Linux made.

import { HeapKind, selectHeap } from "../core/heap.ts";
import { beginsWith, environmentValue } from "./environment.ts";
import { handleFaults } from "./fault.ts";
import { terminateProcess } from "./profile.ts";

/** @exportName __initialize */
declare function runModules(): void;

/**
 * @exportName tsm_start
 * @noreturn
 */
export function start(stack: u64): never {
  selectHeap(heapKind(environmentValue(stack, "TSM_HEAP")));
  handleFaults();
  runModules();
  terminateProcess(0);
}

/** TSM_HEAP=list or TSM_HEAP=bump in the environment choose another heap than that of fixed-size blocks. */
function heapKind(setting: u64): HeapKind {
  if (setting !== 0 && beginsWith(setting, "list")) return HeapKind.List;
  if (setting !== 0 && beginsWith(setting, "bump")) return HeapKind.Bump;
  return HeapKind.Blocks;
}
