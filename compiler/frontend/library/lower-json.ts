// JSON: JSON.stringify, with names or a function that replaces values; lower-json-parts.ts writes the parts.

import ts from "typescript";
import { callCore, callDerived, callForInstance, type Derivation } from "../classes/derived-members.ts";
import { construct } from "../classes/lower-constructors.ts";
import type { Context } from "../context.ts";
import { checkPresent } from "../expressions/lower-expressions.ts";
import { callMember } from "../expressions/lower-members.ts";
import { matchUnion } from "../expressions/lower-unions.ts";
import { canHoldUndefined } from "../expressions/missing-elements.ts";
import { type Argument, evaluated } from "../functions/arguments.ts";
import { NULL_OPERAND, type Operand, operand } from "../operands.ts";
import type { Program } from "../program.ts";
import { anyObject, arrayType, functionType, mayBeUndefined, type Type, TypeKind, types } from "../types/types.ts";
import { convertNumber } from "./lower-conversions.ts";
import { jsonDerivation, valueInstead } from "./lower-json-parts.ts";

/** The ways of one program. */
interface Ways {
  /** Values as they are, or what their toJSON gives. */
  readonly plain: Derivation;
  /** What the function gives for a value, which it gets from its toJSON. */
  readonly replacing: Derivation;
  /** What such a function gave: nothing is asked of it, but what is inside is replaced. */
  readonly replaced: Derivation;
  /** Objects of unknown type, or what their toJSON gives. */
  readonly instead: Derivation;
}

const made = new WeakMap<Program, Ways>();

function waysOf(program: Program): Ways {
  const found = made.get(program);
  if (found !== undefined) return found;
  const plain = jsonDerivation(program, { name: "json", file: "json-text", inside: jsonOf });
  const replaced = jsonDerivation(program, { name: "replaced json", file: "json-replacing", inside: replacingJsonOf });
  const replacing: Derivation = { ...plain, name: "replacing json", ofValue: replaceValue };
  const ways: Ways = { plain, replaced, replacing, instead: { ...plain, name: "instead", result: types.unknown, ofValue, ofInstance } };
  made.set(program, ways);
  return ways;

  function ofValue(context: Context, given: Operand, writer: Operand, node: ts.Node): Operand {
    const instead = (part: Operand): Operand =>
      part.type === anyObject ? callForInstance(context, ways.instead, part, writer, node) : part;
    return matchUnion(context, given, instead, node, types.unknown);
  }

  function ofInstance(...[context, self, live, writer, node]: Parameters<Derivation["ofInstance"]>): Operand {
    const other = valueInstead(context, self, live, writer, node);
    return operand(types.unknown, other === undefined ? self : context.coerce(other, types.unknown, node));
  }
}

export function jsonOf(program: Program): Derivation {
  return waysOf(program).plain;
}

export function replacingJsonOf(program: Program): Derivation {
  return waysOf(program).replacing;
}

function replaceValue(context: Context, given: Operand, writer: Operand, node: ts.Node): Operand {
  const { instead, replaced } = waysOf(context.program);
  const { kind } = given.type;
  const isMachine = kind === TypeKind.Integer || kind === TypeKind.Float32;
  const shown = isMachine ? convertNumber(context, given, types.number, node) : given;
  const value = operand(types.unknown, context.coerce(shown, types.unknown, node));
  const other = callMember(context, writer, "replaced", [callDerived(context, instead, value, writer, node)], node);
  return callDerived(context, replaced, other, writer, node);
}

const replacer = functionType([types.string, types.unknown], types.unknown);

/** `JSON.stringify(value, names or replacer, gap)`. */
export function callJson(context: Context, name: string, args: readonly Argument[], node: ts.Node, expected?: Type): Operand {
  if (name !== "stringify") return context.refuse(node, "TSM9001", `JSON.${name}`);
  const given = args[0].lower();
  const choice = chosenValues(context, args[1]);
  const gap = gapText(context, args[2], node);
  const isReplacing = choice.type.kind === TypeKind.Function;
  const choices = isReplacing ? [NULL_OPERAND, choice] : [choice, NULL_OPERAND];
  const writer = createWriter(context, [gap, ...choices], node);
  const derivation = isReplacing ? replacingJsonOf(context.program) : jsonOf(context.program);
  const result = callDerived(context, derivation, given, writer, args[0].node);
  const isVague = given.type.kind === TypeKind.Unknown || given.type.kind === TypeKind.Function;
  if (!isReplacing && !isVague && !mayBeUndefined(given.type)) return operand(types.string, context.value(result));
  // TypeScript calls it a text, which it is but for undefined and functions.
  if (!ts.isExpression(node) || canHoldUndefined(context, node, expected)) return result;
  checkPresent(context, result);
  return context.narrow(result, types.string, node);
}

/** The JSON of a value on one line; undefined for what has none. */
export function jsonText(context: Context, given: Operand, node: ts.Node): Operand {
  return callDerived(context, jsonOf(context.program), given, createWriter(context, [text(""), NULL_OPERAND, NULL_OPERAND], node), node);
}

function createWriter(context: Context, parts: readonly Operand[], node: ts.Node): Operand {
  const args = parts.map((part) => evaluated(part, node));
  return construct(context, context.program.runtimeClass("JsonWriter"), args, node);
}

/** The names in a list, a function that replaces values, or null. */
function chosenValues(context: Context, argument: Argument | undefined): Operand {
  if (argument === undefined) return NULL_OPERAND;
  const seen = context.program.checker.getTypeAtLocation(argument.node);
  const isFunction = seen.getCallSignatures().length > 0;
  const given = argument.lower(isFunction ? replacer : arrayType(types.string));
  const { type } = given;
  if (type.kind === TypeKind.Null || type.kind === TypeKind.Undefined) return NULL_OPERAND;
  if (type.kind === TypeKind.Array && type.element.kind === TypeKind.String) return given;
  return operand(replacer, context.coerce(given, replacer, argument.node));
}

function gapText(context: Context, argument: Argument | undefined, node: ts.Node): Operand {
  const gap = argument?.lower();
  if (gap === undefined || gap.type.kind === TypeKind.Undefined) return text("");
  return gap.type.kind === TypeKind.String ? gap : callCore(context, "json-text", "gapOf", [gap], node);
}

function text(constant: string): Operand {
  return { type: types.string, value: 0, constant };
}
