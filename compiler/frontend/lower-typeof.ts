// typeof: known from the type, or asked of the representation where a union leaves it open.

import type ts from "typescript";
import type { Context } from "./context.ts";
import { isAbsent } from "./conversions.ts";
import { conditional } from "./lower-conditions.ts";
import { lowerExpression } from "./lower-expressions.ts";
import { isUndefined } from "./lower-instances.ts";
import { isMember } from "./lower-strings.ts";
import type { Operand } from "./operands.ts";
import { mayBeAbsent, presentType, type Type, TypeKind, types } from "./types.ts";

export function lowerTypeOf(context: Context, node: ts.TypeOfExpression): Operand {
  const given = lowerExpression(context, node.expression);
  const known = nameOf(given.type);
  if (known !== undefined) return text(known);
  const present = presentType(given.type);
  const name = nameOf(present);
  if (given.type.kind === TypeKind.Unknown) {
    return conditional(
      context,
      isUndefined(context, given),
      () => text("undefined"),
      () => chain(context, given, [types.string, types.number, types.boolean], "object", node),
      node,
      types.string,
    );
  }
  if (given.type.kind === TypeKind.Union && !mayBeAbsent(given.type)) return chain(context, given, given.type.members, undefined, node);
  if (given.type.kind !== TypeKind.Union || name === undefined) return context.refuse(node, "TSM9001", `typeof ${given.type.name}`);
  const absent = given.type.hasNull ? "object" : "undefined";
  return conditional(
    context,
    isAbsent(context, given),
    () => text(absent),
    () => text(name),
    node,
    types.string,
  );
}

/** Tests one possibility after the other, by the class of the object or box. */
function chain(context: Context, given: Operand, members: readonly Type[], otherwise: string | undefined, node: ts.Node): Operand {
  const [first, ...rest] = members;
  if (first === undefined) return text(otherwise ?? "object");
  const name = nameOf(first);
  if (name === undefined) return context.refuse(node, "TSM9001", `typeof ${given.type.name}`);
  if (rest.length === 0 && otherwise === undefined) return text(name);
  return conditional(
    context,
    isMember(context, given, first, node),
    () => text(name),
    () => chain(context, given, rest, otherwise, node),
    node,
    types.string,
  );
}

function text(constant: string): Operand {
  return { type: types.string, value: 0, constant };
}

function nameOf(type: Type): string | undefined {
  switch (type.kind) {
    case TypeKind.Boolean:
      return "boolean";
    case TypeKind.Integer:
    case TypeKind.Number:
    case TypeKind.Enum:
    case TypeKind.Float32:
      return "number";
    case TypeKind.String:
      return "string";
    case TypeKind.Function:
    case TypeKind.ClassValue:
      return "function";
    case TypeKind.Undefined:
    case TypeKind.Void:
      return "undefined";
    case TypeKind.Null:
    case TypeKind.Class:
    case TypeKind.Object:
    case TypeKind.Array:
    case TypeKind.TypedArray:
    case TypeKind.Tuple:
      return "object";
    default:
      return undefined;
  }
}
