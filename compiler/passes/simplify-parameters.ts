// Parameter simplification: a block parameter for which all edges carry one value (itself aside) is that value; a constant that all
// edges carry is made again inside the block.
// Requires:    nothing.
// Establishes: no parameter of a reachable block is redundant in that way, as far as one value at a time shows it.

import { incomingEdges, orderBlocks, Replacements, removeParameter } from "../ir/blocks.ts";
import type { Block, Edge, IrFunction, Value } from "../ir/function.ts";
import { Op } from "../ir/ops.ts";

export function simplifyParameters(fn: IrFunction): void {
  orderBlocks(fn);
  let isChanged = true;
  while (isChanged) {
    isChanged = false;
    const replacements = new Replacements();
    const incoming = incomingEdges(fn);
    for (const block of fn.blocks.slice(1)) {
      for (let index = block.params.length - 1; index >= 0; index--) {
        const only = onlyArgument(fn, block, index, incoming[block.id], replacements);
        if (only === undefined) continue;
        replacements.set(block.params[index], only);
        removeParameter(fn, block.id, index, incoming[block.id]);
        isChanged = true;
      }
    }
    replacements.apply(fn);
  }
}

/** The value that stands for the parameter, if one does. May put a constant at the start of the block. */
function onlyArgument(
  fn: IrFunction,
  block: Block,
  index: number,
  incoming: readonly Edge[],
  replacements: Replacements,
): Value | undefined {
  const parameter = block.params[index];
  let only: Value | undefined;
  for (const edge of incoming) {
    const argument = replacements.resolve(edge.args[index]);
    if (argument === parameter || argument === only) continue;
    if (only !== undefined && !isSameConstant(fn, only, argument)) return undefined;
    only ??= argument;
  }
  const isOneValue = only !== undefined && incoming.every((edge) => [only, parameter].includes(replacements.resolve(edge.args[index])));
  return only === undefined || isOneValue ? only : copyConstant(fn, block, only);
}

function isSameConstant(fn: IrFunction, a: Value, b: Value): boolean {
  return fn.isConstant(a) && fn.isConstant(b) && fn.type(a) === fn.type(b) && fn.immediateBigInt(a) === fn.immediateBigInt(b);
}

function copyConstant(fn: IrFunction, block: Block, constant: Value): Value {
  const copy = fn.create(Op.Constant, fn.type(constant), [], 0, fn.position(constant));
  fn.copyImmediate(copy, fn, constant);
  block.insts.unshift(copy);
  return copy;
}
