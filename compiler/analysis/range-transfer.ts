// Range transfer: the interval of an instruction's result from those of its operands.

import type { IrFunction, Value } from "../ir/function.ts";
import { intrinsics } from "../ir/intrinsics.ts";
import type { Module } from "../ir/module.ts";
import { Op } from "../ir/ops.ts";
import { runtimeFunctions } from "../ir/runtime-functions.ts";
import { MemoryKind, ValueType } from "../ir/types.ts";
import { anyInteger, binaryIntegers, unaryInteger, unsigned32 } from "./integer-intervals.ts";
import {
  ANY_INT32,
  ANY_NUMBER,
  absoluteFloat,
  addFloats,
  divideFloats,
  exactly,
  FALSE_OR_TRUE,
  INT32_MAX,
  INT32_MIN,
  type Interval,
  interval,
  isNothing,
  isWithin,
  multiplyFloats,
  NOTHING,
  negateFloat,
  Possibly,
  remainderOfFloats,
  roundedFloat,
  SAFE_MAX,
  squareRootOfFloat,
  subtractFloats,
  union,
} from "./interval.ts";

/** What the rest of the program says of one function's values. */
export interface ProgramFacts {
  parameter(fn: IrFunction, index: number): Interval;
  result(callee: IrFunction): Interval;
  /** Of any object's field, and of a global, that hold an F64. */
  field(index: number): Interval;
  global(index: number): Interval;
}

export function isNumeric(type: ValueType): boolean {
  return type === ValueType.I32 || type === ValueType.I64 || type === ValueType.F64 || type === ValueType.Bool;
}

/** Everything that a value of the type may be. */
export function anythingOf(type: ValueType): Interval {
  if (type === ValueType.F64) return ANY_NUMBER;
  return type === ValueType.Bool ? FALSE_OR_TRUE : anyInteger(type);
}

export class RangeTransfer {
  private readonly module: Module;
  private readonly fn: IrFunction;
  private readonly facts: ProgramFacts;

  constructor(module: Module, fn: IrFunction, facts: ProgramFacts) {
    this.module = module;
    this.fn = fn;
    this.facts = facts;
  }

  /** Of an instruction with a numeric result. */
  computed(value: Value, rangeOf: (operand: Value) => Interval): Interval {
    const { fn } = this;
    const op = fn.op(value);
    if (op === Op.Constant) return constantInterval(fn, value);
    if (op === Op.Select) return union(rangeOf(fn.operand(value, 1)), rangeOf(fn.operand(value, 2)));
    if (op >= Op.Add && op <= Op.ShiftRightUnsigned)
      return binaryIntegers(op, fn.type(value), rangeOf(fn.operand(value, 0)), rangeOf(fn.operand(value, 1)));
    if (fn.type(value) === ValueType.Bool && fn.operandCount(value) > 0) return FALSE_OR_TRUE;
    if (fn.type(value) === ValueType.F64) return this.ofFloat(value, op, rangeOf);
    return this.ofInteger(value, op, rangeOf);
  }

  private ofFloat(value: Value, op: Op, rangeOf: (operand: Value) => Interval): Interval {
    const { fn } = this;
    const operand = (index: number): Interval => rangeOf(fn.operand(value, index));
    switch (op) {
      case Op.SignedToFloat:
        return operand(0);
      case Op.UnsignedToFloat:
        return unsigned32(operand(0));
      case Op.Signed64ToFloat:
        return operand(0);
      case Op.Unsigned64ToFloat:
        return operand(0).low >= 0 ? operand(0) : interval(0, 2 ** 64);
      case Op.FloatAdd:
        return addFloats(operand(0), operand(1));
      case Op.FloatSubtract:
        return subtractFloats(operand(0), operand(1));
      case Op.FloatMultiply:
        // A square is not negative.
        return multiplied(operand(0), operand(1), fn.operand(value, 0) === fn.operand(value, 1));
      case Op.FloatDivide:
        return divideFloats(operand(0), operand(1));
      case Op.FloatNegate:
        return negateFloat(operand(0));
      case Op.FloatAbsolute:
        return absoluteFloat(operand(0));
      case Op.FloatSquareRoot:
        return squareRootOfFloat(operand(0));
      case Op.FloatFloor:
        return roundedFloat(operand(0), Math.floor, true);
      case Op.FloatCeiling:
        return roundedFloat(operand(0), Math.ceil, false);
      case Op.FloatTruncate:
        return roundedFloat(operand(0), Math.trunc, false);
      case Op.Call:
        return isFloatRemainder(this.module, fn, value) ? remainderOfFloats(operand(0), operand(1)) : this.ofMemory(value, op);
      default:
        return this.ofMemory(value, op);
    }
  }

  private ofInteger(value: Value, op: Op, rangeOf: (operand: Value) => Interval): Interval {
    const { fn } = this;
    switch (op) {
      case Op.Negate:
      case Op.Not:
      case Op.SignExtend8:
      case Op.SignExtend16:
      case Op.SignExtend32:
      case Op.ZeroExtend8:
      case Op.ZeroExtend16:
      case Op.ZeroExtend32:
      case Op.Truncate:
      case Op.BoolToInt:
        return unaryInteger(op, fn.type(value), rangeOf(fn.operand(value, 0)));
      case Op.FloatToInt32:
        return truncated(ValueType.I32, rangeOf(fn.operand(value, 0)), INT32_MIN, INT32_MAX);
      case Op.FloatToInt64:
      case Op.FloatToUint64:
        return truncated(ValueType.I64, rangeOf(fn.operand(value, 0)), -SAFE_MAX, SAFE_MAX);
      case Op.ArrayLength:
        return this.lengthOf(fn.operand(value, 0), rangeOf);
      case Op.StringLength:
      case Op.ClassId:
        return interval(0, INT32_MAX);
      case Op.Intrinsic: {
        const { name } = intrinsics[fn.aux(value)];
        return name === "lowestBit64" || name === "highestBit64" ? interval(0, 63) : anythingOf(fn.type(value));
      }
      default:
        return this.ofMemory(value, op);
    }
  }

  /** The length of a typed array never changes. */
  private lengthOf(array: Value, rangeOf: (operand: Value) => Interval): Interval {
    const { fn } = this;
    const isTypedArray =
      fn.op(array) === Op.Call && this.module.functions[fn.aux(array)].exportName === runtimeFunctions.createTypedArray.exportName;
    if (!isTypedArray) return interval(0, INT32_MAX);
    const length = rangeOf(fn.operand(array, 1));
    return interval(Math.max(length.low, 0), Math.max(length.high, 0));
  }

  private ofMemory(value: Value, op: Op): Interval {
    const { fn, module, facts } = this;
    const aux = fn.aux(value);
    switch (op) {
      case Op.FieldGet:
        return fn.type(value) === ValueType.F64 ? facts.field(aux) : cellInterval(module.fields[aux].kind);
      case Op.GlobalGet:
        return fn.type(value) === ValueType.F64 ? facts.global(aux) : cellInterval(module.globals[aux].kind);
      case Op.Load:
      case Op.LoadVolatile:
      case Op.ArrayGet:
        return cellInterval(aux as MemoryKind);
      case Op.Call:
        return facts.result(module.functions[aux]);
      default:
        return anythingOf(fn.type(value));
    }
  }
}

export function isFloatRemainder(module: Module, fn: IrFunction, value: Value): boolean {
  return fn.op(value) === Op.Call && module.functions[fn.aux(value)].exportName === runtimeFunctions.floatRemainder.exportName;
}

function constantInterval(fn: IrFunction, value: Value): Interval {
  switch (fn.type(value)) {
    case ValueType.F64: {
      const constant = fn.immediateFloat(value);
      if (Number.isNaN(constant)) return { ...NOTHING, flags: Possibly.NaN };
      const isFraction = Number.isFinite(constant) && !Number.isInteger(constant);
      return interval(constant, constant, (isFraction ? Possibly.Fraction : 0) | (Object.is(constant, -0) ? Possibly.MinusZero : 0));
    }
    case ValueType.I64: {
      const constant = Number(fn.immediateBigInt(value));
      return Number.isSafeInteger(constant) ? exactly(constant) : anyInteger(ValueType.I64);
    }
    default:
      return exactly(fn.immediate(value));
  }
}

function multiplied(a: Interval, b: Interval, isSquare: boolean): Interval {
  const product = multiplyFloats(a, b);
  if (!isSquare || isNothing(product)) return product;
  return { low: Math.max(product.low, 0), high: product.high, flags: product.flags & ~Possibly.MinusZero };
}

/** Of a conversion to an integer: what lies beyond the limits wraps, NaN becomes 0. */
function truncated(type: ValueType, a: Interval, low: number, high: number): Interval {
  if (isNothing(a)) return a;
  const whole = isNothing({ ...a, flags: 0 })
    ? NOTHING
    : isWithin(a, low - 0.5, high + 0.5)
      ? interval(Math.trunc(a.low), Math.trunc(a.high))
      : anyInteger(type);
  return (a.flags & Possibly.NaN) !== 0 ? union(whole, exactly(0)) : whole;
}

/** By what fits into the cell. */
function cellInterval(kind: MemoryKind): Interval {
  switch (kind) {
    case MemoryKind.Bool:
      return FALSE_OR_TRUE;
    case MemoryKind.I8:
      return interval(-0x80, 0x7f);
    case MemoryKind.U8:
      return interval(0, 0xff);
    case MemoryKind.I16:
      return interval(-0x8000, 0x7fff);
    case MemoryKind.U16:
      return interval(0, 0xffff);
    case MemoryKind.I64:
      return anyInteger(ValueType.I64);
    default:
      return kind === MemoryKind.F64 ? ANY_NUMBER : ANY_INT32;
  }
}
