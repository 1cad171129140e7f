// Expose elements: array.get and array.set become loads and stores at an address from array.elements, so that the address of an array's
// elements and the scaled index are values that other passes see, share and move.
// Requires:    high operations; indices were checked.
// Establishes: no array.get or array.set is left.

import type { Block, IrFunction, Value } from "../ir/function.ts";
import { Op } from "../ir/ops.ts";
import { type MemoryKind, memoryKinds, ValueType } from "../ir/types.ts";

export function exposeElements(fn: IrFunction): void {
  for (const block of fn.blocks) {
    if (block.insts.some((value) => fn.op(value) === Op.ArrayGet || fn.op(value) === Op.ArraySet)) exposeBlock(fn, block);
  }
}

function exposeBlock(fn: IrFunction, block: Block): void {
  const out: Value[] = [];
  for (const value of block.insts) {
    const kind = fn.aux(value) as MemoryKind;
    if (fn.op(value) === Op.ArrayGet) {
      fn.replace(value, Op.Load, fn.type(value), [elementAddress(fn, out, value, kind)], kind);
    } else if (fn.op(value) === Op.ArraySet) {
      fn.replace(value, Op.Store, ValueType.Void, [elementAddress(fn, out, value, kind), fn.operand(value, 2)], kind);
    }
    out.push(value);
  }
  block.insts = out;
}

/** elements + index * size. */
function elementAddress(fn: IrFunction, out: Value[], value: Value, kind: MemoryKind): Value {
  const emit = (op: Op, operands: readonly Value[]): Value => {
    const made = fn.create(op, ValueType.I64, operands, 0, fn.position(value));
    out.push(made);
    return made;
  };
  const elements = emit(Op.ArrayElements, [fn.operand(value, 0)]);
  const index = emit(Op.ZeroExtend32, [fn.operand(value, 1)]);
  const shift = Math.log2(memoryKinds[kind].sizeBytes);
  if (shift === 0) return emit(Op.Add, [elements, index]);
  const count = emit(Op.Constant, []);
  fn.setImmediate(count, shift);
  return emit(Op.Add, [elements, emit(Op.ShiftLeft, [index, count])]);
}
