// typeof: known from the type, or asked of the representation where a union leaves it open.

import ts from "typescript";
import type { Context } from "../context.ts";
import type { Operand } from "../operands.ts";
import { callSignatureOf } from "../types/function-roles.ts";
import { type Type, TypeKind, types } from "../types/types.ts";
import { lowerExpression } from "./lower-expressions.ts";
import { matchUnion } from "./lower-unions.ts";

export function lowerTypeOf(context: Context, node: ts.TypeOfExpression): Operand {
  return typeName(context, lowerExpression(context, node.expression), node);
}

/** `typeof x === "number"`: asked of the representation, without making the text; undefined for other comparisons. */
export function lowerTypeTest(context: Context, node: ts.BinaryExpression): Operand | undefined {
  const [question, answer] = ts.isTypeOfExpression(node.left) ? [node.left, node.right] : [node.right, node.left];
  const kind = node.operatorToken.kind;
  const isEqual = kind === ts.SyntaxKind.EqualsEqualsEqualsToken || kind === ts.SyntaxKind.EqualsEqualsToken;
  const isUnequal = kind === ts.SyntaxKind.ExclamationEqualsEqualsToken || kind === ts.SyntaxKind.ExclamationEqualsToken;
  if (!(isEqual || isUnequal) || !ts.isTypeOfExpression(question) || !ts.isStringLiteralLike(answer)) return undefined;
  const test = (given: Operand): Operand => {
    const name = nameOf(given.type);
    if (name === undefined && mayBeNamed(given.type, answer.text)) return matchUnion(context, given, test, node, types.boolean);
    return { type: types.boolean, value: 0, constant: (name === answer.text) === isEqual };
  };
  return test(lowerExpression(context, question.expression));
}

/** Whether values of the type may have that name. */
function mayBeNamed(type: Type, name: string): boolean {
  if (type.kind !== TypeKind.Union) return true;
  return (
    (type.hasNull && name === "object") ||
    (type.hasUndefined && name === "undefined") ||
    type.members.some((member) => nameOf(member) === name)
  );
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
    case TypeKind.Object:
      return callSignatureOf(type) === undefined && type.code === undefined ? "object" : "function";
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
