// Dead function removal: empties functions that no root reaches.
// Requires:    nothing.
// Establishes: a function without blocks is external or removed; slots of removed functions are empty.

import { findReachableFunctions } from "../analysis/reachable-functions.ts";
import type { IrFunction } from "../ir/function.ts";
import type { Module } from "../ir/module.ts";
import { runtimeFunctions } from "../ir/runtime-functions.ts";

const runtimeSymbols: ReadonlySet<string> = new Set(Object.values(runtimeFunctions).map((row) => row.exportName));

/** After `lower` every use of a runtime function is a call in the IR, so those that nobody calls can go too. */
export function removeUnusedRuntime(module: Module): void {
  const isRoot = (fn: IrFunction): boolean => fn.exportName !== null && !fn.isExternal && !runtimeSymbols.has(fn.exportName);
  removeUnreached(module, findReachableFunctions(module, isRoot));
}

export function removeDeadFunctions(module: Module): void {
  removeUnreached(module, findReachableFunctions(module));
}

function removeUnreached(module: Module, isReachable: Uint8Array): void {
  for (const fn of module.functions) {
    if (isReachable[fn.index] !== 0) continue;
    fn.blocks = [];
    fn.isRemoved = true;
    fn.isExternal = false;
  }
  for (const owner of module.classes) owner.slots = owner.slots.map((slot) => (slot >= 0 && module.functions[slot].isRemoved ? -1 : slot));
}
