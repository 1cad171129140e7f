// Clean rounds: folding, parameters, branches and dead code, one after the other, of the functions that changed since the round before.
// Invariants: a function that no pass has touched is left alone: a round finds in it what the round before left

import type { IrFunction } from "../ir/function.ts";
import type { Module } from "../ir/module.ts";
import { eliminateDeadCode } from "./eliminate-dead-code.ts";
import { fold } from "./fold.ts";
import type { Pass } from "./pass.ts";
import { simplifyBranches } from "./simplify-branches.ts";
import { simplifyParameters } from "./simplify-parameters.ts";

/** The size of each function after its last whole round. */
const cleaned = new WeakMap<IrFunction, number>();

/** Small again before it is looked at: what each round of optimisation begins and ends with. */
export function cleanRound(round: string, after: readonly string[] = []): Pass[] {
  const functions = new WeakMap<Module, readonly IrFunction[]>();
  const changed = (module: Module): readonly IrFunction[] => {
    let found = functions.get(module);
    if (found === undefined) {
      found = module.functions.filter((fn) => fn.blocks.length > 0 && cleaned.get(fn) !== sizeOf(fn));
      functions.set(module, found);
    }
    return found;
  };
  const each =
    (run: (fn: IrFunction, module: Module) => void) =>
    (module: Module): void => {
      for (const fn of changed(module)) if (fn.blocks.length > 0) run(fn, module);
    };
  const last = each((fn) => {
    eliminateDeadCode(fn);
    cleaned.set(fn, sizeOf(fn));
  });
  return [
    { name: `fold-${round}`, run: each(fold), after },
    { name: `parameters-${round}`, run: each(simplifyParameters), after: [`fold-${round}`] },
    { name: `branches-${round}`, run: each(simplifyBranches), after: [`fold-${round}`] },
    { name: `dead-code-${round}`, run: last, after: [`branches-${round}`] },
  ];
}

/** A number that every pass changes that makes, removes or moves an instruction, or leads an edge elsewhere. */
function sizeOf(fn: IrFunction): number {
  let size = fn.instCount;
  for (const { insts, params, edges } of fn.blocks) {
    size = (Math.imul(size, 31) + insts.length) | 0;
    size = (Math.imul(size, 31) + params.length) | 0;
    for (const { target } of edges) size = (Math.imul(size, 31) + target) | 0;
  }
  return size;
}
