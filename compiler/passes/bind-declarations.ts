// Binding of declarations: a call of a function that is only declared goes to the one of that symbol in the same module.
// Requires:    nothing.
// Establishes: what the runtime declares in one layer and defines in another can be inlined. The linker would bind it too, but later.

import type { IrFunction } from "../ir/function.ts";
import type { Module } from "../ir/module.ts";
import { Op } from "../ir/ops.ts";

export function bindDeclarations(module: Module): void {
  const targets = boundTargets(module);
  if (targets.size === 0) return;
  for (const fn of module.functions) {
    for (const block of fn.blocks) {
      for (const value of block.insts) {
        if (fn.op(value) !== Op.Call) continue;
        const target = targets.get(fn.aux(value));
        if (target !== undefined) fn.replace(value, Op.Call, fn.type(value), fn.operands(value), target.index);
      }
    }
  }
}

/** What defines the symbol of each declared function, by index. */
function boundTargets(module: Module): Map<number, IrFunction> {
  const definitions = new Map<string, IrFunction>();
  for (const fn of module.functions) if (fn.exportName !== null && fn.blocks.length > 0) definitions.set(fn.exportName, fn);
  const targets = new Map<number, IrFunction>();
  for (const fn of module.functions) {
    const target = fn.isExternal ? definitions.get(fn.exportName ?? fn.name) : undefined;
    if (target !== undefined && hasSameSignature(fn, target)) targets.set(fn.index, target);
  }
  return targets;
}

function hasSameSignature(left: IrFunction, right: IrFunction): boolean {
  return (
    left.result === right.result &&
    left.params.length === right.params.length &&
    left.params.every((param, index) => param === right.params[index])
  );
}
