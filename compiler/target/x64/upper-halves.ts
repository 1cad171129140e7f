// Upper halves: which 32-bit values are known to have zeros in the upper half of their 64-bit register, so that extending them is free.
// A 32-bit inst clears the upper half; what callers and callees hand over, and the low half of a 64-bit value, may have anything there.

import type { IrFunction, Value } from "../../ir/function.ts";
import { Op } from "../../ir/ops.ts";
import { ValueType } from "../../ir/types.ts";

/** By value: 1 if it is a 32-bit value whose register has a zero upper half. A block parameter is, if all that flows into it is. */
export function findZeroUpperHalves(fn: IrFunction): Uint8Array {
  const isZero = new Uint8Array(fn.instCount).fill(1);
  for (const param of fn.blocks[0].params) isZero[param] = 0;
  for (const block of fn.blocks) {
    for (const value of block.insts) if (!definesZeroUpperHalf(fn, value)) isZero[value] = 0;
  }
  let isChanged = true;
  const clear = (value: Value): void => {
    if (isZero[value] === 0) return;
    isZero[value] = 0;
    isChanged = true;
  };
  while (isChanged) {
    isChanged = false;
    for (const block of fn.blocks) {
      for (const value of block.insts) if (isPassedOn(fn.op(value)) && isZero[fn.operand(value, 0)] === 0) clear(value);
      for (const edge of block.edges) {
        edge.args.forEach((arg, index) => {
          if (isZero[arg] === 0) clear(fn.blocks[edge.target].params[index]);
        });
      }
    }
  }
  return isZero;
}

/** Operations that selection gives no inst of their own: the value is in its operand's register. */
function isPassedOn(op: Op): boolean {
  return op === Op.BoolToInt || op === Op.IntToBool;
}

function definesZeroUpperHalf(fn: IrFunction, value: Value): boolean {
  const type = fn.type(value);
  if (type !== ValueType.I32 && type !== ValueType.Bool) return false;
  switch (fn.op(value)) {
    case Op.Call:
    case Op.CallIndirect:
    case Op.Intrinsic:
    case Op.Truncate:
    case Op.FloatToInt32:
      return false;
    case Op.Constant:
      return fn.immediate(value) >= 0;
    default:
      return true;
  }
}
