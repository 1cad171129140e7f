// typeof: known from the type, or asked of the representation where a union leaves it open.

import ts from "typescript";
import type { Context } from "./context.ts";
import { isAbsent } from "./conversions.ts";
import { conditional } from "./lower-conditions.ts";
import { lowerExpression } from "./lower-expressions.ts";
import { type Operand } from "./operands.ts";
import { presentType, type Type, TypeKind, types } from "./types.ts";

export function lowerTypeOf(context: Context, node: ts.TypeOfExpression): Operand {
  const given = lowerExpression(context, node.expression);
  const known = nameOf(given.type);
  if (known !== undefined) return text(known);
  const present = presentType(given.type);
  const name = nameOf(present);
  if (given.type.kind !== TypeKind.Union || name === undefined) return context.refuse(node, "TSM9001", `typeof ${given.type.name}`);
  const absent = given.type.hasNull ? "object" : "undefined";
  return conditional(context, isAbsent(context, given), () => text(absent), () => text(name), node, types.string);
}

function text(constant: string): Operand {
  return { type: types.string, value: 0, constant };
}

function nameOf(type: Type): string | undefined {
  switch (type.kind) {
    case TypeKind.Boolean: return "boolean";
    case TypeKind.Integer: case TypeKind.Number: case TypeKind.Enum: case TypeKind.Float32: return "number";
    case TypeKind.String: return "string";
    case TypeKind.Function: case TypeKind.ClassValue: return "function";
    case TypeKind.Undefined: case TypeKind.Void: return "undefined";
    case TypeKind.Null: case TypeKind.Class: case TypeKind.Object: case TypeKind.Array: case TypeKind.TypedArray: case TypeKind.Tuple: return "object";
    default: return undefined;
  }
}
