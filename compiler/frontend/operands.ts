// Operands: what lowering an expression yields: a type of ours with a value, or a constant that has not become a value yet.

import type { Value } from "../ir/function.ts";
import { ValueType } from "../ir/types.ts";
import { fitInteger, type NumericConstant, wrapInteger } from "./constants.ts";
import type { SsaBuilder } from "./ssa.ts";
import { valueTypeOf } from "./types/representation.ts";
import { type Type, TypeKind, types } from "./types/types.ts";

export type Constant = NumericConstant | string | boolean;

export interface Range {
  readonly min: number;
  readonly max: number;
}

export interface Operand {
  readonly type: Type;
  /** 0 for void, and while the operand is only a constant. */
  readonly value: Value;
  readonly constant?: Constant;
  /** Of numbers held as integers: between these. */
  readonly range?: Range;
}

export const VOID_OPERAND: Operand = { type: types.void, value: 0 };
/** Of code that is not reached. */
export const NEVER_OPERAND: Operand = { type: types.never, value: 0 };
export const NULL_OPERAND: Operand = { type: types.null, value: 0 };
export const UNDEFINED_OPERAND: Operand = { type: types.undefined, value: 0 };

export function operand(type: Type, value: Value): Operand {
  return { type, value };
}

export function numericConstant(given: Operand): NumericConstant | undefined {
  return typeof given.constant === "object" ? given.constant : undefined;
}

/** A number literal, or an enum member: takes the type of the other side where its value fits. */
export function isAdaptable(given: Operand): boolean {
  return numericConstant(given) !== undefined && (given.type.kind === TypeKind.Number || given.type.kind === TypeKind.Enum);
}

/** What is known about a number held as an integer. */
export function rangeOf(given: Operand): Range {
  const constant = numericConstant(given);
  if (constant !== undefined) return { min: constant.number, max: constant.number };
  if (given.range !== undefined) return given.range;
  if (given.type.kind === TypeKind.Integer && given.type.bits < 32) return integerRange(given.type.bits, given.type.isSigned);
  if (given.type.kind === TypeKind.Integer && !given.type.isSigned) return { min: 0, max: 0xffff_ffff };
  return given.type === types.numberUint32 ? { min: 0, max: 0xffff_ffff } : { min: -0x8000_0000, max: 0x7fff_ffff };
}

export function integerRange(bits: number, isSigned: boolean): Range {
  return isSigned ? { min: -(2 ** (bits - 1)), max: 2 ** (bits - 1) - 1 } : { min: 0, max: 2 ** bits - 1 };
}

/** The value in the representation of the operand's own type. */
export function materialize(builder: SsaBuilder, given: Operand): Value {
  if (given.value !== 0) return given.value;
  const { constant, type } = given;
  if (typeof constant === "string") return builder.emitString(constant);
  if (typeof constant === "boolean") return builder.int(ValueType.Bool, constant ? 1 : 0);
  if (constant !== undefined) return materializeNumber(builder, type, constant);
  if (type.kind === TypeKind.Null || type.kind === TypeKind.Undefined || type.kind === TypeKind.Void) return builder.nullRef();
  const valueType = valueTypeOf(type);
  // The result of a call that does not return: nobody will see it.
  return valueType === ValueType.Void ? builder.nullRef() : builder.zero(valueType);
}

function materializeNumber(builder: SsaBuilder, type: Type, constant: NumericConstant): Value {
  switch (type.kind) {
    case TypeKind.Integer:
      return builder.int(type.bits === 64 ? ValueType.I64 : ValueType.I32, wrapInteger(constant, type.bits, type.isSigned));
    case TypeKind.Enum:
      return builder.int(type.bits === 64 ? ValueType.I64 : ValueType.I32, wrapInteger(constant, type.bits, type.isSigned));
    case TypeKind.Float32:
      return builder.float(constant.number, ValueType.F32);
    case TypeKind.Number:
      if (type.held === "f64") return builder.float(constant.number);
      return builder.int(ValueType.I32, wrapInteger(constant, 32, true));
    default:
      return builder.zero(valueTypeOf(type));
  }
}

/** Whether a number constant is an int32 and may be kept as one: not -0. */
export function isInt32Constant(given: Operand): boolean {
  const constant = numericConstant(given);
  return (
    constant !== undefined &&
    !Object.is(constant.number, -0) &&
    fitInteger({ exact: null, number: constant.number }, 32, true) !== undefined
  );
}
