// typeof: known from the type, or asked of the representation where a union leaves it open.

import type ts from "typescript";
import type { Context } from "./context.ts";
import { lowerExpression } from "./lower-expressions.ts";
import { matchUnion } from "./lower-unions.ts";
import type { Operand } from "./operands.ts";
import { type Type, TypeKind, types } from "./types.ts";

export function lowerTypeOf(context: Context, node: ts.TypeOfExpression): Operand {
  return typeName(context, lowerExpression(context, node.expression), node);
}

function typeName(context: Context, given: Operand, node: ts.Node): Operand {
  const constant = nameOf(given.type);
  if (constant !== undefined) return { type: types.string, value: 0, constant };
  return matchUnion(context, given, (part) => typeName(context, part, node), node, types.string);
}

/** Undefined where the type has values of several kinds. */
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
    case TypeKind.Union: {
      const names = new Set([
        ...type.members.map(nameOf),
        ...(type.hasNull ? ["object"] : []),
        ...(type.hasUndefined ? ["undefined"] : []),
      ]);
      return names.size === 1 ? [...names][0] : undefined;
    }
    case TypeKind.Unknown:
      return undefined;
    default:
      return "object";
  }
}
