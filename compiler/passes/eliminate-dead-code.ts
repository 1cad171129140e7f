// Dead code elimination: removes instructions that nothing needs, block parameters included.
// Requires:    nothing.
// Establishes: every value is needed by an effect or a terminator; no Nop is in a block. A loop that only counts stays.

import { effectsOf } from "../analysis/memory-places.ts";
import { incomingEdges, removeParameter } from "../ir/blocks.ts";
import type { IrFunction, Value } from "../ir/function.ts";
import { Effect, Op } from "../ir/ops.ts";

/** Whether it may go when nothing uses its value. Reads may; so may a division, whose check is an instruction of its own, and `new`. */
export function isRemovable(fn: IrFunction, value: Value): boolean {
  switch (fn.op(value)) {
    case Op.DivideSigned:
    case Op.DivideUnsigned:
    case Op.RemainderSigned:
    case Op.RemainderUnsigned:
    case Op.New:
      return true;
    default:
      return (effectsOf(fn, value) & ~Effect.Read) === 0;
  }
}

export function eliminateDeadCode(fn: IrFunction): void {
  const isNeeded = markNeeded(fn);
  const incoming = incomingEdges(fn);
  for (const block of fn.blocks) {
    if (block.id !== 0) {
      for (let index = block.params.length - 1; index >= 0; index--) {
        if (isNeeded[block.params[index]] === 0) removeParameter(fn, block.id, index, incoming[block.id]);
      }
    }
    for (const value of block.insts) if (isNeeded[value] === 0) fn.remove(value);
  }
  fn.compactInsts();
}

function markNeeded(fn: IrFunction): Uint8Array {
  const isNeeded = new Uint8Array(fn.instCount);
  const pending: Value[] = [];
  const need = (value: Value): void => {
    if (isNeeded[value] !== 0) return;
    isNeeded[value] = 1;
    pending.push(value);
  };
  const parameterPlaces = new Map<Value, { block: number; index: number }>();
  for (const block of fn.blocks) {
    for (const [index, value] of block.params.entries()) parameterPlaces.set(value, { block: block.id, index });
    for (const value of block.insts) if (fn.op(value) !== Op.Nop && !isRemovable(fn, value)) need(value);
  }
  const incoming = incomingEdges(fn);
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    for (let i = 0; i < fn.operandCount(value); i++) need(fn.operand(value, i));
    const place = parameterPlaces.get(value);
    if (place !== undefined) for (const edge of incoming[place.block]) need(edge.args[place.index]);
  }
  return isNeeded;
}
