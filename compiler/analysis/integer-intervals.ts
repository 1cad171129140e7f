// Integer intervals: bounds of what each integer operation gives for operands between bounds. What may wrap has the bounds of its type.

import { Op } from "../ir/ops.ts";
import { ValueType } from "../ir/types.ts";
import {
  ANY_INT32,
  ANY_INT64,
  INT32_MAX,
  INT32_MIN,
  type Interval,
  interval,
  isNothing,
  isWithin,
  NOTHING,
  SAFE_MAX,
  UINT32_MAX,
} from "./interval.ts";

export function anyInteger(type: ValueType): Interval {
  return type === ValueType.I64 ? ANY_INT64 : ANY_INT32;
}

/** The bounds if no value between them wraps, otherwise those of the type. Beyond 2^53 bounds are not exact. */
function unlessWrapped(type: ValueType, low: number, high: number): Interval {
  const result = interval(low, high);
  const isExact = type === ValueType.I64 ? isWithin(result, -SAFE_MAX, SAFE_MAX) : isWithin(result, INT32_MIN, INT32_MAX);
  return isExact ? result : anyInteger(type);
}

function cornersOf(a: Interval, b: Interval, combine: (x: number, y: number) => number): [low: number, high: number] {
  const corners = [combine(a.low, b.low), combine(a.low, b.high), combine(a.high, b.low), combine(a.high, b.high)];
  return [Math.min(...corners), Math.max(...corners)];
}

const isExactlyOne = (a: Interval): boolean => a.low === a.high;
const isExact = (a: Interval): boolean => isWithin(a, -SAFE_MAX, SAFE_MAX);

/** Of an operation on two integers of the type. */
export function binaryIntegers(op: Op, type: ValueType, a: Interval, b: Interval): Interval {
  if (isNothing(a) || isNothing(b)) return NOTHING;
  switch (op) {
    case Op.Add:
      return unlessWrapped(type, a.low + b.low, a.high + b.high);
    case Op.Subtract:
      return unlessWrapped(type, a.low - b.high, a.high - b.low);
    case Op.Multiply:
      return unlessWrapped(type, ...cornersOf(a, b, (x, y) => x * y));
    case Op.DivideSigned:
      return divided(type, a, b);
    case Op.DivideUnsigned:
      return a.low >= 0 && b.low >= 0 ? divided(type, a, b) : dividedUnsigned(type, b);
    case Op.RemainderSigned:
      return remainder(type, a, b);
    case Op.RemainderUnsigned:
      return a.low >= 0 && b.low >= 0 ? remainder(type, a, b) : b.low > 0 ? interval(0, b.high - 1) : anyInteger(type);
    case Op.And:
      return masked(type, a, b);
    case Op.Or:
    case Op.Xor:
      return combinedBits(op, type, a, b);
    default:
      return shifted(op, type, a, b);
  }
}

function divided(type: ValueType, a: Interval, b: Interval): Interval {
  const largest = Math.max(Math.abs(a.low), Math.abs(a.high));
  if (!isExact(a) || !isExact(b)) return anyInteger(type);
  if (b.low > 0 || b.high < 0) return unlessWrapped(type, ...cornersOf(a, b, (x, y) => Math.trunc(x / y)));
  return unlessWrapped(type, a.low >= 0 && b.low >= 0 ? 0 : -largest, largest);
}

/** The dividend may be anything. */
function dividedUnsigned(type: ValueType, b: Interval): Interval {
  return type === ValueType.I32 && b.low > 1 ? interval(0, Math.floor(UINT32_MAX / b.low)) : anyInteger(type);
}

function remainder(type: ValueType, a: Interval, b: Interval): Interval {
  if (!isExact(a) && !isExact(b)) return anyInteger(type);
  const limit = Math.max(Math.abs(b.low), Math.abs(b.high)) - 1;
  return interval(a.low < 0 ? Math.max(a.low, -limit) : 0, a.high > 0 ? Math.min(a.high, limit) : 0);
}

function masked(type: ValueType, a: Interval, b: Interval): Interval {
  if (a.low >= 0 && b.low >= 0) return interval(0, Math.min(a.high, b.high));
  if (a.low >= 0) return interval(0, a.high);
  return b.low >= 0 ? interval(0, b.high) : anyInteger(type);
}

function combinedBits(op: Op, type: ValueType, a: Interval, b: Interval): Interval {
  if (a.low < 0 || b.low < 0 || !isExact(a) || !isExact(b)) return anyInteger(type);
  let limit = 1;
  while (limit <= Math.max(a.high, b.high)) limit *= 2;
  return unlessWrapped(type, op === Op.Or ? Math.max(a.low, b.low) : 0, limit - 1);
}

function shifted(op: Op, type: ValueType, a: Interval, count: Interval): Interval {
  const width = type === ValueType.I64 ? 64 : 32;
  if (!isExactlyOne(count)) {
    if (op === Op.ShiftLeft || (op === Op.ShiftRightUnsigned && a.low < 0)) return anyInteger(type);
    return interval(Math.min(a.low, 0), Math.max(a.high, -1));
  }
  const factor = 2 ** (((count.low % width) + width) % width);
  if (op === Op.ShiftLeft) return unlessWrapped(type, a.low * factor, a.high * factor);
  if (op === Op.ShiftRightSigned || a.low >= 0) return interval(Math.floor(a.low / factor), Math.floor(a.high / factor));
  if (factor === 1) return a;
  return type === ValueType.I32 ? interval(0, Math.floor(UINT32_MAX / factor)) : interval(0, 2 ** 64 / factor);
}

/** Of negation, complement, extension and truncation; `type` is that of the result. */
export function unaryInteger(op: Op, type: ValueType, a: Interval): Interval {
  if (isNothing(a)) return NOTHING;
  switch (op) {
    case Op.Negate:
      return unlessWrapped(type, -a.high, -a.low);
    case Op.Not:
      return isExact(a) ? interval(-a.high - 1, -a.low - 1) : anyInteger(type);
    case Op.SignExtend8:
      return kept(a, -0x80, 0x7f);
    case Op.SignExtend16:
      return kept(a, -0x8000, 0x7fff);
    case Op.ZeroExtend8:
      return kept(a, 0, 0xff);
    case Op.ZeroExtend16:
      return kept(a, 0, 0xffff);
    case Op.ZeroExtend32:
      return unsigned32(a);
    case Op.Truncate:
      return kept(a, INT32_MIN, INT32_MAX);
    default:
      return op === Op.SignExtend32 || op === Op.BoolToInt || op === Op.IntToBool ? a : anyInteger(type);
  }
}

/** Bounds within the narrower type stay, others become its own. */
function kept(a: Interval, low: number, high: number): Interval {
  return isWithin(a, low, high) ? a : interval(low, high);
}

/** Of an I32 seen unsigned. */
export function unsigned32(a: Interval): Interval {
  if (isNothing(a) || a.low >= 0) return a;
  return a.high < 0 ? interval(a.low + 2 ** 32, a.high + 2 ** 32) : interval(0, UINT32_MAX);
}
