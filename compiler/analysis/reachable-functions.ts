// Reachable functions: what a program may run. Roots are the functions with a linker symbol of their own (exportName); reached is what
// they call, take the address of, or may reach through the virtual tables of classes they make objects of.

import type { IrFunction, Value } from "../ir/function.ts";
import type { Module } from "../ir/module.ts";
import { Aux, ops } from "../ir/ops.ts";

/** A function with a linker symbol of its own, which assembly may call. */
function hasLinkerSymbol(fn: IrFunction): boolean {
  return fn.exportName !== null && !fn.isExternal;
}

/** By function index: 1 where reachable. */
export function findReachableFunctions(module: Module, isRoot: (fn: IrFunction) => boolean = hasLinkerSymbol): Uint8Array {
  const isReached = new Uint8Array(module.functions.length);
  const isReachedClass = new Uint8Array(module.classes.length);
  const pending: IrFunction[] = [];
  const reach = (index: number): void => {
    if (isReached[index] !== 0 || module.functions[index].isRemoved) return;
    isReached[index] = 1;
    pending.push(module.functions[index]);
  };
  const reachClass = (index: number): void => {
    if (isReachedClass[index] !== 0) return;
    isReachedClass[index] = 1;
    for (const slot of module.classes[index].slots) if (slot >= 0) reach(slot);
  };
  for (const fn of module.functions) if (isRoot(fn)) reach(fn.index);
  for (let fn = pending.pop(); fn !== undefined; fn = pending.pop()) {
    for (const block of fn.blocks) for (const value of block.insts) reachFrom(fn, value, reach, reachClass);
  }
  return isReached;
}

function reachFrom(fn: IrFunction, value: Value, reach: (fn: number) => void, reachClass: (index: number) => void): void {
  const { aux } = ops[fn.op(value)];
  if (aux === Aux.Function) reach(fn.aux(value));
  // Made objects, and descriptors for objects that the runtime makes.
  else if (aux === Aux.Class) reachClass(fn.aux(value));
}
