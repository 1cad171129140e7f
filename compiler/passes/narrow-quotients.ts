// Narrowing, quotients: divisions whose result is rounded to an integer at once, and which an integer division or a shift gives exactly.
// Why exact: x / y is rounded to 53 bits. If it is no integer, the next integer is at least 1 / y away, and that is more than the rounding
//            can bridge as long as x and y have 32 bits.

import { INT32_MAX, INT32_MIN, type Interval, isInt32, isIntegral, isWithin, UINT32_MAX } from "../analysis/interval.ts";
import type { IrFunction, Value } from "../ir/function.ts";
import { Op } from "../ir/ops.ts";

/** In 32 bits. */
export interface Quotient {
  readonly op: Op.DivideSigned | Op.DivideUnsigned | Op.ShiftRightSigned | Op.ShiftRightUnsigned;
  readonly dividend: Value;
  /** 0 where it is the constant: of a shift, the count. */
  readonly divisor: Value;
  readonly constant: number;
}

export function operandsOf(quotient: Quotient): Value[] {
  return quotient.divisor === 0 ? [quotient.dividend] : [quotient.dividend, quotient.divisor];
}

/** By the rounding instruction: floor, trunc, or conversion to int32. */
export function findQuotients(fn: IrFunction, rangeOf: (value: Value) => Interval): Map<Value, Quotient> {
  const found = new Map<Value, Quotient>();
  for (const block of fn.blocks) {
    for (const value of block.insts) {
      const op = fn.op(value);
      if (op !== Op.FloatFloor && op !== Op.FloatTruncate && op !== Op.FloatToInt32) continue;
      const quotient = quotientOf(fn, fn.operand(value, 0), op === Op.FloatFloor, rangeOf);
      if (quotient !== undefined) found.set(value, quotient);
    }
  }
  return found;
}

function quotientOf(fn: IrFunction, division: Value, isFloor: boolean, rangeOf: (value: Value) => Interval): Quotient | undefined {
  const op = fn.op(division);
  if (op !== Op.FloatDivide && op !== Op.FloatMultiply) return undefined;
  const [dividend, divisor] = fn.operands(division);
  const range = rangeOf(dividend);
  const isUnsigned = isIntegral(range) && isWithin(range, 0, UINT32_MAX);
  if (!isUnsigned && !isInt32(range)) return undefined;
  if (op === Op.FloatMultiply) return shift(fn, dividend, divisor, isUnsigned, isFloor);
  const by = rangeOf(divisor);
  if (isUnsigned && isIntegral(by) && isWithin(by, 1, UINT32_MAX)) return { op: Op.DivideUnsigned, dividend, divisor, constant: 0 };
  if (isFloor || !isInt32(range) || !isInt32(by) || (by.low <= 0 && by.high >= 0)) return undefined;
  // -2^31 / -1 does not fit.
  if (range.low === INT32_MIN && by.low <= -1 && by.high >= -1) return undefined;
  return { op: Op.DivideSigned, dividend, divisor, constant: 0 };
}

/** A multiplication by 2^-k. */
function shift(fn: IrFunction, dividend: Value, factor: Value, isUnsigned: boolean, isFloor: boolean): Quotient | undefined {
  if (!fn.isConstant(factor)) return undefined;
  const count = -Math.log2(fn.immediateFloat(factor));
  if (!Number.isInteger(count) || count < 1 || count > 30 || fn.immediateFloat(factor) !== 2 ** -count) return undefined;
  if (isUnsigned) return { op: Op.ShiftRightUnsigned, dividend, divisor: 0, constant: count };
  if (isFloor) return { op: Op.ShiftRightSigned, dividend, divisor: 0, constant: count };
  return 2 ** count <= INT32_MAX ? { op: Op.DivideSigned, dividend, divisor: 0, constant: 2 ** count } : undefined;
}
