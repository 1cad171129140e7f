// Dead function removal: empties functions that no root reaches. Roots are the functions with a linker symbol of their own (exportName);
// reached is what they call, take the address of, or may reach through the virtual tables of classes they make objects of.
// Requires:    nothing.
// Establishes: a function without blocks is external or removed; slots of removed functions are empty.

import type { IrFunction, Value } from "../ir/function.ts";
import type { Module } from "../ir/module.ts";
import { Aux, ops } from "../ir/ops.ts";

export function removeDeadFunctions(module: Module): void {
  const isLive = findLive(module);
  for (const fn of module.functions) {
    if (isLive[fn.index] !== 0 || fn.isRemoved) continue;
    fn.blocks = [];
    fn.isRemoved = true;
    fn.isExternal = false;
  }
  for (const owner of module.classes) owner.slots = owner.slots.map((slot) => (slot >= 0 && module.functions[slot].isRemoved ? -1 : slot));
}

function findLive(module: Module): Uint8Array {
  const isLive = new Uint8Array(module.functions.length);
  const isLiveClass = new Uint8Array(module.classes.length);
  const pending: IrFunction[] = [];
  const reach = (index: number): void => {
    if (isLive[index] !== 0 || module.functions[index].isRemoved) return;
    isLive[index] = 1;
    pending.push(module.functions[index]);
  };
  const reachClass = (index: number): void => {
    if (isLiveClass[index] !== 0) return;
    isLiveClass[index] = 1;
    for (const slot of module.classes[index].slots) if (slot >= 0) reach(slot);
  };
  for (const fn of module.functions) if (fn.exportName !== null && !fn.isExternal) reach(fn.index);
  for (let fn = pending.pop(); fn !== undefined; fn = pending.pop()) {
    for (const block of fn.blocks) for (const value of block.insts) reachFrom(fn, value, reach, reachClass);
  }
  return isLive;
}

function reachFrom(fn: IrFunction, value: Value, reach: (fn: number) => void, reachClass: (index: number) => void): void {
  const { aux } = ops[fn.op(value)];
  if (aux === Aux.Function) reach(fn.aux(value));
  // Made objects, and descriptors for objects that the runtime makes.
  else if (aux === Aux.Class) reachClass(fn.aux(value));
}
