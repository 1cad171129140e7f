// Unions: which of its possibilities a value is, asked of its representation: the marks of absence, and the class of the object or box.
// Invariants: (1) objects of object types are told from everything else, but not from each other: no class belongs to one of them alone
//             (2) a value of type unknown is stored like a union of everything with null and undefined

import type ts from "typescript";
import type { Value } from "../../ir/function.ts";
import { ClassShape, type IrClass } from "../../ir/module.ts";
import { Op, PanicKind } from "../../ir/ops.ts";
import { ValueType } from "../../ir/types.ts";
import { noteSource } from "../classes/open-classes.ts";
import type { Context } from "../context.ts";
import { NEVER_OPERAND, NULL_OPERAND, type Operand, operand, UNDEFINED_OPERAND } from "../operands.ts";
import { hasTag } from "../tags.ts";
import { anyFunctionType } from "../types/function-roles.ts";
import { isOpenType } from "../types/open-types.ts";
import { isBoxedIn, memoryKindOf, tellsNullApart } from "../types/representation.ts";
import { anyObject, isHeapType, mayBeAbsent, type Type, TypeKind, types, type UnionType, unionType } from "../types/types.ts";
import { isAssignable, storesNullAlike } from "./conversions.ts";
import { branchWhere, conditional } from "./lower-conditions.ts";
import { isOneOfTuples } from "./lower-tuple-unions.ts";
import { isAbsent, project } from "./stored-members.ts";

/** One possibility of a union: how it is recognised, and the value as that. */
interface Part {
  test(): Value;
  take(): Operand;
}

/** Goes on with the value as each of its possibilities; the results are joined. A value of another type is its own only possibility. */
export function matchUnion(context: Context, given: Operand, use: (part: Operand) => Operand, node: ts.Node, expected?: Type): Operand {
  const { type } = given;
  if (type.kind !== TypeKind.Union && type.kind !== TypeKind.Unknown) return use(given);
  if (isIndistinct(context, type)) return context.refuse(node, "TSM3020", type.name);
  const held = operand(type, context.value(given));
  const parts = [
    ...absentParts(context, held),
    ...(type.kind === TypeKind.Union ? memberParts(context, held, type) : anyParts(context, held)),
  ];
  const choose = (index: number): Operand => {
    const part = parts[index];
    if (part === undefined) return operand(types.never, 0);
    if (index === parts.length - 1) return use(part.take());
    return conditional(
      context,
      part.test(),
      () => use(part.take()),
      () => choose(index + 1),
      node,
      expected,
    );
  };
  return choose(0);
}

function absentParts(context: Context, given: Operand): Part[] {
  const { type } = given;
  const isApart = tellsNullApart(type);
  const isZero = (): Value => context.emit(Op.Equal, [given.value, context.builder.nullRef()]);
  const isNull = (): Value => context.emit(Op.Equal, [given.value, context.nullObject()]);
  if (isApart) {
    return [
      { test: isZero, take: () => UNDEFINED_OPERAND },
      { test: isNull, take: () => NULL_OPERAND },
    ];
  }
  if (type.kind !== TypeKind.Union || !(type.hasNull || type.hasUndefined)) return [];
  return [{ test: () => isAbsent(context, given), take: () => (type.hasNull ? NULL_OPERAND : UNDEFINED_OPERAND) }];
}

function memberParts(context: Context, given: Operand, union: UnionType): Part[] {
  const open = union.members.filter(isOpen);
  // Tuples have one class above them all, and arrays of references another.
  const groups = new Map<number, Type[]>();
  for (const member of union.members) {
    if (isOpen(member)) continue;
    const index = classOf(context, member);
    groups.set(index, [...(groups.get(index) ?? []), member]);
  }
  const parts = [...groups.values()].map((group): Part => {
    const [first] = group;
    const take = group.length > 1 ? (): Value => given.value : (): Value => project(context, given.value, union, first);
    return { test: () => isMember(context, given, testedType(first, union)), take: () => operand(unionType(group), take()) };
  });
  // What is left when all else is tested is one of the object types.
  if (open.length > 0)
    parts.push({ test: () => context.builder.int(ValueType.Bool, 1), take: () => operand(unionType(open), given.value) });
  return parts;
}

/**
 * Panics where a value of the union is none of the type that the checker knows it to have: a field or a shared variable may have got
 * another since the test. Objects of object types are told from each other by their members only: those are asked for when they are read.
 */
export function checkStillIs(context: Context, given: Operand, union: UnionType, target: Type): void {
  const kept = target.kind === TypeKind.Union ? target.members : [target];
  const isOne = (member: Type, one: Type): boolean =>
    one === member || !(isOpen(one) || isOpen(member) || !(isAssignable(member, one) || isAssignable(one, member)));
  const isKept = (member: Type): boolean => kept.some((one) => isOne(member, one));
  const removed = union.members.filter((member) => !isKept(member));
  if (removed.length === 0 || kept.length === 0) return;
  for (const member of kept) {
    if (isOpen(member)) context.program.methods.doubt(member);
    // Lists of objects have one class: their elements are tested.
    else if (member.kind === TypeKind.Array) context.program.aliases.doubtElement(member.element);
  }
  const keptClasses = new Set(kept.filter((member) => !isOpen(member)).map((member) => classOf(context, member)));
  const isTold = (member: Type): boolean => !isOpen(member) && !keptClasses.has(classOf(context, member));
  const wrong = removed.filter((member) => isTold(member) && (member.kind !== TypeKind.Class || !kept.some(isOpen)));
  const tuples = removed.some(isTuple) ? kept.filter(isTuple) : [];
  if (wrong.length === 0 && tuples.length < kept.length) return;
  const held = operand(union, context.value(given));
  const test = (): void => {
    if (tuples.length === kept.length) {
      if (!removed.every(isTuple)) context.check(isMember(context, held, tuples[0]), PanicKind.Narrowing);
      context.check(isOneOfTuples(context, held, tuples), PanicKind.Narrowing);
      return;
    }
    const positive = removed.every(isTold) && kept.length === 1 && !isOpen(kept[0]);
    const answer = positive
      ? isMember(context, held, kept[0])
      : context.emit(Op.Equal, [isAnyOf(context, held, wrong), falseValue(context)]);
    context.check(answer, PanicKind.Narrowing);
  };
  if (mayBeAbsent(target)) branchWhere(context, isAbsent(context, held), () => undefined, test);
  else test();
}

function isTuple(member: Type): boolean {
  return member.kind === TypeKind.Tuple;
}

function isAnyOf(context: Context, given: Operand, members: readonly Type[]): Value {
  const answers = members.map((member) => isMember(context, given, member));
  return answers.reduce((left, right) => context.emit(Op.Select, [left, context.builder.int(ValueType.Bool, 1), right]));
}

function falseValue(context: Context): Value {
  return context.builder.int(ValueType.Bool, 0);
}

/** A promise may have been made as one of another type that is stored alike: what all promises have above them is tested. */
function testedType(member: Type, union: UnionType): Type {
  if (member.kind !== TypeKind.Class || !hasTag(member.declaration, "covariant")) return member;
  const isAlike = (other: Type): boolean => other.kind === TypeKind.Class && other.declaration === member.declaration;
  const parent = member.parent();
  return parent === null || parent.typeArguments.length > 0 || union.members.filter(isAlike).length > 1 ? member : parent;
}

/** A union as one with fewer members, which the checker's flow type says is enough. */
export function narrowUnion(context: Context, given: Operand, target: UnionType, node: ts.Node): Operand {
  const { type } = given;
  for (const member of target.members) noteSource(type, member);
  const isStoredAlike = type.kind === TypeKind.Union && memoryKindOf(type) === memoryKindOf(target) && storesNullAlike(type, target);
  const isBoxedAlike = isStoredAlike && target.members.every((member) => isBoxedIn(member, type) === isBoxedIn(member, target));
  const needsAdapter = type.kind === TypeKind.Union && type.members.some((member) => isOtherFunction(member, target));
  if ((isBoxedAlike && !needsAdapter) || isIndistinct(context, type)) return operand(target, context.value(given));
  const convert = (part: Operand): Operand => {
    // An object of which nothing else is known: the checker says that it is one of these.
    if (part.type === anyObject && target.members.some(isPlainObject)) return operand(target, context.value(part));
    if (isAmong(part.type, target) || isOtherFunction(part.type, target)) return operand(target, context.coerce(part, target, node));
    context.check(context.builder.int(ValueType.Bool, 0), PanicKind.Narrowing);
    context.builder.unreachable();
    return NEVER_OPERAND;
  };
  return matchUnion(context, given, convert, node, target);
}

/** A function that must be adapted to be one of those in the union. */
function isOtherFunction(part: Type, target: UnionType): boolean {
  if (part.kind !== TypeKind.Function || isAmong(part, target)) return false;
  return target.members.filter((member) => member.kind === TypeKind.Function).length === 1;
}

/** Neither a text nor a function, which are told apart from objects. */
function isPlainObject(member: Type): boolean {
  return isHeapType(member) && member.kind !== TypeKind.String && member.kind !== TypeKind.Function;
}

function isAmong(part: Type, target: UnionType): boolean {
  if (part.kind === TypeKind.Null) return target.hasNull;
  if (part.kind === TypeKind.Undefined) return target.hasUndefined;
  if (part.kind === TypeKind.Union) return part.members.some((member) => isAmong(member, target));
  return target.members.some((member) => member === part || isAssignable(part, member));
}

/** Whether the type is a union whose members have no test between them. */
export function isIndistinct(context: Context, type: Type): boolean {
  if (type.kind !== TypeKind.Union || type.hasNull || type.hasUndefined || type.members.length < 2) return false;
  return (
    type.members.every(isOpen) || (!type.members.some(isOpen) && new Set(type.members.map((member) => classOf(context, member))).size === 1)
  );
}

/** What a value of type unknown can be, as far as there are tests for it. */
function anyParts(context: Context, given: Operand): Part[] {
  const boxed = [types.number, types.boolean];
  const anyFunction = anyFunctionType();
  return [
    { test: () => isMember(context, given, types.string), take: () => operand(types.string, given.value) },
    ...boxed.map((type): Part => {
      return {
        test: () => isMember(context, given, type),
        take: () => operand(type, context.program.classes.unbox(context, type, given.value)),
      };
    }),
    { test: () => isMember(context, given, anyFunction), take: () => operand(anyFunction, given.value) },
    { test: () => context.builder.int(ValueType.Bool, 1), take: () => operand(anyObject, given.value) },
  ];
}

/** Whether instances of any class may be values of the type. */
function isOpen(member: Type): boolean {
  return member.kind === TypeKind.Object;
}

/** Whether a value, which is not absent, is of this member, by the class of its object. Requires: the member is not an object type. */
export function isMember(context: Context, given: Operand, member: Type): Value {
  if (isOpenType(member) && (member.kind === TypeKind.Array || member.kind === TypeKind.Tuple)) return isAnyList(context, given);
  return isOfClass(context, given, context.program.module.classes[classOf(context, member)]);
}

/** The same of what is stored as the member is: a promise may have been made as one of another type, and be seen as this one. */
export function isStoredAsMember(context: Context, given: Operand, member: Type): Value {
  const { classes, module } = context.program;
  if (member.kind !== TypeKind.Class || !hasTag(member.declaration, "covariant")) return isMember(context, given, member);
  const { irClass } = classes.layoutOf(member);
  return isOfClass(context, given, irClass.parent === null ? irClass : module.classes[irClass.parent]);
}

/** Whether it is a list or tuple of any type that another one can be seen as. */
function isAnyList(context: Context, given: Operand): Value {
  const { classes } = context.program;
  const stored = [types.unknown, types.number, types.boolean, unionType([types.boolean, types.undefined])];
  const bases = [...stored.map((element) => classes.arrayBase(element)), classes.baseOf("tuple", ClassShape.Instance)];
  const yes = context.builder.int(ValueType.Bool, 1);
  return bases.map((irClass) => isOfClass(context, given, irClass)).reduce((left, right) => context.emit(Op.Select, [left, yes, right]));
}

function isOfClass(context: Context, given: Operand, irClass: IrClass): Value {
  const first = context.builder.int(ValueType.I32, 0);
  const count = context.builder.int(ValueType.I32, 0);
  const id = context.emit(Op.ClassId, [given.value]);
  context.program.classes.numberLater(context.fn, first, count, irClass);
  return context.emit(Op.LessEqualUnsigned, [context.emit(Op.Subtract, [id, first]), count]);
}

/** The class whose instances, and those of the classes below it, are the values of the type; of what is no object its box. */
function classOf(context: Context, member: Type): number {
  const { classes, module } = context.program;
  switch (member.kind) {
    case TypeKind.String:
      return module.stringClass;
    case TypeKind.Class:
      return member.isPacked ? classes.boxClass(member) : classes.layoutOf(member).irClass.index;
    case TypeKind.Array:
      return classes.arrayBase(member.element).index;
    case TypeKind.TypedArray:
      return classes.typedArrayClass(member).index;
    case TypeKind.Function:
    case TypeKind.ClassValue:
      return classes.baseOf("closure", ClassShape.Closure).index;
    case TypeKind.Tuple:
      return classes.baseOf("tuple", ClassShape.Instance).index;
    default:
      return classes.boxClass(member);
  }
}
