// Conversions: values from one type to another: what assignments, arguments and returns do by themselves, and what narrowing takes out.
// Invariants: nothing that can lose bits happens here; conversion functions (u32(x)) are in lower-conversions.ts

import ts from "typescript";
import type { Value } from "../../ir/function.ts";
import { Op, PanicKind } from "../../ir/ops.ts";
import { ValueType } from "../../ir/types.ts";
import { constructorFunction } from "../classes/class-values.ts";
import { iteratorView } from "../classes/library-views.ts";
import { noteClassesToOpen, noteSource } from "../classes/open-classes.ts";
import { fitInteger, type NumericConstant } from "../constants.ts";
import type { Context } from "../context.ts";
import { generatorView } from "../coroutines/lower-generators.ts";
import { promiseView } from "../coroutines/lower-promises.ts";
import { adaptFunction } from "../functions/adapters.ts";
import { codeOfObject } from "../functions/function-objects.ts";
import { instanceOfGeneric } from "../functions/generic-functions.ts";
import { isAdaptable, isInt32Constant, NEVER_OPERAND, numericConstant, type Operand, operand } from "../operands.ts";
import { isWalked, iterableOf } from "../statements/lower-iteration.ts";
import { hasTag } from "../tags.ts";
import { callSignatureOf, codeTypeOf, isConstructor } from "../types/function-roles.ts";
import { canBeOpened, isOpenType } from "../types/open-types.ts";
import { isBoxedIn, memoryKindOf, tellsNullApart, valueTypeOf } from "../types/representation.ts";
import { typedArrayAbove } from "../types/type-parts.ts";
import {
  type ClassType,
  type EnumType,
  type FunctionType,
  type IntegerType,
  isHeapType,
  mayBeAbsent,
  type Type,
  TypeKind,
  types,
  type UnionType,
  unionType,
} from "../types/types.ts";
import { createArray } from "./lower-arrays.ts";
import { isIndistinct, matchUnion } from "./lower-unions.ts";
import { absentValue, inject, project } from "./stored-members.ts";

/** The value of the operand as a `target`; refused where that is not a conversion the language makes by itself. */
export function coerce(context: Context, given: Operand, target: Type, node: ts.Node): Value {
  if (target.kind === TypeKind.Void || target.kind === TypeKind.Never || given.type.kind === TypeKind.Never)
    return coerceNothing(context, given, target);
  if (given.type === target && given.constant === undefined) return context.value(given);
  // A literal has nothing that its type does not tell of, and nobody else knows it.
  if (!ts.isObjectLiteralExpression(node) && !ts.isArrayLiteralExpression(node)) context.program.aliases.note(given.type, target);
  switch (target.kind) {
    case TypeKind.Integer:
      return coerceToInteger(context, given, target, node);
    case TypeKind.Number:
      return coerceToNumber(context, given, target.held === "f64", node);
    case TypeKind.Float32:
      return coerceToFloat32(context, given, node);
    case TypeKind.Enum:
      return coerceToEnum(context, given, target, node);
    case TypeKind.Union:
      return coerceToUnion(context, given, target, node);
    case TypeKind.Function:
      return coerceToFunction(context, given, target, node);
    case TypeKind.Unknown:
      return coerceToUnknown(context, given, node);
    case TypeKind.Null:
    case TypeKind.Undefined:
      return mayBeAbsent(given.type) ? context.builder.nullRef() : refuseConversion(context, given, target, node);
    default:
      if (!isWalked(given.type, target) && (isAssignable(given.type, target) || isAnyOfObjects(given.type, target)))
        return context.value(given);
      if (hasNoElements(given.type) && target.kind === TypeKind.Array && !context.isCoincidental)
        return createArray(context, target, []).value;
      if (isListOrEmpty(given.type, target)) return convertUnion(context, given, target, node);
      return (
        iterableOf(context, given, target, node) ??
        coroutineView(context, given, target, node) ??
        refuseConversion(context, given, target, node)
      );
  }
}

/** Whether it is a list of the type, or one that has no elements at all, as `[]` in one branch has none. */
function isListOrEmpty(given: Type, target: Type): boolean {
  if (target.kind !== TypeKind.Array || given.kind !== TypeKind.Union || mayBeAbsent(given)) return false;
  return given.members.every((member) => isAssignable(member, target) || hasNoElements(member));
}

/** Whether it is one of several objects, each of which is one of the type. */
function isAnyOfObjects(given: Type, target: Type): boolean {
  if (target.kind !== TypeKind.Object || given.kind !== TypeKind.Union || mayBeAbsent(given)) return false;
  return given.members.every((member) => isAssignable(member, target));
}

/** A promise or generator as one of another type, whose values are stored otherwise: an object around the one that is there. */
function coroutineView(context: Context, given: Operand, target: Type, node: ts.Node): Value | undefined {
  const own = promiseView(context, given, target, node) ?? generatorView(context, given, target, node);
  const view = own ?? iteratorView(context, given, target, node);
  return view === undefined ? undefined : context.value(view);
}

/** A value of unknown type is an object; numbers and booleans travel in boxes. What a box could not tell apart later is refused. */
function coerceToUnknown(context: Context, given: Operand, node: ts.Node): Value {
  const { type } = given;
  if (type.kind === TypeKind.Unknown || isHeapType(type)) return context.value(given);
  if (type.kind === TypeKind.Null) return context.nullObject();
  if (type.kind === TypeKind.Undefined || type.kind === TypeKind.Void) return context.builder.nullRef();
  if (type.kind === TypeKind.Union) return convertUnion(context, given, types.unknown, node);
  const isNumber = type.kind === TypeKind.Number || (type.kind === TypeKind.Enum && type.bits === 32);
  const boxed = isNumber ? types.number : type.kind === TypeKind.Boolean ? type : undefined;
  if (boxed === undefined) return refuseConversion(context, given, types.unknown, node);
  return context.program.classes.box(context, boxed, coerce(context, given, boxed, node));
}

function coerceNothing(context: Context, given: Operand, target: Type): Value {
  const valueType = valueTypeOf(target);
  if (given.type.kind !== TypeKind.Never || valueType === ValueType.Void) return 0;
  return context.builder.zero(valueType);
}

export function refuseConversion(context: Context, given: Operand, target: Type, node: ts.Node): never {
  noteClassesToOpen(context.program, given.type, target);
  if (isScalar(given.type) && isScalar(target)) {
    return context.refuse(node, "TSM2002", given.type.name, target.name, target.kind === TypeKind.Number ? "Number" : target.name);
  }
  return context.refuse(node, "TSM3008", given.type.name, target.name);
}

export function isScalar(type: Type): boolean {
  return type.kind === TypeKind.Integer || type.kind === TypeKind.Number || type.kind === TypeKind.Float32 || type.kind === TypeKind.Enum;
}

/** Whether a value of one type may stand for the other as it is, with the same representation. */
export function isAssignable(from: Type, to: Type): boolean {
  if (from === to || to.kind === TypeKind.Unknown) return true;
  if (from.isRecursive !== true && to.isRecursive !== true) return isAssignablePart(from, to);
  // Two recursive types are alike where nothing speaks against it before they come round to themselves; one of them may begin elsewhere.
  const pair = `${from.id} ${to.id}`;
  if (assumed.has(pair)) return true;
  assumed.add(pair);
  try {
    return isAssignablePart(from, to);
  } finally {
    assumed.delete(pair);
  }
}
const assumed = new Set<string>();

function isAssignablePart(from: Type, to: Type): boolean {
  if (isOpenType(to) && canBeOpened(from, to, isAssignable)) return true;
  switch (to.kind) {
    case TypeKind.Class:
      if (from.kind === TypeKind.Union && !mayBeAbsent(from)) return from.members.every((member) => isAssignable(member, to));
      return from.kind === TypeKind.Class && (isSubclass(from, to) || isCovariant(from, to));
    case TypeKind.Object:
      noteSource(from, to);
      if (to.code !== undefined && (from.kind !== TypeKind.Object || from.code === undefined)) return false;
      return from.kind === TypeKind.Class ? !from.isPacked : from.kind === TypeKind.Object || from.kind === TypeKind.Tuple;
    case TypeKind.Array:
      return from.kind === TypeKind.Array && (hasNoElements(from) ? isStoredAsNever(to) : haveSameElements(from.element, to.element));
    case TypeKind.Tuple:
      // Each layout has fields of its own: only what comes round to itself is taken for the same.
      return (
        from.kind === TypeKind.Tuple &&
        (from.isRecursive === true || to.isRecursive === true) &&
        from.elements.length === to.elements.length &&
        (from.required === from.elements.length) === (to.required === to.elements.length) &&
        to.elements.every((element, index) => haveSameElements(from.elements[index], element))
      );
    case TypeKind.Function:
      return from.kind === TypeKind.Function && haveSameSignature(from, to);
    case TypeKind.ClassValue:
      return from.kind === TypeKind.ClassValue && from.choices.every((choice) => to.choices.includes(choice));
    case TypeKind.Integer:
      return from.kind === TypeKind.Integer && from.bits === to.bits && from.isSigned === to.isSigned;
    case TypeKind.Union:
      return isInUnion(from, to);
    default:
      // A buffer is an array of bytes, too.
      return typedArrayAbove(from) === to;
  }
}

function isInUnion(from: Type, to: UnionType): boolean {
  if (memoryKindOf(from) !== memoryKindOf(to) && from.kind !== TypeKind.Null && from.kind !== TypeKind.Undefined) return false;
  if (from.kind === TypeKind.Union && !storesNullAlike(from, to)) return false;
  const members = from.kind === TypeKind.Union ? from.members : [from];
  return members.every((member) =>
    to.members.some(
      (candidate) =>
        isAssignable(member, candidate) && isBoxedIn(candidate, to) === (from.kind === TypeKind.Union && isBoxedIn(member, from)),
    ),
  );
}

/** Whether a null of one union, if there can be one, is a null of the other as it is. */
export function storesNullAlike(from: UnionType, to: UnionType): boolean {
  return !from.hasNull || tellsNullApart(from) === tellsNullApart(to) || (tellsNullApart(from) && !to.hasNull);
}

/** Whether a class is the other or derives from it. */
export function isSubclass(from: ClassType, to: Type): boolean {
  for (let current: ClassType | null = from; current !== null; current = current.parent()) if (current === to) return true;
  return false;
}

/** Whether objects of a class that says so serve as those with other type arguments: with such as are stored alike. */
function isCovariant(from: ClassType, to: ClassType): boolean {
  if (from.declaration !== to.declaration || !hasTag(from.declaration, "covariant")) return false;
  // What goes into a generator, its third argument, goes the other way: there, what is wanted is what is given. What it returns, its
  // second, is kept as what may be undefined.
  const kept = (type: Type): Type => unionType([type, types.undefined]);
  return from.typeArguments.every((given, index) => {
    const wanted = to.typeArguments[index];
    if (index === 1) return haveSameElements(kept(given), kept(wanted));
    return index < 1 ? haveSameElements(given, wanted) : haveSameElements(wanted, given);
  });
}

export const hasNoElements = (type: Type): boolean => type.kind === TypeKind.Array && type.element.kind === TypeKind.Never;

/** Whether an array that was made to hold nothing has room for such elements. */
function isStoredAsNever(type: Type): boolean {
  return type.kind === TypeKind.Array && memoryKindOf(type.element) === memoryKindOf(types.never);
}

/** Cells of one type may be read and written as cells of the other. */
function haveSameElements(from: Type, to: Type): boolean {
  return memoryKindOf(from) === memoryKindOf(to) && (isStoredAs(from, to) || (from.kind === TypeKind.Enum && to.kind === TypeKind.Enum));
}

/** Whether values of the one type are values of the other as they are stored: null alone is zero, which elsewhere is undefined. */
function isStoredAs(from: Type, to: Type): boolean {
  const isNullZero = from.kind === TypeKind.Null || (from.kind === TypeKind.Union && from.hasNull && !tellsNullApart(from));
  return isAssignable(from, to) && !(isNullZero && tellsNullApart(to));
}

function haveSameSignature(from: FunctionType, to: FunctionType): boolean {
  return (
    from.params.length === to.params.length &&
    from.hasRest === to.hasRest &&
    from.takesThis === to.takesThis &&
    valueTypeOf(to.result) === valueTypeOf(from.result) &&
    (to.result.kind === TypeKind.Void || isStoredAs(from.result, to.result)) &&
    to.params.every((param, index) => memoryKindOf(param) === memoryKindOf(from.params[index]) && isStoredAs(param, from.params[index]))
  );
}

// Numbers

function coerceToInteger(context: Context, given: Operand, target: IntegerType, node: ts.Node): Value {
  const { type } = given;
  const constant = numericConstant(given);
  if (constant !== undefined && isAdaptable(given)) return constantInteger(context, constant, target, node);
  if (type.kind === TypeKind.Integer && type.bits === target.bits && type.isSigned === target.isSigned) return context.value(given);
  if (type.kind === TypeKind.Enum && enumFits(type, target)) return enumToInteger(context, context.value(given), type, target);
  return refuseConversion(context, given, target, node);
}

function constantInteger(context: Context, constant: NumericConstant, target: IntegerType, node: ts.Node): Value {
  const value = fitInteger(constant, target.bits, target.isSigned);
  if (value === undefined) return context.refuse(node, "TSM2003", String(constant.exact ?? constant.number), target.name);
  return context.builder.int(target.bits === 64 ? ValueType.I64 : ValueType.I32, value);
}

/** Whether every member fits: combinations of flag bits do then, too. */
export function enumFits(type: EnumType, target: IntegerType): boolean {
  const min = target.isSigned ? -(1n << BigInt(target.bits - 1)) : 0n;
  const max = (1n << BigInt(target.isSigned ? target.bits - 1 : target.bits)) - 1n;
  return type.min >= min && type.max <= max;
}

function enumToInteger(context: Context, value: Value, type: EnumType, target: IntegerType): Value {
  if (type.bits === 64) return target.bits === 64 ? value : narrowInteger(context, context.emit(Op.Truncate, [value]), target);
  if (target.bits === 64) return context.emit(type.isSigned ? Op.SignExtend32 : Op.ZeroExtend32, [value]);
  return narrowInteger(context, value, target);
}

/** The canonical form of a type narrower than 32 bits. */
export function narrowInteger(context: Context, value: Value, type: IntegerType): Value {
  if (type.bits === 8) return context.emit(type.isSigned ? Op.SignExtend8 : Op.ZeroExtend8, [value]);
  if (type.bits === 16) return context.emit(type.isSigned ? Op.SignExtend16 : Op.ZeroExtend16, [value]);
  return value;
}

function coerceToNumber(context: Context, given: Operand, isFloat: boolean, node: ts.Node): Value {
  const { type } = given;
  if (!isFloat) {
    if (type.kind === TypeKind.Number && type.held !== "f64" && given.value !== 0) return given.value;
    if (isInt32Constant(given)) return context.builder.int(ValueType.I32, BigInt(numericConstant(given)?.number ?? 0));
    return context.value(given);
  }
  const constant = numericConstant(given);
  if (constant !== undefined && (isAdaptable(given) || (type.kind === TypeKind.Integer && type.bits <= 32)))
    return context.builder.float(constant.number);
  const value = toFloat(context, given);
  return value ?? refuseConversion(context, given, types.number, node);
}

/** The value as an F64 where nothing can be lost; undefined for 64-bit integers and what is not a number. */
export function toFloat(context: Context, given: Operand): Value | undefined {
  const { type } = given;
  switch (type.kind) {
    case TypeKind.Number:
      if (type.held === "f64") return context.value(given);
      return context.emit(type.held === "i32" ? Op.SignedToFloat : Op.UnsignedToFloat, [context.value(given)]);
    case TypeKind.Integer:
      if (type.bits === 64) return undefined;
      return context.emit(type.isSigned || type.bits < 32 ? Op.SignedToFloat : Op.UnsignedToFloat, [context.value(given)]);
    case TypeKind.Enum:
      if (type.bits === 64) return undefined;
      return context.emit(type.isSigned ? Op.SignedToFloat : Op.UnsignedToFloat, [context.value(given)]);
    case TypeKind.Float32:
      return context.emit(Op.FloatPromote, [context.value(given)]);
    default:
      return undefined;
  }
}

function coerceToFloat32(context: Context, given: Operand, node: ts.Node): Value {
  const constant = numericConstant(given);
  if (constant !== undefined) return context.builder.float(constant.number, ValueType.F32);
  return given.type.kind === TypeKind.Float32 ? context.value(given) : refuseConversion(context, given, types.f32, node);
}

function coerceToEnum(context: Context, given: Operand, target: EnumType, node: ts.Node): Value {
  const { type } = given;
  const constant = numericConstant(given);
  const valueType = target.bits === 64 ? ValueType.I64 : ValueType.I32;
  if (constant !== undefined) {
    const value = fitInteger(constant, target.bits, target.isSigned) ?? fitInteger(constant, target.bits, !target.isSigned);
    if (value === undefined) return context.refuse(node, "TSM2003", String(constant.exact ?? constant.number), target.name);
    return context.builder.int(valueType, value);
  }
  if (type.kind === TypeKind.Enum && type.bits === target.bits) return context.value(given);
  if (type.kind === TypeKind.Integer && (type.bits === 64) === (target.bits === 64)) return context.value(given);
  if (type.kind === TypeKind.Integer && target.bits === 64)
    return context.emit(type.isSigned ? Op.SignExtend32 : Op.ZeroExtend32, [context.value(given)]);
  if (type.kind === TypeKind.Number && target.bits === 32) {
    return type.held === "f64" ? context.emit(Op.FloatToInt32, [context.value(given)]) : context.value(given);
  }
  return refuseConversion(context, given, target, node);
}

// Functions

function coerceToFunction(context: Context, given: Operand, target: FunctionType, node: ts.Node): Value {
  if (given.type.kind === TypeKind.ClassValue)
    return target.role === "any function" ? context.value(given) : constructorFunction(context, given, given.type, target, node);
  const code = target.role === undefined ? codeTypeOf(given.type) : undefined;
  if (code !== undefined) return context.value(codeOfObject(context, given, code, target, node));
  if (target.role === "any function" && codeTypeOf(given.type) !== undefined) return context.value(given);
  const generic = callSignatureOf(given.type);
  if (generic !== undefined && target.role !== "any function")
    return context.value(instanceOfGeneric(context, given, generic, target, node));
  if (given.type.kind !== TypeKind.Function) return refuseConversion(context, given, target, node);
  // Whatever function it is, nobody calls it as one.
  if (target.role === "any function") return context.value(given);
  if (given.type.role === "any function") return refuseConversion(context, given, target, node);
  if (haveSameSignature(given.type, target)) return context.value(given);
  const needsThis = given.type.takesThis && !target.takesThis && !mayBeAbsent(given.type.params[0]);
  if (needsThis && given.type.params[0].kind !== TypeKind.Unknown) return context.refuse(node, "TSM3023", node.getText());
  return adaptFunction(context, given, target, node);
}

// Null, undefined and other unions

function coerceToUnion(context: Context, given: Operand, target: UnionType, node: ts.Node): Value {
  const { type } = given;
  if (type.kind === TypeKind.Null || type.kind === TypeKind.Undefined || type.kind === TypeKind.Void) {
    if (!mayBeAbsent(target)) return refuseConversion(context, given, target, node);
    return type.kind === TypeKind.Null && tellsNullApart(target) ? context.nullObject() : absentValue(context, target);
  }
  if (type.kind === TypeKind.Union) return unionToUnion(context, given, type, target, node);
  const member = memberFor(given, target);
  if (member === undefined) return refuseConversion(context, given, target, node);
  return inject(context, coerce(context, given, member, node), member, target);
}

/** The member of the union that an operand becomes. */
function memberFor(given: Operand, target: UnionType): Type | undefined {
  const { type } = given;
  return (
    target.members.find((member) => member === type) ??
    target.members.find((member) => member.kind === type.kind && isAssignable(type, member)) ??
    target.members.find((member) => isWalked(type, member)) ??
    target.members.find((member) => isAssignable(type, member)) ??
    (type.kind === TypeKind.ClassValue ? target.members.find(isConstructor) : undefined) ??
    target.members.find(
      (member) =>
        isScalar(type) && isScalar(member) && (isAdaptable(given) ? constantFits(given, member) : member.kind === TypeKind.Number),
    ) ??
    (target.members.length === 1 ? target.members[0] : target.members.find((member) => member.kind === type.kind))
  );
}

export function constantFits(given: Operand, member: Type): boolean {
  const constant = numericConstant(given);
  if (constant === undefined) return false;
  return member.kind === TypeKind.Integer
    ? fitInteger(constant, member.bits, member.isSigned) !== undefined
    : member.kind === TypeKind.Number;
}

/** Takes a type out of a union that has it, or a member it is a subtype of. */
export function projectMember(context: Context, given: Operand, union: UnionType, target: Type, node: ts.Node): Value {
  const member =
    union.members.find((candidate) => candidate === target) ??
    union.members.find((candidate) => isAssignable(target, candidate) || isAssignable(candidate, target) || candidate.kind === target.kind);
  if (member === undefined) return refuseConversion(context, given, target, node);
  return project(context, context.value(given), union, member);
}

function unionToUnion(context: Context, given: Operand, from: UnionType, to: UnionType, node: ts.Node): Value {
  return isInUnion(from, to) ? context.value(given) : convertUnion(context, given, to, node);
}

/** Each possibility by itself: test, take it out, and convert that. */
export function convertUnion(context: Context, given: Operand, target: Type, node: ts.Node): Value {
  if (isIndistinct(context, given.type)) return convertIndistinct(context, given, target, node);
  const convert = (part: Operand): Operand => {
    if (isOfOtherKind(part.type, target) && isGrantedByConstraint(context, node)) {
      context.check(context.builder.int(ValueType.Bool, 0), PanicKind.Narrowing);
      context.builder.unreachable();
      return NEVER_OPERAND;
    }
    return operand(target, coerce(context, part, target, node));
  };
  return context.value(matchUnion(context, given, convert, node, target));
}

/** Whether no conversion leads from a text, number or truth value to what is wanted. */
function isOfOtherKind(part: Type, target: Type): boolean {
  const isPrimitive = part.kind === TypeKind.String || part.kind === TypeKind.Number || part.kind === TypeKind.Boolean;
  return isPrimitive && target.kind === TypeKind.Union && target.members.every(({ kind }) => kind !== part.kind && kind <= TypeKind.String);
}

/** Where `T[K]` is wanted TypeScript takes what its constraint allows: that the value is one of T's it takes for granted. */
function isGrantedByConstraint({ program }: Context, node: ts.Node): boolean {
  const wanted = ts.isExpression(node) ? program.checker.getContextualType(node) : undefined;
  return (
    wanted !== undefined && (wanted.isUnion() ? wanted.types : [wanted]).some((part) => (part.flags & ts.TypeFlags.IndexedAccess) !== 0)
  );
}

/** Objects whose types have no test between them stay what they are. */
function convertIndistinct(context: Context, given: Operand, target: Type, node: ts.Node): Value {
  const wanted = target.kind === TypeKind.Union ? target.members : [target];
  const members = given.type.kind === TypeKind.Union ? given.type.members : [];
  const isSame = members.every((member) => wanted.some((candidate) => isAssignable(member, candidate)));
  return isSame ? context.value(given) : refuseConversion(context, given, target, node);
}
