// Representation: which value type and which memory cell a type has.
//
//   T | undefined, T | null    references: 0     number: a NaN no computation yields
//                              boolean: 2 in an i32      integers and enums of up to 32 bits: 2^40 in an i64
//   T | null | undefined       a reference: undefined is 0, null an object of its own; numbers, booleans and integers in a box object
//   other unions, unknown      the same

import { MemoryKind, memoryKinds, ValueType } from "../../ir/types.ts";
import { isHeapType, type Type, TypeKind, type UnionType } from "./types.ts";

/** How a type that includes null or undefined says that a value is absent. */
export const enum Absence {
  /** Reference 0, or address 0 of a packed class. */
  Zero,
  /** F64 with these bits: ABSENT_NUMBER_BITS. */
  NotANumber,
  /** I32 2. */
  Two,
  /** I64 ABSENT_INTEGER. */
  OutOfRange,
  /** Undefined is reference 0, and null a static object. */
  NullObject,
}

/** Whether both null and undefined are among the values, so that they are stored differently. */
export function tellsNullApart(type: Type): boolean {
  return type.kind === TypeKind.Unknown || (type.kind === TypeKind.Union && type.hasNull && type.hasUndefined);
}

/** A NaN with a payload; operations and conversions produce the one with payload 0. */
export const ABSENT_NUMBER_BITS = 0x7ff8_0000_dead_0001n;
export const ABSENT_INTEGER = 1n << 40n;
export const ABSENT_BOOLEAN = 2;

export function memoryKindOf(type: Type): MemoryKind {
  switch (type.kind) {
    case TypeKind.Boolean:
      return MemoryKind.Bool;
    case TypeKind.Integer:
      return integerKind(type.bits, type.isSigned);
    case TypeKind.Float32:
      return MemoryKind.F32;
    case TypeKind.Number:
      return type.held === "f64" ? MemoryKind.F64 : MemoryKind.I32;
    case TypeKind.Enum:
      return type.bits === 64 ? MemoryKind.I64 : MemoryKind.I32;
    case TypeKind.Class:
      return type.isPacked ? MemoryKind.I64 : MemoryKind.Ref;
    case TypeKind.Union:
      return unionKind(type);
    default:
      return MemoryKind.Ref;
  }
}

function integerKind(bits: 8 | 16 | 32 | 64, isSigned: boolean): MemoryKind {
  switch (bits) {
    case 8:
      return isSigned ? MemoryKind.I8 : MemoryKind.U8;
    case 16:
      return isSigned ? MemoryKind.I16 : MemoryKind.U16;
    case 32:
      return MemoryKind.I32;
    case 64:
      return MemoryKind.I64;
  }
}

function unionKind(type: UnionType): MemoryKind {
  if (type.members.length !== 1 || tellsNullApart(type)) return MemoryKind.Ref;
  switch (absenceOf(type)) {
    case Absence.Zero:
      return type.members[0].kind === TypeKind.Class && type.members[0].isPacked ? MemoryKind.I64 : MemoryKind.Ref;
    case Absence.NotANumber:
      return MemoryKind.F64;
    case Absence.Two:
      return MemoryKind.I32;
    case Absence.OutOfRange:
      return MemoryKind.I64;
    case Absence.NullObject:
      return MemoryKind.Ref;
  }
}

/** How a union with null or undefined marks absence. */
export function absenceOf(type: Type): Absence {
  if (tellsNullApart(type)) return Absence.NullObject;
  if (type.kind !== TypeKind.Union || type.members.length !== 1) return Absence.Zero;
  const member = type.members[0];
  switch (member.kind) {
    case TypeKind.Boolean:
      return Absence.Two;
    case TypeKind.Number:
    case TypeKind.Float32:
      return Absence.NotANumber;
    case TypeKind.Integer:
      return member.bits === 64 ? Absence.Zero : Absence.OutOfRange;
    case TypeKind.Enum:
      return member.bits === 64 ? Absence.Zero : Absence.OutOfRange;
    default:
      return Absence.Zero;
  }
}

/** Whether a value of the member sits in a box object inside this union. */
export function isBoxedIn(member: Type, union: UnionType): boolean {
  if (isHeapType(member)) return false;
  if (union.members.length > 1 || tellsNullApart(union)) return true;
  return absenceOf(union) === Absence.Zero && !(member.kind === TypeKind.Class && member.isPacked);
}

/** Of a parameter: one of type void or never takes part in calls, too. */
export function parameterValueType(type: Type): ValueType {
  const valueType = valueTypeOf(type);
  return valueType === ValueType.Void ? ValueType.Ref : valueType;
}

export function valueTypeOf(type: Type): ValueType {
  return type.kind === TypeKind.Void || type.kind === TypeKind.Never ? ValueType.Void : memoryKinds[memoryKindOf(type)].valueType;
}

/** What names of classes call the cells of their elements and captures. */
export const kindNames: Readonly<Record<MemoryKind, string>> = {
  [MemoryKind.Bool]: "boolean",
  [MemoryKind.I8]: "i8",
  [MemoryKind.U8]: "u8",
  [MemoryKind.I16]: "i16",
  [MemoryKind.U16]: "u16",
  [MemoryKind.I32]: "i32",
  [MemoryKind.I64]: "i64",
  [MemoryKind.F32]: "f32",
  [MemoryKind.F64]: "f64",
  [MemoryKind.Ref]: "ref",
};
