// Conversion functions: `u32(x)` and its like, `Number(x)`, `String(x)`, `Boolean(x)`: where a program says that bits may be lost.

import type ts from "typescript";
import type { Value } from "../../ir/function.ts";
import { Op } from "../../ir/ops.ts";
import { ValueType } from "../../ir/types.ts";
import { wrapInteger } from "../constants.ts";
import type { Context } from "../context.ts";
import { narrowInteger, toFloat } from "../expressions/conversions.ts";
import { integerRange, numericConstant, type Operand, operand } from "../operands.ts";
import { type IntegerType, isNumeric, type Type, TypeKind, types } from "../types/types.ts";

/** Any number as the numeric type: the low bits, or the nearest float. */
export function convertNumber(context: Context, given: Operand, target: Type, node: ts.Node): Operand {
  if (given.type.kind === TypeKind.Boolean) return convertNumber(context, boolNumber(context, given), target, node);
  if (!isNumeric(given.type)) return context.refuse(node, "TSM3008", given.type.name, target.name);
  if (target.kind === TypeKind.Integer) return toInteger(context, given, target);
  if (target.kind === TypeKind.Float32) return toSingle(context, given);
  return toNumber(context, given);
}

function boolNumber(context: Context, given: Operand): Operand {
  return { type: types.numberInt32, value: context.emit(Op.BoolToInt, [context.value(given)]), range: { min: 0, max: 1 } };
}

function toInteger(context: Context, given: Operand, target: IntegerType): Operand {
  const constant = numericConstant(given);
  if (constant !== undefined) {
    const exact = wrapInteger(constant, target.bits, target.isSigned);
    return { type: target, value: 0, constant: { exact, number: Number(exact) } };
  }
  const value = context.value(given);
  const bits = context.builder.fn.type(value);
  if (target.bits === 64) return operand(target, wideValue(context, given, value, target));
  const low = bits === ValueType.I64 ? context.emit(Op.Truncate, [value]) : bits === ValueType.I32 ? value : floatToInt32(context, value);
  return operand(target, isCanonical(given.type, target) ? low : narrowInteger(context, low, target));
}

function floatToInt32(context: Context, value: Value): Value {
  const wide = context.builder.fn.type(value) === ValueType.F32 ? context.emit(Op.FloatPromote, [value]) : value;
  return context.emit(Op.FloatToInt32, [wide]);
}

/** Whether a value of the type is already in the target's canonical form: a narrower one of the same sign, or an unsigned one. */
function isCanonical(from: Type, target: IntegerType): boolean {
  if (from.kind !== TypeKind.Integer || from.bits === 64) return false;
  return from.isSigned === target.isSigned ? from.bits <= target.bits : !from.isSigned && from.bits < target.bits;
}

function wideValue(context: Context, given: Operand, value: Value, target: IntegerType): Value {
  switch (context.builder.fn.type(value)) {
    case ValueType.I64:
      return value;
    case ValueType.I32:
      return context.emit(isSignedSource(given.type) ? Op.SignExtend32 : Op.ZeroExtend32, [value]);
    case ValueType.F32:
      return wideFloat(context, context.emit(Op.FloatPromote, [value]), target);
    default:
      return wideFloat(context, value, target);
  }
}

function wideFloat(context: Context, value: Value, target: IntegerType): Value {
  return context.emit(target.isSigned ? Op.FloatToInt64 : Op.FloatToUint64, [value]);
}

function isSignedSource(type: Type): boolean {
  switch (type.kind) {
    case TypeKind.Integer:
      return type.isSigned || type.bits < 32;
    case TypeKind.Enum:
      return type.isSigned;
    case TypeKind.Number:
      return type.held === "i32";
    default:
      return true;
  }
}

function toSingle(context: Context, given: Operand): Operand {
  const constant = numericConstant(given);
  if (constant !== undefined) return { type: types.f32, value: 0, constant: { exact: null, number: Math.fround(constant.number) } };
  if (given.type.kind === TypeKind.Float32) return given;
  // A number that is known to be an integer is held as one.
  const number = toNumber(context, given);
  return operand(types.f32, context.emit(Op.FloatDemote, [toFloat(context, number) ?? context.value(number)]));
}

function toNumber(context: Context, given: Operand): Operand {
  const constant = numericConstant(given);
  if (constant !== undefined) return { type: types.number, value: 0, constant };
  const { type } = given;
  if (type.kind === TypeKind.Number) return given;
  // An integer of up to 32 bits stays one: it is a number that is known to be an integer.
  if (type.kind === TypeKind.Integer && type.bits < 64) {
    return {
      type: type.isSigned || type.bits < 32 ? types.numberInt32 : types.numberUint32,
      value: context.value(given),
      range: integerRange(type.bits, type.isSigned),
    };
  }
  const exact = toFloat(context, given);
  if (exact !== undefined) return operand(types.number, exact);
  const isSigned = (type.kind === TypeKind.Integer || type.kind === TypeKind.Enum) && type.isSigned;
  return operand(types.number, context.emit(isSigned ? Op.Signed64ToFloat : Op.Unsigned64ToFloat, [context.value(given)]));
}
