// Dead function removal: empties functions that no root reaches.
// Requires:    nothing.
// Establishes: a function without blocks is external or removed; slots of removed functions are empty.

import { findReachableFunctions } from "../analysis/reachable-functions.ts";
import type { Module } from "../ir/module.ts";

export function removeDeadFunctions(module: Module): void {
  const isReachable = findReachableFunctions(module);
  for (const fn of module.functions) {
    if (isReachable[fn.index] !== 0) continue;
    fn.blocks = [];
    fn.isRemoved = true;
    fn.isExternal = false;
  }
  for (const owner of module.classes) owner.slots = owner.slots.map((slot) => (slot >= 0 && module.functions[slot].isRemoved ? -1 : slot));
}
