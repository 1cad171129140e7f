// Numbers of values: what `Number(value)` gives, and `+value`.
// Manual:     ECMA-262 "ToNumber".

import type ts from "typescript";
import { callCore } from "../classes/derived-members.ts";
import type { Context } from "../context.ts";
import { coerce } from "../expressions/conversions.ts";

import { conditional } from "../expressions/lower-conditions.ts";
import { callMember } from "../expressions/lower-members.ts";
import { textOf } from "../expressions/lower-strings.ts";
import { isMember, matchUnion } from "../expressions/lower-unions.ts";
import { primitiveOf } from "../expressions/primitives.ts";
import { type Operand, operand } from "../operands.ts";
import { isRuntimeClass } from "../statements/lower-iteration.ts";
import { anyObject, isHeapType, TypeKind, types } from "../types/types.ts";
import { convertNumber } from "./lower-conversions.ts";

/**
 * A value as `Number(value)` has it: texts as what they say, a date as its time, undefined as NaN; other objects as what they say that they
 * are, or as their text.
 */
export function toNumber(context: Context, given: Operand, node: ts.Node): Operand {
  const { type } = given;
  if (type.kind === TypeKind.Unknown && hasPrimitives(context)) return context.refuse(node, "TSM3008", type.name, "number");
  if (type.kind === TypeKind.Union || type.kind === TypeKind.Unknown)
    return matchUnion(context, given, (part) => materializedNumber(context, part, node), node, types.number);
  if (type.kind === TypeKind.String) return textNumber(context, given, node);
  if (type.kind === TypeKind.Null) return constantNumber(0);
  if (type.kind === TypeKind.Undefined) return constantNumber(Number.NaN);
  if (isRuntimeClass(context, type, "Date")) return callMember(context, given, "getTime", [], node);
  if (!isHeapType(type)) return convertNumber(context, given, types.number, node);
  // No text of a function is one of a number.
  if (type.kind === TypeKind.Function) return constantNumber(Number.NaN);
  if (type === anyObject) return objectNumber(context, given, node);
  const primitive = primitiveOf(context, given, "number", node);
  return toNumber(context, primitive === given ? textOf(context, given, node) : primitive, node);
}

/** Of an object of which nothing is known, and which says nothing of itself: a date's time, or what its text says. */
function objectNumber(context: Context, given: Operand, node: ts.Node): Operand {
  const date = context.program.runtimeClass("Date", [], node);
  const held = operand(given.type, context.value(given));
  return conditional(
    context,
    isMember(context, held, date),
    () => toNumber(context, operand(date, held.value), node),
    () => textNumber(context, textOf(context, held, node), node),
    node,
    types.number,
  );
}

function textNumber(context: Context, text: Operand, node: ts.Node): Operand {
  return callCore(context, "number-reading", "numberOfText", [text], node);
}

/** Whether the program has objects that say which number they are: of one of unknown type nobody knows. */
function hasPrimitives({ program }: Context): boolean {
  const own = program.loaded.files.filter((file) => !program.isRuntime(file));
  return own.some(({ text }) => /\bvalueOf\s*[(:=]|\bSymbol\.toPrimitive\b/.test(text));
}

function materializedNumber(context: Context, given: Operand, node: ts.Node): Operand {
  return operand(types.number, coerce(context, toNumber(context, given, node), types.number, node));
}

export function constantNumber(number: number): Operand {
  return { type: types.number, value: 0, constant: { exact: Number.isNaN(number) ? null : BigInt(number), number } };
}
