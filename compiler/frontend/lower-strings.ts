// Strings: concatenation, templates, and the text of values by their static type.

import type ts from "typescript";
import type { Value } from "../ir/function.ts";
import { Op } from "../ir/ops.ts";
import { ValueType } from "../ir/types.ts";
import type { Context } from "./context.ts";
import { isAbsent } from "./conversions.ts";
import { callBuiltIn } from "./lower-built-ins.ts";
import { conditional } from "./lower-conditions.ts";
import { lowerExpression } from "./lower-expressions.ts";
import { callMember } from "./lower-members.ts";
import { type Operand, operand } from "./operands.ts";
import { presentType, type Type, TypeKind, types } from "./types.ts";

export function concatenate(context: Context, left: Operand, right: Operand, node: ts.Node): Operand {
  const a = textOf(context, left, node);
  const b = textOf(context, right, node);
  if (typeof a.constant === "string" && typeof b.constant === "string") return text(a.constant + b.constant);
  if (a.constant === "") return b;
  if (b.constant === "") return a;
  context.at(node);
  return operand(types.string, context.callRuntime("stringConcat", [context.value(a), context.value(b)]));
}

function text(constant: string): Operand {
  return { type: types.string, value: 0, constant };
}

export function lowerTemplate(context: Context, node: ts.TemplateExpression): Operand {
  let result: Operand = text(node.head.text);
  for (const span of node.templateSpans) {
    result = concatenate(context, result, lowerExpression(context, span.expression), span.expression);
    result = concatenate(context, result, text(span.literal.text), span);
  }
  return result;
}

/** The operand as a string, as a template converts it. */
export function textOf(context: Context, given: Operand, node: ts.Node): Operand {
  const { type, constant } = given;
  if (type.kind === TypeKind.String) return given;
  if (typeof constant === "boolean") return text(String(constant));
  if (typeof constant === "object" && type.kind === TypeKind.Number) return text(String(constant.number));
  if (typeof constant === "object" && constant.exact !== null) return text(String(constant.exact));
  switch (type.kind) {
    case TypeKind.Null:
      return text("null");
    case TypeKind.Undefined:
    case TypeKind.Void:
      return text("undefined");
    case TypeKind.Union:
      return unionText(context, given, node);
    case TypeKind.Class:
    case TypeKind.Object:
      return objectText(context, given, node);
    case TypeKind.Array:
    case TypeKind.TypedArray:
      return callBuiltIn(context, given, "join", [], node);
    default:
      return operand(types.string, scalarText(context, given, node));
  }
}

function scalarText(context: Context, given: Operand, node: ts.Node): Value {
  const { type } = given;
  const value = context.value(given);
  switch (type.kind) {
    case TypeKind.Boolean:
      return context.callRuntime("boolToString", [value]);
    case TypeKind.Number:
      if (type.held === "f64") return context.callRuntime("numberToString", [value]);
      return integerText(context, value, type.held === "i32", 32);
    case TypeKind.Integer:
      return integerText(context, value, type.isSigned, type.bits);
    case TypeKind.Enum:
      return integerText(context, value, type.isSigned, type.bits);
    case TypeKind.Float32:
      return context.callRuntime("numberToString", [context.emit(Op.FloatPromote, [value])]);
    default:
      return context.refuse(node, "TSM3008", type.name, "string");
  }
}

function integerText(context: Context, value: Value, isSigned: boolean, bits: number): Value {
  const wide = bits === 64 ? value : context.emit(isSigned ? Op.SignExtend32 : Op.ZeroExtend32, [value]);
  return context.callRuntime(isSigned ? "signedToString" : "unsignedToString", [wide]);
}

function unionText(context: Context, given: Operand, node: ts.Node): Operand {
  const present = presentType(given.type);
  if (given.type.kind !== TypeKind.Union || present.kind === TypeKind.Never) return text("undefined");
  const absent = given.type.hasNull ? "null" : "undefined";
  if (given.type.hasNull && given.type.hasUndefined) return context.refuse(node, "TSM3017");
  if (!given.type.hasNull && !given.type.hasUndefined) return memberText(context, given, [...given.type.members], node);
  return conditional(
    context,
    isAbsent(context, given),
    () => text(absent),
    () => textOf(context, context.narrow(given, present, node), node),
    node,
    types.string,
  );
}

/** The text of whichever member of the union it is. */
function memberText(context: Context, given: Operand, members: readonly Type[], node: ts.Node): Operand {
  const [first, ...rest] = members;
  if (rest.length === 0) return textOf(context, context.narrow(given, first, node), node);
  const isFirst = isMember(context, given, first, node);
  return conditional(
    context,
    isFirst,
    () => textOf(context, context.narrow(given, first, node), node),
    () => memberText(context, given, rest, node),
    node,
    types.string,
  );
}

/** Whether a value of a union of several members is of this one, by the class of the object. */
export function isMember(context: Context, given: Operand, member: Type, node: ts.Node): Value {
  const classes = classesOf(context, member);
  if (classes === undefined) return context.refuse(node, "TSM9001", `telling ${member.name} from the others in ${given.type.name}`);
  const id = context.emit(Op.ClassId, [context.value(given)]);
  let result: Value = 0;
  for (const index of classes) {
    const first = context.builder.int(ValueType.I32, 0);
    const count = context.builder.int(ValueType.I32, 0);
    context.program.classes.numberLater(context.fn, first, count, context.program.module.classes[index]);
    const isThis = context.emit(Op.LessEqualUnsigned, [context.emit(Op.Subtract, [id, first]), count]);
    result = result === 0 ? isThis : context.emit(Op.Select, [result, context.builder.int(ValueType.Bool, 1), isThis]);
  }
  return result;
}

/** The classes whose instances are values of the type; undefined where that is open. */
function classesOf(context: Context, member: Type): number[] | undefined {
  const { classes, module } = context.program;
  switch (member.kind) {
    case TypeKind.String:
      return [module.stringClass];
    case TypeKind.Class:
      return [classes.layoutOf(member).irClass.index];
    case TypeKind.Array:
      return [classes.arrayClass(member.element).index];
    case TypeKind.TypedArray:
      return [classes.typedArrayClass(member).index];
    case TypeKind.Number:
    case TypeKind.Boolean:
    case TypeKind.Integer:
    case TypeKind.Float32:
    case TypeKind.Enum:
      return [classes.boxClass(member)];
    default:
      return undefined;
  }
}

function objectText(context: Context, given: Operand, node: ts.Node): Operand {
  const { type } = given;
  if (type.kind === TypeKind.Class && context.program.classes.findMember(type, "toString", "method") === undefined)
    return text("[object Object]");
  if (type.kind === TypeKind.Object && !type.properties().has("toString")) return context.refuse(node, "TSM3008", type.name, "string");
  return callMember(context, given, "toString", [], node);
}
