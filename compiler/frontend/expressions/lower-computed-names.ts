// Computed names of properties, `{ ...state, [key]: value }`, where the key is known only when the program runs: it is one of the names
// that its type allows, and each of these properties has the value, or what it had before. In patterns they are read as `object[key]` is.

import ts from "typescript";
import { isOpenName, isWellKnownSymbol, memberKey } from "../classes/member-keys.ts";
import type { Context } from "../context.ts";
import { type Operand, operand, UNDEFINED_OPERAND } from "../operands.ts";
import { mayBeUndefined, type ObjectType, type Type, TypeKind, types, unionType, widened } from "../types/types.ts";
import { conditional } from "./lower-conditions.ts";
import { readElement } from "./lower-elements.ts";
import { lowerExpression } from "./lower-expressions.ts";
import { readMember } from "./lower-members.ts";
import { isNamed, readNamed, takenFor } from "./lower-named-access.ts";

/** What an object literal has under a name. */
export interface Part {
  readonly name: string;
  readonly given: Operand;
  readonly node: ts.Node;
  /** Whether undefined means that the property is not there. */
  readonly isMissable?: boolean;
}

/** Adds the property, if its name is not constant, to the parts of the literal; false for all others. */
export function addComputed(
  context: Context,
  property: ts.ObjectLiteralElementLike,
  wanted: ObjectType | undefined,
  parts: Map<string, Part>,
): boolean {
  const { name } = property;
  if (name === undefined || !ts.isComputedPropertyName(name) || !isOpenName(name)) return false;
  const { checker, converter } = context.program;
  if (!ts.isPropertyAssignment(property)) return context.refuse(name, "TSM3012", name.expression.getText());
  const names = converter.resolver.namesOf(checker.getTypeAtLocation(name.expression), context.environment);
  if (names === undefined || names.length === 0) return context.refuse(name, "TSM3010");
  const key = lowerExpression(context, name.expression);
  const held = key.constant === undefined ? operand(key.type, context.value(key)) : key;
  const wantedTypes = names.flatMap((each) => wanted?.properties().get(each)?.type ?? parts.get(each)?.given.type ?? []);
  const value = lowerExpression(context, property.initializer, wantedTypes.length === 0 ? undefined : unionType(wantedTypes.map(widened)));
  const [only] = names;
  if (names.length === 1) {
    if (wanted === undefined || wanted.properties().has(only)) parts.set(only, { name: only, given: value, node: property });
    return true;
  }
  const given = value.constant === undefined ? operand(value.type, context.value(value)) : value;
  for (const each of names) {
    const type = wanted?.properties().get(each)?.type ?? parts.get(each)?.given.type;
    if (wanted !== undefined && type === undefined) continue;
    parts.set(each, chosenPart(context, each, held, given, parts.get(each), type, property));
  }
  return true;
}

function chosenPart(
  context: Context,
  name: string,
  key: Operand,
  value: Operand,
  before: Part | undefined,
  type: Type | undefined,
  node: ts.Node,
): Part {
  const taken = (): Operand => (type === undefined ? value : takenFor(context, value, type, node));
  const own = type ?? value.type;
  const isMissable = before === undefined || before.isMissable === true;
  const expected = isMissable && !mayBeUndefined(own) ? unionType([own, UNDEFINED_OPERAND.type]) : own;
  const given = conditional(context, isNamed(context, key, name), taken, () => before?.given ?? UNDEFINED_OPERAND, node, expected);
  return { name, given, node, isMissable };
}

/** What a pattern takes by a name from an object, or by an index from an array. */
export function readMatched(context: Context, object: Operand, name: ts.PropertyName, node: ts.Node, mayBeMissing: boolean): Operand {
  if (ts.isComputedPropertyName(name) && isOpenName(name)) {
    const key = lowerExpression(context, name.expression);
    return readNamed(context, object, key, name.expression, node) ?? readElement(context, object, key, node, mayBeMissing);
  }
  lowerName(context, name);
  const member = memberKey(name);
  const { kind } = object.type;
  const isList = kind === TypeKind.Array || kind === TypeKind.Tuple || kind === TypeKind.TypedArray || kind === TypeKind.String;
  if (!isList || !INDEX.test(member)) return readMember(context, object, member, node);
  const index = Number(member);
  return readElement(
    context,
    object,
    { type: types.number, value: 0, constant: { exact: BigInt(index), number: index } },
    node,
    mayBeMissing,
  );
}

const INDEX = /^\d+$/;

/** Evaluates a computed name, for what happens then: which name comes of it is known. */
export function lowerName(context: Context, name: ts.PropertyName | undefined): void {
  if (name === undefined || !ts.isComputedPropertyName(name) || isWellKnownSymbol(name)) return;
  lowerExpression(context, name.expression);
}

/** The names that a pattern takes out of an object, which its rest does not have. */
export function takenName(context: Context, name: ts.PropertyName): string {
  if (!ts.isComputedPropertyName(name) || !isOpenName(name)) return memberKey(name);
  const names = context.program.converter.resolver.namesOf(context.program.checker.getTypeAtLocation(name.expression), context.environment);
  return names?.length === 1 ? names[0] : context.refuse(name, "TSM3012", name.expression.getText());
}
