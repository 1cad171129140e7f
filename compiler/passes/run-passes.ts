// Pass runner: runs a table of passes, and around each of them verifies, dumps and takes the time. Passes know nothing of it.

import { verifyOwnership } from "../analysis/verify-ownership.ts";
import type { Module } from "../ir/module.ts";
import { verifyModule } from "../ir/verify.ts";
import { CompilerBug } from "../support/assert.ts";
import type { Pass } from "./pass.ts";

export interface RunOptions {
  /** Names of passes not to run. Required ones run nevertheless. */
  readonly off?: ReadonlySet<string>;
  /** Only required passes run. */
  readonly onlyRequired?: boolean;
  /** Stop after the pass of this name. */
  readonly stopAfter?: string;
  /** Verify after each pass; true by default. */
  readonly verify?: boolean;
  /** Called before each pass that runs. */
  readonly onBeforePass?: (pass: Pass, module: Module) => void;
  /** Called after each pass that ran. */
  readonly onPass?: (pass: Pass, module: Module, milliseconds: number) => void;
}

/** Runs the passes in order. Throws CompilerBug, naming the pass, when one leaves an invalid module. */
export function runPasses(module: Module, passes: readonly Pass[], options: RunOptions = {}): void {
  for (const pass of passes) {
    const isOff = options.onlyRequired === true || options.off?.has(pass.name) === true;
    if (!isOff || pass.isRequired === true) runPass(module, pass, options);
    if (pass.name === options.stopAfter) return;
  }
}

function runPass(module: Module, pass: Pass, options: RunOptions): void {
  options.onBeforePass?.(pass, module);
  const start = performance.now();
  pass.run(module);
  const milliseconds = performance.now() - start;
  if (options.verify !== false) {
    const messages = [...verifyModule(module), ...module.functions.flatMap((fn) => verifyOwnership(module, fn))];
    if (messages.length > 0) throw new CompilerBug(`after pass ${pass.name}: ${messages.slice(0, 5).join("; ")}`);
  }
  options.onPass?.(pass, module, milliseconds);
}
