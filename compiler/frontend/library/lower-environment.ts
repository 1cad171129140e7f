// Environment: what is done with `process.env`, whose properties are the settings the program was started with, by any name, and with the
// headers of messages, which are alike.

import ts from "typescript";
import type { Context } from "../context.ts";
import type { Place } from "../expressions/lower-assignments.ts";
import { lowerExpression } from "../expressions/lower-expressions.ts";
import { callMember } from "../expressions/lower-members.ts";
import { textOf } from "../expressions/lower-strings.ts";
import { type Operand, operand } from "../operands.ts";
import { type Type, TypeKind, types, unionType } from "../types/types.ts";

/** Those of runtime/node, by the names of the library's types. */
const CLASSES = ["ProcessEnv", "IncomingHeaders"];

export function isEnvironment(context: Context, type: Type): boolean {
  return type.kind === TypeKind.Class && CLASSES.some((name) => type.declaration === context.program.libraryClass(name));
}

function settingNamed(name: string): Operand {
  return { type: types.string, value: 0, constant: name };
}

export function readSetting(context: Context, object: Operand, name: string | Operand, node: ts.Node): Operand {
  const key = typeof name === "string" ? settingNamed(name) : textOf(context, name, node);
  return callMember(context, object, "get", [key], node);
}

export function settingPlace(context: Context, object: Operand, name: string | Operand, node: ts.Node): Place {
  const held = operand(object.type, context.value(object));
  const key = typeof name === "string" ? settingNamed(name) : operand(types.string, context.value(textOf(context, name, node)));
  const type = unionType([types.string, types.undefined]);
  return {
    type,
    read: () => readSetting(context, held, key, node),
    write: (value) => void callMember(context, held, "set", [key, operand(type, value)], node),
  };
}

/** `name in process.env` */
export function hasSetting(context: Context, object: Operand, name: Operand, node: ts.Node): Operand {
  return callMember(context, object, "has", [textOf(context, name, node)], node);
}

/** `delete process.env.NAME`; undefined where something else is deleted. */
export function deleteSetting(context: Context, node: ts.DeleteExpression): Operand | undefined {
  const { expression } = node;
  if (!ts.isPropertyAccessExpression(expression) && !ts.isElementAccessExpression(expression)) return undefined;
  const type = context.program.checker.getTypeAtLocation(expression.expression);
  if (!CLASSES.includes(type.symbol?.name ?? "") || !isEnvironment(context, context.checkerType(expression.expression))) return undefined;
  const object = lowerExpression(context, expression.expression);
  const key = ts.isPropertyAccessExpression(expression)
    ? settingNamed(expression.name.text)
    : textOf(context, lowerExpression(context, expression.argumentExpression), node);
  callMember(context, object, "delete", [key], node);
  return { type: types.boolean, value: 0, constant: true };
}
