// Comparisons: order and equality. Numbers of any two types compare by mathematical value.

import ts from "typescript";
import type { Value } from "../../ir/function.ts";
import { Op } from "../../ir/ops.ts";
import { ValueType } from "../../ir/types.ts";
import { callCore } from "../classes/derived-members.ts";
import { fitInteger, type NumericConstant } from "../constants.ts";
import type { Context } from "../context.ts";
import { isPromise } from "../coroutines/lower-promises.ts";
import { toNumber } from "../library/lower-number.ts";
import { isAdaptable, isInt32Constant, numericConstant, type Operand, operand } from "../operands.ts";
import { isRuntimeClass } from "../statements/lower-iteration.ts";
import { tellsNullApart, valueTypeOf } from "../types/representation.ts";
import { anyObject, isHeapType, isNumeric, mayBeAbsent, type Type, TypeKind, types } from "../types/types.ts";
import { coerce, toFloat } from "./conversions.ts";
import { callMember } from "./lower-members.ts";
import { operatorText } from "./lower-operators.ts";
import { isIndistinct, matchUnion } from "./lower-unions.ts";
import { primitiveOf } from "./primitives.ts";
import { isAbsent } from "./stored-members.ts";

const K = ts.SyntaxKind;

/**
 * `<`, `<=`, `>`, `>=`. Of what is of several types, as properties are that a key names, two texts are compared as texts, and all else as
 * numbers.
 */
export function lowerOrder(context: Context, kind: ts.SyntaxKind, first: Operand, second: Operand, node: ts.Node): Operand {
  const sides = [first, second].map((side) => primitiveOf(context, side, "number", node));
  const isMixed = sides.some(({ type }) => type.kind === TypeKind.Union);
  if (!isMixed) return lowerOrderOfParts(context, kind, sides[0], sides[1], node);
  const [left, right] = sides.map((side) => ({ ...side, value: context.value(side) }));
  const compare = (one: Operand): Operand =>
    matchUnion(context, right, (other) => lowerOrderOfParts(context, kind, one, other, node), node, types.boolean);
  return matchUnion(context, left, compare, node, types.boolean);
}

function lowerOrderOfParts(context: Context, kind: ts.SyntaxKind, first: Operand, second: Operand, node: ts.Node): Operand {
  const areTexts = first.type.kind === TypeKind.String && second.type.kind === TypeKind.String;
  const [left, right] = [first, second].map((side) => (areTexts || isNumeric(side.type) ? side : comparedNumber(context, side, node)));
  const isSwapped = kind === K.GreaterThanToken || kind === K.GreaterThanEqualsToken;
  const isStrict = kind === K.LessThanToken || kind === K.GreaterThanToken;
  const [a, b] = isSwapped ? [right, left] : [left, right];
  if (a.type.kind === TypeKind.String && b.type.kind === TypeKind.String) {
    const order = context.callRuntime("stringCompare", [context.value(a), context.value(b)]);
    return operand(
      types.boolean,
      context.emit(isStrict ? Op.LessSigned : Op.LessEqualSigned, [order, context.builder.int(ValueType.I32, 0)]),
    );
  }
  if (!isNumeric(a.type) || !isNumeric(b.type))
    return context.refuse(node, "TSM2005", operatorText(kind), (isNumeric(left.type) ? right : left).type.name);
  const folded = foldOrder(kind, left, right);
  if (folded !== undefined) return folded;
  return operand(types.boolean, compareNumbers(context, a, b, isStrict ? "less" : "lessEqual", node));
}

/** Dates are compared by their times, and texts by what they say when the other side is a number; null is 0, undefined no number. */
function comparedNumber(context: Context, given: Operand, node: ts.Node): Operand {
  const { kind } = given.type;
  const isSimple = kind === TypeKind.String || kind === TypeKind.Boolean || kind === TypeKind.Null || kind === TypeKind.Undefined;
  const hasNumber = isSimple || isRuntimeClass(context, given.type, "Date");
  return hasNumber ? toNumber(context, given, node) : given;
}

function foldOrder(kind: ts.SyntaxKind, left: Operand, right: Operand): Operand | undefined {
  const a = numericConstant(left);
  const b = numericConstant(right);
  if (a === undefined || b === undefined) return undefined;
  const [x, y] = comparable(left, right, a, b);
  const truth = kind === K.LessThanToken ? x < y : kind === K.LessThanEqualsToken ? x <= y : kind === K.GreaterThanToken ? x > y : x >= y;
  return { type: types.boolean, value: 0, constant: truth };
}

/** Constants of machine types compare exactly. Numbers were rounded on the way, as in JavaScript, though the exact value is known too. */
function comparable(left: Operand, right: Operand, a: NumericConstant, b: NumericConstant): [bigint, bigint] | [number, number] {
  const areNumbers = left.type.kind !== TypeKind.Integer && right.type.kind !== TypeKind.Integer;
  return areNumbers || a.exact === null || b.exact === null ? [a.number, b.number] : [a.exact, b.exact];
}

type Relation = "less" | "lessEqual" | "equal" | "notEqual";

const floatOps: Readonly<Record<Relation, Op>> = {
  less: Op.FloatLess,
  lessEqual: Op.FloatLessEqual,
  equal: Op.FloatEqual,
  notEqual: Op.FloatNotEqual,
};
const signedOps: Readonly<Record<Relation, Op>> = {
  less: Op.LessSigned,
  lessEqual: Op.LessEqualSigned,
  equal: Op.Equal,
  notEqual: Op.NotEqual,
};
const unsignedOps: Readonly<Record<Relation, Op>> = {
  less: Op.LessUnsigned,
  lessEqual: Op.LessEqualUnsigned,
  equal: Op.Equal,
  notEqual: Op.NotEqual,
};

/** How an operand sits in a register as an integer; undefined for doubles. */
interface IntegerForm {
  readonly bits: 32 | 64;
  readonly isSigned: boolean;
}

function integerForm(given: Operand): IntegerForm | undefined {
  const { type } = given;
  switch (type.kind) {
    // 8 and 16 bits sit in a signed 32-bit register without loss.
    case TypeKind.Integer:
      return type.bits === 64 ? { bits: 64, isSigned: type.isSigned } : { bits: 32, isSigned: type.isSigned || type.bits < 32 };
    case TypeKind.Enum:
      return { bits: type.bits, isSigned: type.isSigned };
    case TypeKind.Number:
      if (type.held !== "f64") return { bits: 32, isSigned: type.held === "i32" };
      return isInt32Constant(given) ? { bits: 32, isSigned: true } : undefined;
    default:
      return undefined;
  }
}

/** Two numbers by mathematical value. Requires: both are numeric. */
export function compareNumbers(context: Context, left: Operand, right: Operand, relation: Relation, node: ts.Node): Value {
  const common = literalBeside(left, right) ?? literalBeside(right, left);
  if (common !== undefined) {
    const a = coerce(context, left, common, node);
    const b = coerce(context, right, common, node);
    const isSigned = common.kind === TypeKind.Integer && (common.isSigned || common.bits < 32);
    return context.emit((isSigned ? signedOps : unsignedOps)[relation], [a, b]);
  }
  const a = integerForm(left);
  const b = integerForm(right);
  if (a !== undefined && b !== undefined) return compareIntegers(context, left, a, right, b, relation);
  if (left.type.kind === TypeKind.Float32 && right.type.kind === TypeKind.Float32)
    return context.emit(floatOps[relation], [context.value(left), context.value(right)]);
  const x = constantFloat(context, left) ?? toFloat(context, left);
  const y = constantFloat(context, right) ?? toFloat(context, right);
  if (x === undefined || y === undefined) return context.refuse(node, "TSM2006", left.type.name, right.type.name);
  return context.emit(floatOps[relation], [x, y]);
}

function constantFloat(context: Context, given: Operand): Value | undefined {
  const constant = numericConstant(given);
  return constant === undefined ? undefined : context.builder.float(constant.number);
}

/** A literal takes the type of an integer on the other side where it fits. */
function literalBeside(literal: Operand, other: Operand): Type | undefined {
  const constant = numericConstant(literal);
  if (constant === undefined || !isAdaptable(literal) || other.type.kind !== TypeKind.Integer) return undefined;
  return fitInteger(constant, other.type.bits, other.type.isSigned) === undefined ? undefined : other.type;
}

function compareIntegers(context: Context, left: Operand, a: IntegerForm, right: Operand, b: IntegerForm, relation: Relation): Value {
  const x = integerValue(context, left);
  const y = integerValue(context, right);
  if (a.bits === b.bits && a.isSigned === b.isSigned) return context.emit((a.isSigned ? signedOps : unsignedOps)[relation], [x, y]);
  const wideX = a.bits === 64 ? x : context.emit(a.isSigned ? Op.SignExtend32 : Op.ZeroExtend32, [x]);
  const wideY = b.bits === 64 ? y : context.emit(b.isSigned ? Op.SignExtend32 : Op.ZeroExtend32, [y]);
  const isXWide = a.bits === 64 && !a.isSigned;
  const isYWide = b.bits === 64 && !b.isSigned;
  // u32 within i64 is signed arithmetic; only u64 against a signed type needs care.
  if (!isXWide && !isYWide) return context.emit(signedOps[relation], [wideX, wideY]);
  if ((isXWide || !a.isSigned) && (isYWide || !b.isSigned)) return context.emit(unsignedOps[relation], [wideX, wideY]);
  return compareMixedSigns(context, wideX, isXWide, wideY, relation);
}

function integerValue(context: Context, given: Operand): Value {
  return isInt32Constant(given) && given.type.kind === TypeKind.Number
    ? context.builder.int(ValueType.I32, numericConstant(given)?.number ?? 0)
    : context.value(given);
}

/** u64 against i64: a negative signed side settles it. */
function compareMixedSigns(context: Context, x: Value, isXUnsigned: boolean, y: Value, relation: Relation): Value {
  const signedSide = isXUnsigned ? y : x;
  const isNegative = context.emit(Op.LessSigned, [signedSide, context.builder.int(ValueType.I64, 0)]);
  const unsigned = context.emit(unsignedOps[relation], [x, y]);
  const whenNegative = relation === "equal" ? false : relation === "notEqual" ? true : !isXUnsigned;
  return context.emit(Op.Select, [isNegative, context.builder.int(ValueType.Bool, whenNegative ? 1 : 0), unsigned]);
}

/** `===`, `!==`, and `==`, `!=` where they mean the same. */
export function lowerEquality(context: Context, kind: ts.SyntaxKind, left: Operand, right: Operand, node: ts.Node): Operand {
  const isNegated = kind === K.ExclamationEqualsEqualsToken || kind === K.ExclamationEqualsToken;
  const isLoose = kind === K.EqualsEqualsToken || kind === K.ExclamationEqualsToken;
  const truth = foldEquality(left, right);
  if (truth !== undefined) return { type: types.boolean, value: 0, constant: truth !== isNegated };
  const equal = lowerEqual(context, left, right, isLoose, isNegated, kind, node);
  return operand(types.boolean, equal);
}

function foldEquality(left: Operand, right: Operand): boolean | undefined {
  const { constant: a } = left;
  const { constant: b } = right;
  if (a === undefined || b === undefined || typeof a !== typeof b) return undefined;
  if (typeof a === "object" && typeof b === "object") {
    const [x, y] = comparable(left, right, a, b);
    return x === y;
  }
  return a === b;
}

function negate(context: Context, value: Value, isNegated: boolean): Value {
  return isNegated ? context.emit(Op.Equal, [value, context.builder.int(ValueType.Bool, 0)]) : value;
}

function isAbsentLiteral(type: Type): boolean {
  return type.kind === TypeKind.Null || type.kind === TypeKind.Undefined || type.kind === TypeKind.Void;
}

function lowerEqual(
  context: Context,
  left: Operand,
  right: Operand,
  isLoose: boolean,
  isNegated: boolean,
  kind: ts.SyntaxKind,
  node: ts.Node,
): Value {
  if (isAbsentLiteral(right.type)) return negate(context, lowerAbsent(context, left, right.type, isLoose), isNegated);
  if (isAbsentLiteral(left.type)) return negate(context, lowerAbsent(context, right, left.type, isLoose), isNegated);
  if (isNumeric(left.type) && isNumeric(right.type)) return compareNumbers(context, left, right, isNegated ? "notEqual" : "equal", node);
  if (left.type.kind === TypeKind.String && right.type.kind === TypeKind.String) {
    return negate(context, context.callRuntime("stringEquals", [context.value(left), context.value(right)]), isNegated);
  }
  if (left.type.kind === TypeKind.Boolean && right.type.kind === TypeKind.Boolean) {
    return context.emit(isNegated ? Op.NotEqual : Op.Equal, [context.value(left), context.value(right)]);
  }
  if (isUnion(left.type) || isUnion(right.type)) return negate(context, equalUnions(context, left, right, isLoose, node), isNegated);
  if (isPromise(context, left.type) && isPromise(context, right.type)) {
    // One of them may be the other with another type.
    const [a, b] = [left, right].map((given) => context.value(callMember(context, given, "origin", [], node)));
    return context.emit(isNegated ? Op.NotEqual : Op.Equal, [a, b]);
  }
  if (left.type.kind === TypeKind.ClassValue && right.type.kind === TypeKind.ClassValue)
    return context.emit(isNegated ? Op.NotEqual : Op.Equal, [context.value(left), context.value(right)]);
  if (isFunction(left.type) && isFunction(right.type))
    return negate(context, context.value(callCore(context, "function", "isSameFunction", [left, right], node)), isNegated);
  if (left.type === anyObject && right.type === anyObject)
    return negate(context, context.value(callCore(context, "map-key", "isSameObject", [left, right], node)), isNegated);
  if (areReferences(left.type, right.type))
    return context.emit(isNegated ? Op.NotEqual : Op.Equal, [context.value(left), context.value(right)]);
  if (isLoose) return context.refuse(node, "TSM3003", operatorText(kind), left.type.name, right.type.name);
  return context.refuse(node, "TSM3004", left.type.name, right.type.name);
}

function isFunction({ kind }: Type): boolean {
  return kind === TypeKind.Function || kind === TypeKind.ClassValue;
}

function isUnion(type: Type): boolean {
  return type.kind === TypeKind.Union || type.kind === TypeKind.Unknown;
}

function areReferences(left: Type, right: Type): boolean {
  if (left.kind === TypeKind.Class && left.isPacked) return left === right;
  return isHeapType(left) && isHeapType(right) && left.kind !== TypeKind.String && right.kind !== TypeKind.String;
}

function lowerAbsent(context: Context, given: Operand, absent: Type, isLoose: boolean): Value {
  const { type } = given;
  const { builder } = context;
  if (isAbsentLiteral(type))
    return builder.int(ValueType.Bool, isLoose || (type.kind === TypeKind.Null) === (absent.kind === TypeKind.Null) ? 1 : 0);
  if (!isLoose && tellsNullApart(type)) {
    const marker = absent.kind === TypeKind.Null ? context.nullObject() : builder.nullRef();
    return context.emit(Op.Equal, [context.value(given), marker]);
  }
  if (!isLoose && type.kind === TypeKind.Union && (absent.kind === TypeKind.Null ? !type.hasNull : !type.hasUndefined))
    return builder.int(ValueType.Bool, 0);
  // A class field that no constructor has reached yet is zero whatever its type says.
  if (isHeapType(type)) return context.emit(Op.Equal, [context.value(given), builder.nullRef()]);
  return isAbsent(context, given);
}

/** What values compare as. */
function comparisonKind(type: Type): string {
  switch (type.kind) {
    case TypeKind.Integer:
    case TypeKind.Float32:
    case TypeKind.Number:
    case TypeKind.Enum:
      return "number";
    case TypeKind.String:
      return "string";
    case TypeKind.Boolean:
      return "boolean";
    case TypeKind.Null:
      return "null";
    case TypeKind.Undefined:
    case TypeKind.Void:
      return "undefined";
    default:
      return "object";
  }
}

/** Where one side at least is a union: by what it is now. */
function equalUnions(context: Context, left: Operand, right: Operand, isLoose: boolean, node: ts.Node): Value {
  if (isReferenceUnion(context, left.type) && isReferenceUnion(context, right.type) && absenceText(left.type) === absenceText(right.type)) {
    return context.emit(Op.Equal, [context.value(left), context.value(right)]);
  }
  const isLeft = isUnion(left.type) && !isIndistinct(context, left.type);
  const [subject, other] = isLeft ? [left, right] : [right, left];
  const held: Operand = other.constant === undefined ? { ...other, value: context.value(other) } : other;
  const compare = (part: Operand): Operand => {
    if (!couldEqual(part.type, held.type, isLoose)) return { type: types.boolean, value: 0, constant: false };
    if (isAbsentLiteral(part.type)) return operand(types.boolean, lowerAbsent(context, held, part.type, isLoose));
    return lowerEquality(context, isLoose ? K.EqualsEqualsToken : K.EqualsEqualsEqualsToken, part, held, node);
  };
  return context.value(matchUnion(context, operand(subject.type, context.value(subject)), compare, node, types.boolean));
}

function couldEqual(part: Type, other: Type, isLoose: boolean): boolean {
  const kinds = (type: Type): string[] => {
    if (type.kind !== TypeKind.Union) return [comparisonKind(type)];
    return [...type.members.map(comparisonKind), ...(type.hasNull ? ["null"] : []), ...(type.hasUndefined ? ["undefined"] : [])];
  };
  if (part.kind === TypeKind.Unknown || other.kind === TypeKind.Unknown) return true;
  if (isLoose && isAbsentLiteral(part)) return mayBeAbsent(other);
  return kinds(part).some((kind) => kinds(other).includes(kind));
}

function absenceText(type: Type): string {
  return type.kind === TypeKind.Union ? `${type.hasNull} ${type.hasUndefined}` : "false false";
}

/** Whether equal values are the same reference: no texts, nothing in boxes, no promises and functions, which may stand for others. */
function isReferenceUnion(context: Context, type: Type): boolean {
  if (valueTypeOf(type) !== ValueType.Ref) return false;
  const members = type.kind === TypeKind.Union ? type.members : [type];
  return members.every(
    (member) => isHeapType(member) && member.kind !== TypeKind.String && member.kind !== TypeKind.Function && !isPromise(context, member),
  );
}
