// Start: what runs before and after a program's own top-level code.
// Called:     by start.asm, with the stack that Linux made.

import { handleFaults } from "./fault.ts";
import { terminateProcess } from "./profile.ts";

/** @exportName __initialize */
declare function runModules(): void;

/**
 * @exportName tsm_start
 * @noreturn
 */
export function start(): never {
  handleFaults();
  runModules();
  terminateProcess(0);
}
