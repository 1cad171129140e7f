// Function properties: `Object.assign` of a function: one that is written there has a place for each property, and around any other
// function, one that calls it is made. Functions among the properties do not own the function that has them: see bound-functions.ts.

import ts from "typescript";
import type { ClassLayout, FieldLayout } from "../classes/classes.ts";
import { memberKey } from "../classes/member-keys.ts";
import type { Context } from "../context.ts";
import { coerce } from "../expressions/conversions.ts";
import { lowerExpression } from "../expressions/lower-expressions.ts";
import { placeOfMember } from "../expressions/lower-members.ts";
import type { Argument } from "../functions/arguments.ts";
import { setBoundFunction } from "../functions/bound-functions.ts";
import { constantOfObject, functionObjectAround, functionObjectClass } from "../functions/function-objects.ts";
import { type Operand, operand } from "../operands.ts";
import { memoryKindOf } from "../types/representation.ts";
import { type ObjectType, TypeKind } from "../types/types.ts";
import { assignMembers } from "./lower-object-functions.ts";

export function assignToFunction(context: Context, args: readonly Argument[], type: ObjectType, node: ts.Node): Operand {
  const lowered = args[0].lower(type);
  const given = operand(lowered.type, context.value(lowered));
  const isAlone = given.type.kind === TypeKind.Function;
  const target = isAlone ? functionObjectAround(context, given, type, node) : given;
  const layout =
    given.type.kind === TypeKind.Function
      ? functionObjectClass(context, type, [memoryKindOf(given.type)], given.type)
      : context.functionObjects.get(withoutParentheses(args[0].node));
  const constant = constantOfObject(withoutParentheses(args[0].node));
  const symbol = constant === undefined ? undefined : context.program.symbolOf(constant);
  for (const source of args.slice(1)) {
    const literal = plainLiteral(source.node);
    if (literal === undefined || layout === undefined) assignMembers(context, target, [source], node);
    else for (const part of literal.properties) assignPart(context, target, layout, part, symbol ?? null);
  }
  return operand(type, context.coerce(target, type, node));
}

function withoutParentheses(node: ts.Node): ts.Node {
  return ts.isParenthesizedExpression(node) ? withoutParentheses(node.expression) : node;
}

/** A literal that is only copied. */
function plainLiteral(node: ts.Node): ts.ObjectLiteralExpression | undefined {
  const inner = withoutParentheses(node);
  if (!ts.isObjectLiteralExpression(inner)) return undefined;
  const isPlain = ({ name }: ts.ObjectLiteralElementLike): boolean => name !== undefined && !ts.isComputedPropertyName(name);
  return inner.properties.every((part) => isPlain(part) && !ts.isAccessor(part)) ? inner : undefined;
}

function assignPart(
  context: Context,
  target: Operand,
  layout: ClassLayout,
  part: ts.ObjectLiteralElementLike,
  symbol: ts.Symbol | null,
): void {
  const name = part.name === undefined ? "" : memberKey(part.name);
  const field = layout.fields.get(name);
  const value = ts.isPropertyAssignment(part) ? part.initializer : part;
  if (field !== undefined && isFunction(value)) return assignFunction(context, target, field, value, symbol);
  const place = placeOfMember(context, target, name, part);
  const given = lowerExpression(context, ts.isExpression(value) ? value : (part.name as ts.Identifier), place.type);
  place.write(coerce(context, given, place.type, part));
}

type PropertyFunction = ts.ArrowFunction | ts.FunctionExpression | ts.MethodDeclaration;

function isFunction(node: ts.Node): node is PropertyFunction {
  return ts.isArrowFunction(node) || ts.isFunctionExpression(node) || ts.isMethodDeclaration(node);
}

/** A method has the function as `this`; any of them may know it by the name of its constant. */
function assignFunction(context: Context, target: Operand, field: FieldLayout, node: PropertyFunction, symbol: ts.Symbol | null): void {
  const outer = context.self;
  const isThis = ts.isMethodDeclaration(node);
  if (isThis) context.self = target;
  setBoundFunction(context, node, { object: target, isThis, name: symbol }, field.type, field.field);
  context.self = outer;
}
