// Number functions: which functions compute with f64 numbers, and which others tell what those numbers are.
// Method: a function without an f64 value has none to narrow; it matters only where its integers become a number elsewhere: by what it
//         returns to, or passes to, a function that matters.

import type { IrFunction } from "../ir/function.ts";
import type { Module } from "../ir/module.ts";
import { ValueType } from "../ir/types.ts";
import type { CallGraph } from "./call-graph.ts";
import { isNumeric } from "./range-transfer.ts";

/** By function index: 1 where some value is an f64. */
export function findNumberFunctions(module: Module): Uint8Array {
  const hasNumbers = new Uint8Array(module.functions.length);
  for (const fn of module.functions) if (holdsNumber(fn)) hasNumbers[fn.index] = 1;
  return hasNumbers;
}

function holdsNumber(fn: IrFunction): boolean {
  const isNumber = (value: number): boolean => fn.type(value) === ValueType.F64;
  return fn.blocks.some((block) => block.params.some(isNumber) || block.insts.some(isNumber));
}

/** By function index: 1 where the ranges of its values are worth knowing for the sake of the functions given. */
export function findContributors(module: Module, graph: CallGraph, hasNumbers: Uint8Array): Uint8Array {
  const callers: number[][] = module.functions.map(() => []);
  for (const { caller, targets } of graph.sites.flat()) for (const target of targets) callers[target].push(caller.index);
  const isContributor = Uint8Array.from(hasNumbers);
  const pending = [...hasNumbers.keys()].filter((index) => hasNumbers[index] !== 0);
  const add = (index: number): void => {
    if (isContributor[index] !== 0 || module.functions[index].blocks.length === 0) return;
    isContributor[index] = 1;
    pending.push(index);
  };
  for (let index = pending.pop(); index !== undefined; index = pending.pop()) {
    for (const callee of graph.callees(index)) if (isNumeric(module.functions[callee].result)) add(callee);
    if (module.functions[index].params.some(isNumeric)) for (const caller of callers[index]) add(caller);
  }
  return isContributor;
}
