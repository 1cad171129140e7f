// Spread members: what `...source` adds to an object literal, also where the source may be nothing: `...(wanted && { name })`.
// Manual:     ECMA-262 "CopyDataProperties".

import ts from "typescript";
import { Op, PanicKind } from "../../ir/ops.ts";
import { ValueType } from "../../ir/types.ts";
import type { FieldLayout } from "../classes/classes.ts";
import { listedFields, listedName } from "../classes/error-cells.ts";
import { Context } from "../context.ts";
import { ownKeys } from "../library/lower-keys.ts";
import { type Operand, operand, UNDEFINED_OPERAND } from "../operands.ts";
import { mayBeAbsent, type Type, TypeKind, types, unionType, widened, withoutUndefined } from "../types/types.ts";
import { lowerEquality } from "./lower-comparisons.ts";
import { branchWhere, conditional } from "./lower-conditions.ts";
import { readField, readMember } from "./lower-members.ts";
import { arrayLength } from "./lower-open-lists.ts";
import { matchUnion, narrowUnion } from "./lower-unions.ts";

interface SpreadMember {
  readonly name: string;
  readonly given: Operand;
  /** Whether undefined means that the source has no such property. */
  readonly isMissable: boolean;
}

/** The properties of the source; `before` tells what the literal has had under a name, which stays where the source has none. */
export function spreadMembers(
  context: Context,
  source: Operand,
  before: (name: string) => { readonly given: Operand; readonly isMissable?: boolean } | undefined,
  node: ts.Node,
): SpreadMember[] {
  const held = operand(source.type, context.value(source));
  const objects = objectTypes(held.type);
  if (held.type.kind === TypeKind.Unknown) refuseHidden(context, held, node);
  if (objects.length === 0) return isNothing(held.type) ? [] : context.refuse(node, "TSM9001", `spreading ${held.type.name}`);
  const mayBeNothing = mayBeAbsent(held.type) || (held.type.kind === TypeKind.Union && objects.length < held.type.members.length);
  const names = new Set(objects.flatMap((type) => memberNames(context, type)));
  return [...names].map((name) => {
    const read = (inner: Context, part: Operand): Operand => readOwn(inner, part, name, node);
    const given = mayBeNothing ? readWhereThere(context, held, read, node) : read(context, held);
    const isMissable = mayBeNothing || objects.some((type) => isOptionalIn(context, type, name));
    const instead = before(name);
    if (!isMissable || instead === undefined) return { name, given, isMissable };
    return { name, given: partOrOther(context, given, instead.given, node), isMissable: instead.isMissable === true };
  });
}

/** Those of the types that a value may have whose values have properties. */
export function objectTypes(type: Type): Type[] {
  const members = type.kind === TypeKind.Union ? type.members : [type];
  return members.filter(({ kind }) => kind === TypeKind.Object || kind === TypeKind.Class);
}

/** What nothing is known of, as an `object`, is spread where it has no properties; one that has some panics. */
function refuseHidden(context: Context, held: Operand, node: ts.Node): void {
  const check = (): void => {
    const names = ownKeys(context, held, node);
    const count = arrayLength(context, context.value(names), names.type);
    context.check(context.emit(Op.Equal, [count, context.builder.int(ValueType.I32, 0)]), PanicKind.Conversion);
  };
  const isNullish = lowerEquality(context, ts.SyntaxKind.EqualsEqualsToken, held, UNDEFINED_OPERAND, node);
  branchWhere(context, context.value(isNullish), () => undefined, check);
}

/** Of what is left of `wanted && { name }` when there is nothing to add: null, undefined, and the falsy values of scalars and texts. */
function isNothing(type: Type): boolean {
  if (type.kind === TypeKind.Unknown) return true;
  const members = type.kind === TypeKind.Union ? type.members : [type];
  const kinds = [TypeKind.Null, TypeKind.Undefined, TypeKind.Boolean, TypeKind.Number, TypeKind.String, TypeKind.Never];
  return members.every(({ kind }) => kinds.includes(kind));
}

export function memberNames(context: Context, type: Type): string[] {
  if (type.kind === TypeKind.Object && type.view !== undefined) return memberNames(context, type.view);
  if (type.kind === TypeKind.Object) return [...type.properties().keys()];
  if (type.kind !== TypeKind.Class) return [];
  const fields = listedFields(context.program.classes.layoutOf(type).fields);
  return fields.flatMap(({ name }) => (name.startsWith("#") ? [] : [name]));
}

/** Whether the type says that an object may be without the property. */
export function isOptionalIn(context: Context, type: Type, name: string): boolean {
  if (type.kind === TypeKind.Object) return type.properties().get(name)?.isOptional !== false;
  return nameGiven(context, type, name) !== undefined;
}

/** The name that an error may have been given, which a class of the library gives otherwise. */
function nameGiven(context: Context, type: Type, name: string): FieldLayout | undefined {
  if (name !== "name" || type.kind !== TypeKind.Class) return undefined;
  return listedName(context.program.classes.layoutOf(type).fields);
}

export function readOwn(context: Context, part: Operand, name: string, node: ts.Node): Operand {
  const given = nameGiven(context, part.type, name);
  return given === undefined ? readMember(context, part, name, node) : readField(context, part, given);
}

/** The property if the source is one of the objects; undefined if it is nothing. */
function readWhereThere(context: Context, held: Operand, read: (inner: Context, part: Operand) => Operand, node: ts.Node): Operand {
  const objects = unionType(objectTypes(held.type));
  const scratch = Context.scratch(context.program, context.environment);
  const wanted = unionType([widened(read(scratch, operand(objects, scratch.builder.nullRef())).type), types.undefined]);
  const choose = (part: Operand): Operand => (objectTypes(part.type).length > 0 ? read(context, part) : UNDEFINED_OPERAND);
  return matchUnion(context, held, choose, node, wanted);
}

/** What a spread gives a property; where it has none, what was there before. */
function partOrOther(context: Context, part: Operand, before: Operand, node: ts.Node): Operand {
  const present = withoutUndefined(part.type);
  if (present.kind === TypeKind.Never) return before;
  const isMissing = context.value(lowerEquality(context, ts.SyntaxKind.EqualsEqualsEqualsToken, part, UNDEFINED_OPERAND, node));
  const given = (): Operand =>
    present.kind === TypeKind.Union ? narrowUnion(context, part, present, node) : context.narrow(part, present, node);
  return conditional(context, isMissing, () => before, given, node);
}
