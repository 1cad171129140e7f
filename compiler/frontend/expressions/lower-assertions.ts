// Assertions: values as the types that the program says they have, which is tested where the two differ.

import ts from "typescript";
import { Op, PanicKind } from "../../ir/ops.ts";
import { MemoryKind, ValueType } from "../../ir/types.ts";
import { assertedClass } from "../classes/class-values.ts";
import { isOpenName } from "../classes/member-keys.ts";
import { noteSource } from "../classes/open-classes.ts";
import type { Context } from "../context.ts";
import { elementsBehind } from "../library/lower-unknown-arrays.ts";
import { NEVER_OPERAND, type Operand, operand, VOID_OPERAND } from "../operands.ts";
import { isOpenType } from "../types/open-types.ts";
import { memoryKindOf } from "../types/representation.ts";
import { areDisjoint, classBehind, derivesFrom } from "../types/type-parts.ts";
import {
  type ArrayType,
  anyObject,
  type ClassType,
  isHeapType,
  mayBeAbsent,
  objectType,
  presentType,
  type TupleType,
  type Type,
  TypeKind,
  types,
  type UnionType,
} from "../types/types.ts";
import { coerce, isAssignable, isSubclass, refuseConversion } from "./conversions.ts";
import { narrowElements } from "./lower-arrays.ts";
import { lowerConditional } from "./lower-conditions.ts";
import { checkInstance, lowerExpression, narrowTo } from "./lower-expressions.ts";
import { checkLength, listAsserted } from "./lower-open-lists.ts";
import { isNewArray, tupleOfList } from "./lower-tuple-rests.ts";
import { isOneOfTuples } from "./lower-tuple-unions.ts";
import { isMember, isStoredAsMember, matchUnion, narrowUnion } from "./lower-unions.ts";

export function lowerAssertion(context: Context, node: ts.AsExpression | ts.TypeAssertion, expected: Type | undefined): Operand {
  if (ts.isConstTypeReference(node.type)) return lowerExpression(context, node.expression, expected);
  const target = context.typeOfNode(node.type);
  const { checker, methods } = context.program;
  const literal = literalAsUnknown(node.expression);
  if (literal !== undefined && target.kind === TypeKind.Tuple)
    return assertedAs(context, lowerExpression(context, literal, spreadsList(context, literal) ? undefined : target), target, literal);
  if (!checker.isTypeAssignableTo(checker.getTypeAtLocation(node.expression), checker.getTypeFromTypeNode(node.type)))
    methods.doubt(target);
  if (target.kind !== TypeKind.Never) return assertExpression(context, node.expression, target, node);
  // `as never` fits everywhere: the value is taken for what its place wants.
  const given = lowerExpression(context, node.expression, expected);
  return expected === undefined || expected.kind === TypeKind.Never ? given : assertedAs(context, given, expected, node);
}

/** An expression as the type; `(c ? a : b) as T` is `c ? a as T : b as T`. */
function assertExpression(context: Context, expression: ts.Expression, target: Type, node: ts.Node): Operand {
  if (ts.isParenthesizedExpression(expression)) return assertExpression(context, expression.expression, target, node);
  if (ts.isConditionalExpression(expression))
    return lowerConditional(context, expression, target, (side) => assertExpression(context, side, target, side));
  const hidden = target.kind === TypeKind.Function ? hiddenAsUnknown(expression) : undefined;
  if (hidden !== undefined) return assertFunction(context, lowerExpression(context, hidden), target, node);
  const object = isGenericClass(context, target) ? hiddenAsUnknown(expression) : undefined;
  if (object !== undefined) return assertObject(context, lowerExpression(context, object), target, node);
  const list = target.kind === TypeKind.Tuple ? hiddenAsUnknown(expression) : undefined;
  if (list !== undefined && isNewArray(context, list)) return assertedAs(context, lowerExpression(context, list), target, node);
  if (target.kind === TypeKind.Tuple && spreadsList(context, expression))
    return assertedAs(context, lowerExpression(context, expression), target, node);
  const given = lowerExpression(
    context,
    expression,
    ts.isObjectLiteralExpression(expression) ? withHidden(context, expression, target) : target,
  );
  // What generic code says of all types may be said in vain of one.
  return context.environment.key !== "" && areDisjoint(given.type, target)
    ? failedAssertion(context)
    : assertedAs(context, given, target, node);
}

/** Whether it is an array literal of which nobody knows how many elements it has: `[...text] as [string, string]`. */
function spreadsList({ program: { checker } }: Context, node: ts.Expression): boolean {
  if (!ts.isArrayLiteralExpression(node)) return false;
  return node.elements.some(
    (element) => ts.isSpreadElement(element) && !checker.isTupleType(checker.getTypeAtLocation(element.expression)),
  );
}

/** What is behind `x as unknown`. */
function hiddenAsUnknown(node: ts.Expression): ts.Expression | undefined {
  return ts.isAsExpression(node) && node.type.kind === ts.SyntaxKind.UnknownKeyword ? node.expression : undefined;
}

/** `f as unknown as F`: no value of unknown type tells how it is called, but what it was before does. */
function assertFunction(context: Context, given: Operand, target: Type, node: ts.Node): Operand {
  if (presentType(given.type).kind === TypeKind.Function) return operand(target, coerce(context, given, target, node));
  const isElse = given.type.kind !== TypeKind.Unknown && given.type.kind !== TypeKind.Union;
  if (isElse && context.environment.key !== "") return failedAssertion(context);
  return assertedAs(context, operand(types.unknown, coerce(context, given, types.unknown, node)), target, node);
}

/** Whether it is one of a generic class of the program, or how such are seen. */
function isGenericClass({ program }: Context, type: Type): boolean {
  const behind = classBehind(type);
  return behind.kind === TypeKind.Class && behind.typeArguments.length > 0 && !program.isRuntime(behind.declaration.getSourceFile());
}

/** `this as unknown as Query<T | U>`: an object of the class, seen with other type arguments. */
function assertObject(context: Context, given: Operand, target: Type, node: ts.Node): Operand {
  const behind = classBehind(target);
  const isSame = behind.kind === TypeKind.Class && classesAmong(given.type).some((one) => derivesFrom(one, behind.declaration));
  return assertedAs(context, isSame ? given : operand(types.unknown, coerce(context, given, types.unknown, node)), target, node);
}

function classesAmong(type: Type): ClassType[] {
  const members = type.kind === TypeKind.Union ? type.members : [type];
  return members.map(classBehind).filter((member) => member.kind === TypeKind.Class);
}

/** Whether one of several objects is of the class with type arguments that none of them has: `fields[name] as Field<T[K]>`. */
function isSeenOtherwise(type: UnionType, target: Type): boolean {
  if (target.kind !== TypeKind.Class || type.members.includes(target)) return false;
  return classesAmong(type).some((one) => derivesFrom(one, target.declaration) && !isAssignable(one, target));
}

/** The type with the properties that a literal has besides: they are there, though nobody sees them. */
function withHidden(context: Context, literal: ts.ObjectLiteralExpression, target: Type): Type {
  // What a name stands for that is known when the program runs, no type of the checker's tells.
  const isKnown = literal.properties.every(({ name }) => name === undefined || !ts.isComputedPropertyName(name) || !isOpenName(name));
  const own = target.kind === TypeKind.Object && isKnown ? context.checkerType(literal) : target;
  if (target.kind !== TypeKind.Object || own.kind !== TypeKind.Object) return target;
  const all = new Map([...own.properties(), ...target.properties()]);
  return all.size === target.properties().size ? target : objectType(`${target.id} with ${own.id}`, target.name, () => all);
}

/** The array literal of `[...] as unknown as T`: nobody has seen it as anything else. */
function literalAsUnknown(node: ts.Expression): ts.Expression | undefined {
  if (ts.isParenthesizedExpression(node)) return literalAsUnknown(node.expression);
  const isVague = ts.isAsExpression(node) && node.type.kind === ts.SyntaxKind.UnknownKeyword;
  return isVague && ts.isArrayLiteralExpression(node.expression) ? node.expression : undefined;
}

/** A value as the type that the program says it has, which is tested where that is possible. */
export function assertedAs(context: Context, given: Operand, target: Type, node: ts.Node): Operand {
  const { type } = given;
  if (type === target) return given;
  if (type.kind === TypeKind.Class && target.kind === TypeKind.Class && isSubclass(target, type)) {
    checkInstance(context, given, target);
    return operand(target, context.value(given));
  }
  if (type.kind === TypeKind.Object && target.kind === TypeKind.Class && !target.isPacked) {
    checkInstance(context, given, target);
    return operand(target, context.value(given));
  }
  if (type.kind === TypeKind.Object && target.kind === TypeKind.Object) {
    context.program.aliases.note(type, target);
    noteSource(type, target);
    return operand(target, context.value(given));
  }
  const list = listAmong(type, target);
  if (list !== undefined) return assertedAs(context, narrowTo(context, given, list, node, true), target, node);
  if (type.kind === TypeKind.Union && isSeenOtherwise(type, target)) return refuseConversion(context, given, target, node);
  if (type.kind === TypeKind.Union && (target.kind !== TypeKind.Union || !mayBeAbsent(target)))
    return narrowTo(context, given, target, node, true);
  if (type.kind === TypeKind.Unknown) return assertedKind(context, given, target, node);
  if (mayBeAbsent(target) && isOfClass(presentType(type)) && isOfClass(presentType(target)) && !isAssignable(type, target))
    return assertedIfPresent(context, given, target, node);
  if (type.kind === TypeKind.Union && target.kind === TypeKind.Union && target.members.every((member) => type.members.includes(member)))
    return narrowUnion(context, given, target, node);
  if (target.kind === TypeKind.ClassValue && isHeapType(type) && !isAssignable(type, target)) return assertedClass(context, given, target);
  const asserted = isList(target) ? assertedList(context, given, target, node) : undefined;
  return asserted ?? operand(target, coerce(context, given, target, node));
}

function isList(type: Type): type is ArrayType | TupleType {
  return type.kind === TypeKind.Array || type.kind === TypeKind.Tuple;
}

/** The one list that a value of the type can be, where another list is meant. */
function listAmong(type: Type, target: Type): Type | undefined {
  if (type.kind !== TypeKind.Union || !isList(target)) return undefined;
  const lists = type.members.filter(isList);
  return lists.length === 1 && !isAssignable(lists[0], target) ? lists[0] : undefined;
}

/** A list as one of another type: a new one as if it had been made so, another one as the same object. */
function assertedList(context: Context, given: Operand, target: ArrayType | TupleType, node: ts.Node): Operand | undefined {
  if (target.kind === TypeKind.Tuple) return tupleOfList(context, given, target, node) ?? listAsserted(context, given, target, node);
  const isNew = given.type.kind === TypeKind.Array && !isAssignable(given.type, target) && isNewArray(context, node);
  return isNew ? narrowElements(context, given, target, node as ts.Expression) : listAsserted(context, given, target, node);
}

function isOfClass({ kind }: Type): boolean {
  return kind === TypeKind.Class || kind === TypeKind.Object;
}

/** `found as Circle | undefined`: what is there is tested. */
function assertedIfPresent(context: Context, given: Operand, target: Type, node: ts.Node): Operand {
  const take = (part: Operand): Operand => {
    const isPresent = part.type.kind !== TypeKind.Null && part.type.kind !== TypeKind.Undefined;
    const meant = isPresent ? assertedAs(context, part, presentType(target), node) : part;
    return operand(target, coerce(context, meant, target, node));
  };
  return given.type.kind === TypeKind.Union ? matchUnion(context, given, take, node, target) : take(given);
}

/**
 * A value as another declaration of the same member has it. Where the two types differ it is tested when the program runs: TypeScript lets
 * a method take less than the interface says, and an assertion promises more of a result. Lists are others only through the view of an open
 * class.
 */
export function takenAs(context: Context, given: Operand, target: Type, node: ts.Node, isView = false): Operand {
  const { kind } = given.type;
  const isVague = kind === TypeKind.Union || kind === TypeKind.Unknown || isOfClass(given.type) || (isView && isList(given.type));
  const isKept = !isVague || target.kind === TypeKind.Void || target.kind === TypeKind.Unknown || isAssignable(given.type, target);
  if (isKept) return given;
  const isInCell = given.type.kind === TypeKind.Union && memoryKindOf(given.type) !== MemoryKind.Ref;
  if (!isInCell || memoryKindOf(target) !== MemoryKind.Ref) return assertedAs(context, given, target, node);
  // What is stored in a cell of its own, as a number that may be missing, has no class to ask for.
  const take = (part: Operand): Operand => operand(target, coerce(context, takenAs(context, part, target, node), target, node));
  return matchUnion(context, given, take, node, target);
}

/** A value of type unknown as what the program says it is, which is tested. */
export function assertedKind(context: Context, given: Operand, target: Type, node: ts.Node): Operand {
  if (target.kind === TypeKind.Union) return assertedMember(context, given, target, node);
  if (target.kind === TypeKind.ClassValue) return assertedClass(context, given, target);
  const primitive = primitiveOf(target);
  if (primitive === undefined && !isTestable(target)) return operand(target, coerce(context, given, target, node));
  const take = (part: Operand): Operand => {
    if (primitive === undefined && part.type === anyObject) return testedObject(context, part, target, node);
    if (part.type === primitive) return part.type === target ? part : operand(target, coerce(context, part, target, node));
    return failedAssertion(context);
  };
  return matchUnion(context, given, take, node, target);
}

/** The same for one of several types: an object is tested by its class, where none of them is an object type, which any class may have. */
function assertedMember(context: Context, given: Operand, target: UnionType, node: ts.Node): Operand {
  const held = operand(given.type, context.value(given));
  const testable = target.members.filter((member) => isTestable(member));
  const test = (part: Operand): Operand => {
    if (part.type === anyObject && testable.length > 0) testAmong(context, part, testable);
    return VOID_OPERAND;
  };
  if (given.type.kind === TypeKind.Unknown) matchUnion(context, held, test, node, types.void);
  return narrowUnion(context, held, target, node);
}

function testAmong(context: Context, given: Operand, members: readonly Type[]): void {
  const isOpen = members.some((member) => member.kind === TypeKind.Object);
  for (const member of members) {
    if (isOpen) context.program.methods.doubt(member);
    else if (member.kind === TypeKind.Array) context.program.aliases.doubtElement(member.element);
  }
  if (isOpen) return;
  const answers = members.map((member) => isStoredAsMember(context, given, member));
  const yes = context.builder.int(ValueType.Bool, 1);
  const isOne = answers.reduce((left, right) => context.emit(Op.Select, [left, yes, right]));
  context.check(isOne, PanicKind.Narrowing);
}

/** What a value of the type is behind unknown, where it is no object. */
function primitiveOf(target: Type): Type | undefined {
  switch (target.kind) {
    case TypeKind.Enum:
      return target.bits === 32 ? types.number : undefined;
    case TypeKind.Number:
    case TypeKind.Boolean:
    case TypeKind.String:
    case TypeKind.Null:
    case TypeKind.Undefined:
      return target;
    default:
      return undefined;
  }
}

/** Whether the class of an object tells that it is a value of the type. */
function isTestable(target: Type): boolean {
  if (target.kind === TypeKind.Class) return !target.isPacked;
  const { kind } = target;
  return kind === TypeKind.Object || kind === TypeKind.Array || kind === TypeKind.Tuple || kind === TypeKind.TypedArray;
}

/** An object as one of the type. Elements of lists and members of object types are tested where they are read. */
export function testedObject(context: Context, given: Operand, target: Type, node: ts.Node): Operand {
  if (target.kind === TypeKind.Array && target.element === types.unknown) return elementsBehind(context, given, node);
  if (target.kind === TypeKind.Array || target.kind === TypeKind.Tuple || target.kind === TypeKind.TypedArray) {
    const held = operand(given.type, context.value(given));
    context.check(isMember(context, held, target), PanicKind.Narrowing);
    if (target.kind === TypeKind.Tuple && isOpenType(target)) checkLength(context, held, target);
    else if (target.kind === TypeKind.Tuple) context.check(isOneOfTuples(context, held, [target]), PanicKind.Narrowing);
    if (target.kind === TypeKind.Array) context.program.aliases.doubtElement(target.element);
    context.program.methods.doubt(target);
    return operand(target, held.value);
  }
  checkInstance(context, given, target);
  context.program.methods.doubt(target);
  return operand(target, context.value(given));
}

/** What is there instead of a value that cannot be what it is taken for. */
export function failedAssertion(context: Context): Operand {
  context.check(context.builder.int(ValueType.Bool, 0), PanicKind.Narrowing);
  context.builder.unreachable();
  return NEVER_OPERAND;
}
