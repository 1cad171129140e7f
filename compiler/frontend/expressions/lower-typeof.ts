// typeof: known from the type, or asked of the representation where a union leaves it open.

import ts from "typescript";
import { Op } from "../../ir/ops.ts";
import { ValueType } from "../../ir/types.ts";
import type { Context } from "../context.ts";
import { type Operand, operand } from "../operands.ts";
import type { Program } from "../program.ts";
import { hasTag } from "../tags.ts";
import { callSignatureOf } from "../types/function-roles.ts";
import { anyObject, type Type, TypeKind, types } from "../types/types.ts";
import { conditional } from "./lower-conditions.ts";
import { lowerExpression } from "./lower-expressions.ts";
import { isMember, matchUnion } from "./lower-unions.ts";

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
  return testName(context, lowerExpression(context, question.expression), answer.text, isEqual, node);
}

/** Whether `typeof` the value is that name, or is not. */
export function testName(context: Context, given: Operand, wanted: string, isEqual: boolean, node: ts.Node): Operand {
  const name = nameOf(given.type);
  if (mayBeSymbol(context, given.type) && (wanted === "object" || wanted === "symbol")) {
    const isSymbol = isMember(context, given, context.program.runtimeClass("Symbol"));
    const no = context.builder.int(ValueType.Bool, 0);
    return operand(types.boolean, (wanted === "symbol") === isEqual ? isSymbol : context.emit(Op.Equal, [isSymbol, no]));
  }
  if (name === undefined && mayBeNamed(given.type, wanted))
    return matchUnion(context, given, (part) => testName(context, part, wanted, isEqual, node), node, types.boolean);
  return { type: types.boolean, value: 0, constant: (name === wanted) === isEqual };
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

const CALLS_SYMBOL = /\bSymbol\s*(?:\(|\.\s*for\b)/;
const makers = new WeakMap<Program, boolean>();

/** Whether what is known to be some object may be a symbol: most programs make none. */
function mayBeSymbol({ program }: Context, type: Type): boolean {
  if (type !== anyObject) return false;
  const known = makers.get(program);
  if (known !== undefined) return known;
  const found = program.loaded.files.some((file) => !program.isRuntime(file) && CALLS_SYMBOL.test(file.text));
  makers.set(program, found);
  return found;
}

function typeName(context: Context, given: Operand, node: ts.Node): Operand {
  if (mayBeSymbol(context, given.type)) {
    const named = (constant: string): Operand => ({ type: types.string, value: 0, constant });
    const isSymbol = isMember(context, given, context.program.runtimeClass("Symbol"));
    return conditional(
      context,
      isSymbol,
      () => named("symbol"),
      () => named("object"),
      node,
      types.string,
    );
  }
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
    case TypeKind.Class:
      return hasTag(type.declaration, "symbol") ? "symbol" : "object";
    default:
      return "object";
  }
}
