// Dead function removal: empties functions that no root reaches.
// Requires:    nothing.
// Establishes: a function without blocks is external or removed; slots of removed functions are empty.

import { findReachableFunctions } from "../analysis/reachable-functions.ts";
import type { IrFunction } from "../ir/function.ts";
import type { Module } from "../ir/module.ts";
import { lateRuntimeSymbols, runtimeSymbols } from "../ir/runtime-functions.ts";

/** After `lower` every use of a runtime function is a call in the IR, so those that nobody calls can go too. */
export function removeUnusedRuntime(module: Module): void {
  removeUnreached(module, (symbol) => !runtimeSymbols.has(symbol));
}

export function removeDeadFunctions(module: Module): void {
  removeUnreached(module, (symbol) => !runtimeSymbols.has(symbol) || lateRuntimeSymbols.has(symbol));
}

/** `isWanted` says of a linker symbol whether others than the module's own functions may ask for it. */
function removeUnreached(module: Module, isWanted: (symbol: string) => boolean): void {
  const isRoot = ({ exportName, isExternal }: IrFunction): boolean => exportName !== null && !isExternal && isWanted(exportName);
  const isReachable = findReachableFunctions(module, isRoot);
  for (const fn of module.functions) {
    if (isReachable[fn.index] !== 0) continue;
    fn.blocks = [];
    fn.isRemoved = true;
    fn.isExternal = false;
  }
  for (const owner of module.classes) owner.slots = owner.slots.map((slot) => (slot >= 0 && module.functions[slot].isRemoved ? -1 : slot));
}
