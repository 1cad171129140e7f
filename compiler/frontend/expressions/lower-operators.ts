// Operators: arithmetic, bitwise operations and comparisons on numbers, by the integer rules of the language.
// Invariants: (1) machine integers wrap at their width, and both sides have one type
//             (2) number follows IEEE 754; it is kept as an int32 or uint32 where the range of the result proves it can be

import ts from "typescript";
import type { Value } from "../../ir/function.ts";
import { Op, PanicKind } from "../../ir/ops.ts";
import { ValueType } from "../../ir/types.ts";
import { fitInteger, foldBinary, type NumericConstant, wrapInteger } from "../constants.ts";
import type { Context } from "../context.ts";
import { toNumber } from "../library/lower-number.ts";
import { isAdaptable, isInt32Constant, numericConstant, type Operand, operand, type Range, rangeOf } from "../operands.ts";
import { isRuntimeClass } from "../statements/lower-iteration.ts";
import { type EnumType, flavouredType, type IntegerType, isNumeric, type Type, TypeKind, types, unflavoured } from "../types/types.ts";
import { coerce, enumFits, narrowInteger, toFloat } from "./conversions.ts";
import { primitiveOf } from "./primitives.ts";

const K = ts.SyntaxKind;

/** The operator as it is written. */
export function operatorText(kind: ts.SyntaxKind): string {
  return ts.tokenToString(kind) ?? ts.SyntaxKind[kind];
}

/** An arithmetic or bitwise operator on two numbers. */
export function lowerArithmetic(context: Context, kind: ts.SyntaxKind, left: Operand, right: Operand, node: ts.Node): Operand {
  for (const side of [left, right]) if (!isNumeric(side.type)) context.refuse(node, "TSM2005", operatorText(kind), side.type.name);
  const a = numericConstant(left);
  const b = numericConstant(right);
  if (a !== undefined && b !== undefined && isAdaptable(left) && isAdaptable(right)) {
    const folded = foldBinary(kind, a, b);
    if (folded !== undefined) return { type: types.number, value: 0, constant: folded };
  }
  const integer = isShift(kind) ? shiftType(left) : commonInteger(context, kind, left, right, node);
  if (integer !== undefined) return lowerInteger(context, kind, left, right, integer, node);
  if (left.type.kind === TypeKind.Float32 || right.type.kind === TypeKind.Float32) {
    const isSingle = [left, right].every((side) => side.type.kind === TypeKind.Float32 || isAdaptable(side));
    if (isSingle && !isBitwise(kind)) return lowerFloat(context, kind, left, right, types.f32, node);
  }
  return lowerNumber(context, kind, left, right, node);
}

function isShift(kind: ts.SyntaxKind): boolean {
  return kind === K.LessThanLessThanToken || kind === K.GreaterThanGreaterThanToken || kind === K.GreaterThanGreaterThanGreaterThanToken;
}
function isBitwise(kind: ts.SyntaxKind): boolean {
  return isShift(kind) || kind === K.AmpersandToken || kind === K.BarToken || kind === K.CaretToken;
}

// Machine integers

/** The type of a shift is that of its left side. */
function shiftType(left: Operand): IntegerType | undefined {
  return left.type.kind === TypeKind.Integer
    ? left.type
    : left.type.kind === TypeKind.Enum && left.type.bits === 64
      ? enumInteger(left.type)
      : undefined;
}

function enumInteger(type: EnumType): IntegerType {
  if (type.bits === 64) return type.isSigned ? types.i64 : types.u64;
  return type.isSigned ? types.i32 : types.u32;
}

/** The integer type both sides have or take; undefined where this is number arithmetic. Refuses mixtures. */
function commonInteger(context: Context, kind: ts.SyntaxKind, left: Operand, right: Operand, node: ts.Node): IntegerType | undefined {
  const l = left.type;
  const r = right.type;
  if (l.kind === TypeKind.Integer && r.kind === TypeKind.Integer) {
    const joined = joinFlavours(kind, l, r);
    return joined ?? context.refuse(node, "TSM2001", operatorText(kind), l.name, r.name, l.bits >= r.bits ? l.name : r.name);
  }
  if (l.kind === TypeKind.Integer) return adaptTo(context, kind, l, right, node);
  if (r.kind === TypeKind.Integer) return adaptTo(context, kind, r, left, node);
  const wide = [l, r].find((type): type is EnumType => type.kind === TypeKind.Enum && type.bits === 64);
  return wide === undefined ? undefined : enumInteger(wide);
}

function adaptTo(context: Context, kind: ts.SyntaxKind, integer: IntegerType, other: Operand, node: ts.Node): IntegerType | undefined {
  if (isAdaptable(other)) return integer;
  // Nothing is lost: number arithmetic, on the integer as a number.
  if (integer.bits <= 32 && other.type.kind === TypeKind.Number) return undefined;
  if (other.type.kind === TypeKind.Enum && (enumFits(other.type, integer) || other.type.bits === integer.bits)) return integer;
  return context.refuse(node, "TSM2001", operatorText(kind), integer.name, other.type.name, integer.name);
}

/** Same width and sign; a flavour wins over none; the difference of two of one flavour has none. */
function joinFlavours(kind: ts.SyntaxKind, left: IntegerType, right: IntegerType): IntegerType | undefined {
  if (left.bits !== right.bits || left.isSigned !== right.isSigned) return undefined;
  if (left.flavour === right.flavour) return kind === K.MinusToken ? unflavoured(left) : left;
  if (left.flavour !== null && right.flavour !== null) return undefined;
  return flavouredType(unflavoured(left), left.flavour ?? right.flavour ?? "");
}

function integerOp(kind: ts.SyntaxKind, isSigned: boolean): Op | undefined {
  switch (kind) {
    case K.PlusToken:
      return Op.Add;
    case K.MinusToken:
      return Op.Subtract;
    case K.AsteriskToken:
      return Op.Multiply;
    case K.SlashToken:
      return isSigned ? Op.DivideSigned : Op.DivideUnsigned;
    case K.PercentToken:
      return isSigned ? Op.RemainderSigned : Op.RemainderUnsigned;
    case K.AmpersandToken:
      return Op.And;
    case K.BarToken:
      return Op.Or;
    case K.CaretToken:
      return Op.Xor;
    case K.LessThanLessThanToken:
      return Op.ShiftLeft;
    case K.GreaterThanGreaterThanToken:
      return isSigned ? Op.ShiftRightSigned : Op.ShiftRightUnsigned;
    case K.GreaterThanGreaterThanGreaterThanToken:
      return Op.ShiftRightUnsigned;
    default:
      return undefined;
  }
}

function lowerInteger(context: Context, kind: ts.SyntaxKind, left: Operand, right: Operand, type: IntegerType, node: ts.Node): Operand {
  const op = integerOp(kind, type.isSigned);
  if (op === undefined) return context.refuse(node, "TSM2005", operatorText(kind), type.name);
  const folded = foldTyped(kind, left, right, type);
  if (folded !== undefined) return folded;
  const a = integerSide(context, left, type, node);
  let b: Value;
  if (isShift(kind)) b = shiftCount(context, right, type, node);
  else b = integerSide(context, right, type, node);
  if (kind === K.SlashToken || kind === K.PercentToken) checkDivisor(context, right, b, type, node);
  context.at(node);
  const shifted = kind === K.GreaterThanGreaterThanGreaterThanToken && type.isSigned && type.bits < 32 ? maskNarrow(context, a, type) : a;
  return operand(type, narrowInteger(context, context.emit(op, [shifted, b]), type));
}

/** An operand as the common type: bit patterns of enums and of flag constants such as ~1 are taken as they are. */
function integerSide(context: Context, side: Operand, type: IntegerType, node: ts.Node): Value {
  const constant = numericConstant(side);
  if (
    constant !== undefined &&
    isAdaptable(side) &&
    fitInteger(constant, type.bits, type.isSigned) === undefined &&
    isMask(constant, type)
  ) {
    return context.builder.int(type.bits === 64 ? ValueType.I64 : ValueType.I32, wrapInteger(constant, type.bits, type.isSigned));
  }
  if (side.type.kind === TypeKind.Enum && constant === undefined && side.type.bits === type.bits) return context.value(side);
  if (side.type.kind === TypeKind.Integer) return context.value(side);
  return coerce(context, side, type, node);
}

/** `x & ~0xfff`: a complement written as a constant has the width of the other side. */
function isMask(constant: NumericConstant, type: IntegerType): boolean {
  return !type.isSigned && constant.exact !== null && constant.exact < 0n && fitInteger(constant, type.bits, true) !== undefined;
}

function maskNarrow(context: Context, value: Value, type: IntegerType): Value {
  return context.emit(type.bits === 8 ? Op.ZeroExtend8 : Op.ZeroExtend16, [value]);
}

/** Folds constants of machine types, wrapping: `PAGE_SIZE - 1`. */
function foldTyped(kind: ts.SyntaxKind, left: Operand, right: Operand, type: IntegerType): Operand | undefined {
  const a = numericConstant(left);
  const b = numericConstant(right);
  if (a === undefined || b === undefined || a.exact === null || b.exact === null) return undefined;
  if ((kind === K.SlashToken || kind === K.PercentToken) && b.exact === 0n) return undefined;
  const x = wrapInteger(a, type.bits, type.isSigned);
  const y = isShift(kind) ? BigInt.asUintN(64, b.exact) % BigInt(type.bits) : wrapInteger(b, type.bits, type.isSigned);
  const compute: Partial<Record<ts.SyntaxKind, () => bigint>> = {
    [K.PlusToken]: () => x + y,
    [K.MinusToken]: () => x - y,
    [K.AsteriskToken]: () => x * y,
    [K.SlashToken]: () => x / y,
    [K.PercentToken]: () => x % y,
    [K.AmpersandToken]: () => x & y,
    [K.BarToken]: () => x | y,
    [K.CaretToken]: () => x ^ y,
    [K.LessThanLessThanToken]: () => x << y,
    [K.GreaterThanGreaterThanToken]: () => x >> y,
    [K.GreaterThanGreaterThanGreaterThanToken]: () => BigInt.asUintN(type.bits, x) >> y,
  };
  const exact = compute[kind]?.();
  if (exact === undefined) return undefined;
  const wrapped = type.isSigned ? BigInt.asIntN(type.bits, exact) : BigInt.asUintN(type.bits, exact);
  return { type, value: 0, constant: { exact: wrapped, number: Number(wrapped) } };
}

/** The count, of any integer type, taken modulo the width. */
function shiftCount(context: Context, count: Operand, type: IntegerType, node: ts.Node): Value {
  const { builder } = context;
  const valueType = type.bits === 64 ? ValueType.I64 : ValueType.I32;
  const constant = numericConstant(count);
  if (constant !== undefined) return builder.int(valueType, wrapInteger(constant, 64, false) % BigInt(type.bits));
  let value = integerBits(context, count, node);
  if (builder.fn.type(value) !== valueType) value = context.emit(valueType === ValueType.I64 ? Op.ZeroExtend32 : Op.Truncate, [value]);
  return type.bits < 32 ? context.emit(Op.And, [value, builder.int(valueType, type.bits - 1)]) : value;
}

/** An integer or a number as int32 bits. */
function integerBits(context: Context, given: Operand, node: ts.Node): Value {
  if (!isNumeric(given.type) || given.type.kind === TypeKind.Float32) return context.refuse(node, "TSM2005", "<<", given.type.name);
  if (given.type.kind === TypeKind.Number && given.type.held === "f64") return toInt32(context, given);
  return context.value(given);
}

function checkDivisor(context: Context, right: Operand, divisor: Value, type: IntegerType, node: ts.Node): void {
  const constant = numericConstant(right);
  if (constant !== undefined) {
    if (constant.number === 0) context.refuse(node, "TSM2004");
    return;
  }
  context.at(node);
  const zero = context.builder.int(type.bits === 64 ? ValueType.I64 : ValueType.I32, 0);
  context.check(context.emit(Op.NotEqual, [divisor, zero]), PanicKind.Division);
}

// number

/** ToInt32 of a number operand. */
export function toInt32(context: Context, given: Operand): Value {
  if (isInt32Constant(given)) return context.builder.int(ValueType.I32, numericConstant(given)?.number ?? 0);
  const constant = numericConstant(given);
  if (constant !== undefined) return context.builder.int(ValueType.I32, constant.number | 0);
  if (given.type.kind === TypeKind.Number && given.type.held === "f64") return context.emit(Op.FloatToInt32, [context.value(given)]);
  if (given.type.kind === TypeKind.Float32) return context.emit(Op.FloatToInt32, [context.emit(Op.FloatPromote, [context.value(given)])]);
  return context.value(given);
}

function lowerNumber(context: Context, kind: ts.SyntaxKind, left: Operand, right: Operand, node: ts.Node): Operand {
  if (isBitwise(kind)) return lowerBitwise(context, kind, left, right);
  const narrow = lowerHeldInteger(context, kind, left, right);
  return narrow ?? lowerFloat(context, kind, left, right, types.number, node);
}

function lowerBitwise(context: Context, kind: ts.SyntaxKind, left: Operand, right: Operand): Operand {
  const op = integerOp(kind, true) ?? Op.And;
  const value = context.emit(op, [toInt32(context, left), toInt32(context, right)]);
  if (kind === K.GreaterThanGreaterThanGreaterThanToken) {
    const count = numericConstant(right);
    const shift = count === undefined ? 0 : count.number & 31;
    return { type: types.numberUint32, value, range: { min: 0, max: 0xffff_ffff >>> shift } };
  }
  return { type: types.numberInt32, value, range: bitwiseRange(kind, left, right) };
}

function bitwiseRange(kind: ts.SyntaxKind, left: Operand, right: Operand): Range | undefined {
  if (kind === K.AmpersandToken) {
    for (const side of [right, left]) {
      const constant = numericConstant(side);
      if (constant !== undefined && constant.number >= 0 && constant.number <= 0x7fff_ffff) return { min: 0, max: constant.number };
    }
  }
  return undefined;
}

function isHeldInteger(side: Operand): boolean {
  return (
    isInt32Constant(side) ||
    (side.type.kind === TypeKind.Integer && side.type.bits <= 32) ||
    (side.type.kind === TypeKind.Number && side.type.held !== "f64") ||
    (side.type.kind === TypeKind.Enum && side.type.bits === 32)
  );
}

/** Addition, subtraction and multiplication of integers whose result provably fits 32 bits, and so is never -0 nor rounded. */
function lowerHeldInteger(context: Context, kind: ts.SyntaxKind, left: Operand, right: Operand): Operand | undefined {
  if (!isHeldInteger(left) || !isHeldInteger(right)) return undefined;
  const a = rangeOf(left);
  const b = rangeOf(right);
  const range = resultRange(kind, a, b);
  if (range === undefined) return undefined;
  const isSigned = range.min >= -0x8000_0000 && range.max <= 0x7fff_ffff;
  if (!isSigned && !(range.min >= 0 && range.max <= 0xffff_ffff)) return undefined;
  const value = context.emit(integerOp(kind, true) ?? Op.Add, [toInt32(context, left), toInt32(context, right)]);
  return { type: isSigned ? types.numberInt32 : types.numberUint32, value, range };
}

function resultRange(kind: ts.SyntaxKind, a: Range, b: Range): Range | undefined {
  switch (kind) {
    case K.PlusToken:
      return { min: a.min + b.min, max: a.max + b.max };
    case K.MinusToken:
      return { min: a.min - b.max, max: a.max - b.min };
    case K.AsteriskToken:
      // 0 * -1 is -0, which an integer cannot hold.
      return a.min >= 0 && b.min >= 0 ? { min: a.min * b.min, max: a.max * b.max } : undefined;
    case K.PercentToken:
      // The sign of zero follows the left side; a positive constant divisor cannot be zero.
      return a.min >= 0 && a.max <= 0x7fff_ffff && b.min === b.max && b.min > 0 ? { min: 0, max: Math.min(a.max, b.max - 1) } : undefined;
    default:
      return undefined;
  }
}

function lowerFloat(context: Context, kind: ts.SyntaxKind, left: Operand, right: Operand, type: Type, node: ts.Node): Operand {
  const a = floatSide(context, left, type, node);
  const b = floatSide(context, right, type, node);
  switch (kind) {
    case K.PlusToken:
      return operand(type, context.emit(Op.FloatAdd, [a, b]));
    case K.MinusToken:
      return operand(type, context.emit(Op.FloatSubtract, [a, b]));
    case K.AsteriskToken:
      return operand(type, context.emit(Op.FloatMultiply, [a, b]));
    case K.SlashToken:
      return operand(type, context.emit(Op.FloatDivide, [a, b]));
    case K.PercentToken:
      return callFloat(context, "floatRemainder", a, b, type);
    case K.AsteriskAsteriskToken:
      return callFloat(context, "floatPower", a, b, type);
    default:
      return context.refuse(node, "TSM2005", operatorText(kind), type.name);
  }
}

function callFloat(context: Context, name: "floatRemainder" | "floatPower", a: Value, b: Value, type: Type): Operand {
  if (type !== types.f32) return operand(type, context.callRuntime(name, [a, b]));
  const wide = context.callRuntime(name, [context.emit(Op.FloatPromote, [a]), context.emit(Op.FloatPromote, [b])]);
  return operand(type, context.emit(Op.FloatDemote, [wide]));
}

function floatSide(context: Context, side: Operand, type: Type, node: ts.Node): Value {
  if (type === types.f32) return coerce(context, side, type, node);
  const constant = numericConstant(side);
  if (constant !== undefined && side.type.kind !== TypeKind.Integer) return context.builder.float(constant.number);
  return toFloat(context, side) ?? context.refuse(node, "TSM2002", side.type.name, "number", "Number");
}

// Unary operators

/** Whether the values, which are no numbers themselves, have one. */
function hasNumber(context: Context, type: Type): boolean {
  if (type.kind === TypeKind.Union) return type.members.every((member) => isNumeric(member) || hasNumber(context, member));
  return type.kind === TypeKind.String || type.kind === TypeKind.Boolean || isRuntimeClass(context, type, "Date");
}

/** `-x`, `+x` and `~x`. */
export function lowerSign(context: Context, kind: ts.PrefixUnaryOperator, object: Operand, node: ts.Node): Operand {
  const given = primitiveOf(context, object, "number", node);
  const { type } = given;
  // As a number, as Number() has it.
  if (hasNumber(context, type)) return lowerSign(context, kind, toNumber(context, given, node), node);
  if (!isNumeric(type)) return context.refuse(node, "TSM2005", operatorText(kind), type.name);
  if (type.kind === TypeKind.Integer) return lowerIntegerSign(context, kind, given, type);
  if (kind === K.PlusToken) return given;
  if (kind === K.TildeToken) {
    const value = toInt32(context, given);
    return operand(types.numberInt32, context.emit(Op.Not, [value]));
  }
  if (type.kind === TypeKind.Float32) return operand(type, context.emit(Op.FloatNegate, [context.value(given)]));
  const range = rangeOf(given);
  if (isHeldInteger(given) && range.min > 0 && range.max <= 0x7fff_ffff) {
    return {
      type: types.numberInt32,
      value: context.emit(Op.Negate, [toInt32(context, given)]),
      range: { min: -range.max, max: -range.min },
    };
  }
  return operand(types.number, context.emit(Op.FloatNegate, [floatSide(context, given, types.number, node)]));
}

function lowerIntegerSign(context: Context, kind: ts.PrefixUnaryOperator, given: Operand, type: IntegerType): Operand {
  const constant = numericConstant(given);
  if (kind === K.PlusToken) return given;
  if (constant?.exact !== undefined && constant.exact !== null) {
    const exact = kind === K.MinusToken ? -constant.exact : ~constant.exact;
    const wrapped = type.isSigned ? BigInt.asIntN(type.bits, exact) : BigInt.asUintN(type.bits, exact);
    return { type, value: 0, constant: { exact: wrapped, number: Number(wrapped) } };
  }
  const value = context.emit(kind === K.MinusToken ? Op.Negate : Op.Not, [context.value(given)]);
  return operand(type, narrowInteger(context, value, type));
}
