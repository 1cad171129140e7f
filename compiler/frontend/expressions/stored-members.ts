// Stored members: how a union stores its members, and the lack of one.

import type { Value } from "../../ir/function.ts";
import { Op } from "../../ir/ops.ts";
import { ValueType } from "../../ir/types.ts";
import type { Context } from "../context.ts";
import type { Operand } from "../operands.ts";
import { ABSENT_BOOLEAN, ABSENT_INTEGER, ABSENT_NUMBER_BITS, Absence, absenceOf, isBoxedIn, valueTypeOf } from "../types/representation.ts";
import { mayBeAbsent, type Type, TypeKind, type UnionType } from "../types/types.ts";

/** The value that stands for undefined in the type; where null is not told apart, for null too. */
export function absentValue(context: Context, type: Type): Value {
  const { builder } = context;
  switch (absenceOf(type)) {
    case Absence.Zero:
    case Absence.NullObject:
      return builder.zero(valueTypeOf(type));
    case Absence.NotANumber:
      return context.emit(Op.BitsToFloat, [builder.int(ValueType.I64, ABSENT_NUMBER_BITS)]);
    case Absence.Two:
      return builder.int(ValueType.I32, ABSENT_BOOLEAN);
    case Absence.OutOfRange:
      return builder.int(ValueType.I64, ABSENT_INTEGER);
  }
}

/** Whether the value is null or undefined. */
export function isAbsent(context: Context, given: Operand): Value {
  const { builder } = context;
  if (!mayBeAbsent(given.type) && given.type.kind !== TypeKind.Unknown) return builder.int(ValueType.Bool, 0);
  if (given.type.kind !== TypeKind.Union && given.type.kind !== TypeKind.Unknown) return builder.int(ValueType.Bool, 1);
  const value = context.value(given);
  switch (absenceOf(given.type)) {
    case Absence.NullObject: {
      const isUndefined = context.emit(Op.Equal, [value, builder.nullRef()]);
      const isNull = context.emit(Op.Equal, [value, context.nullObject()]);
      return context.emit(Op.Select, [isUndefined, builder.int(ValueType.Bool, 1), isNull]);
    }
    case Absence.Zero:
      return context.emit(Op.Equal, [value, builder.zero(valueTypeOf(given.type))]);
    case Absence.NotANumber:
      return context.emit(Op.Equal, [context.emit(Op.FloatToBits, [value]), builder.int(ValueType.I64, ABSENT_NUMBER_BITS)]);
    case Absence.Two:
      return context.emit(Op.Equal, [value, builder.int(ValueType.I32, ABSENT_BOOLEAN)]);
    case Absence.OutOfRange:
      return context.emit(Op.Equal, [value, builder.int(ValueType.I64, ABSENT_INTEGER)]);
  }
}

export function inject(context: Context, value: Value, member: Type, union: UnionType): Value {
  if (isBoxedIn(member, union)) return context.program.classes.box(context, member, value);
  switch (absenceOf(union)) {
    case Absence.Zero:
    case Absence.NullObject:
      return value;
    case Absence.NotANumber:
      return member.kind === TypeKind.Float32 ? context.emit(Op.FloatPromote, [value]) : value;
    case Absence.Two:
      return context.emit(Op.BoolToInt, [value]);
    case Absence.OutOfRange:
      return context.emit(isSignedMember(member) ? Op.SignExtend32 : Op.ZeroExtend32, [value]);
  }
}

function isSignedMember(member: Type): boolean {
  return (member.kind === TypeKind.Integer || member.kind === TypeKind.Enum) && member.isSigned;
}

/** Takes one member out of a union. Requires: the value is of that member (a flow type of the checker, or a test, says so). */
export function project(context: Context, value: Value, union: UnionType, member: Type): Value {
  if (isBoxedIn(member, union)) return context.program.classes.unbox(context, member, value);
  switch (absenceOf(union)) {
    case Absence.Zero:
    case Absence.NullObject:
      return value;
    case Absence.NotANumber:
      return member.kind === TypeKind.Float32 ? context.emit(Op.FloatDemote, [value]) : value;
    case Absence.Two:
      return context.emit(Op.IntToBool, [value]);
    case Absence.OutOfRange:
      return context.emit(Op.Truncate, [value]);
  }
}
