// Strings: concatenation, templates, and the text of values by their static type.

import type ts from "typescript";
import type { Value } from "../../ir/function.ts";
import { Op } from "../../ir/ops.ts";
import { callCore, isLibraryClass } from "../classes/derived-members.ts";
import type { Context } from "../context.ts";
import { callBuiltIn } from "../library/lower-built-ins.ts";
import { type Operand, operand } from "../operands.ts";
import { callSignatureOf, codeTypeOf } from "../types/function-roles.ts";
import { anyObject, type ClassType, functionType, type ObjectType, type TupleType, type Type, TypeKind, types } from "../types/types.ts";
import { conditional } from "./lower-conditions.ts";
import { lowerExpression } from "./lower-expressions.ts";
import { callMember, readMember } from "./lower-members.ts";
import { missesElement } from "./lower-tuples.ts";
import { isIndistinct, matchUnion } from "./lower-unions.ts";
import { primitiveOf } from "./primitives.ts";

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
    case TypeKind.Never:
      // Nothing gets here.
      return text("");
    case TypeKind.Undefined:
    case TypeKind.Void:
      return text("undefined");
    case TypeKind.Union:
    case TypeKind.Unknown:
      return unionText(context, given, node);
    case TypeKind.Class:
    case TypeKind.Object:
      // The text of a function is its source.
      if (isFunction(type) && !type.properties().has("toString")) return context.refuse(node, "TSM3008", type.name, "string");
      return objectText(context, given, node);
    case TypeKind.Array:
      return callBuiltIn(context, given, "join", [], node);
    case TypeKind.TypedArray:
      return callBuiltIn(context, given, "toString", [], node);
    case TypeKind.Tuple:
      return tupleText(context, given, type, node);
    default:
      return operand(types.string, scalarText(context, given, node));
  }
}

/** Whether values of an object type are functions: generic ones, or such with properties. */
function isFunction(type: Type): type is ObjectType {
  return callSignatureOf(type) !== undefined || codeTypeOf(type) !== undefined;
}

/** As `join` shows an array: nothing for null and undefined. */
function tupleText(context: Context, given: Operand, type: TupleType, node: ts.Node): Operand {
  const tuple = operand(type, context.value(given));
  const shown = (part: Operand): Operand => (comparesAsAbsent(part.type) ? text("") : textOf(context, part, node));
  const added = (before: Operand, index: number): Operand => {
    const start = index > 0 ? concatenate(context, before, text(","), node) : before;
    const element = readMember(context, tuple, String(index), node);
    const isWhole = element.type.kind !== TypeKind.Union || isIndistinct(context, element.type);
    const part = isWhole ? shown(element) : matchUnion(context, element, shown, node, types.string);
    return concatenate(context, start, part, node);
  };
  return type.elements.reduce((before, _, index) => {
    if (index < type.required) return added(before, index);
    const isMissing = missesElement(context, tuple, index, node);
    const held = operand(types.string, context.value(before));
    return conditional(
      context,
      isMissing,
      () => held,
      () => added(held, index),
      node,
      types.string,
    );
  }, text(""));
}

function comparesAsAbsent(type: Type): boolean {
  return type.kind === TypeKind.Null || type.kind === TypeKind.Undefined;
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
  if (isIndistinct(context, given.type)) return objectText(context, operand(anyObject, context.value(given)), node);
  const partText = (part: Operand): Operand => {
    if (given.type.kind !== TypeKind.Unknown || part.type.kind !== TypeKind.Function) return textOf(context, part, node);
    // The text of a function would be its source.
    return callCore(context, "function", "refuseText", [], node);
  };
  return matchUnion(context, given, partText, node, types.string);
}

function objectText(context: Context, given: Operand, node: ts.Node): Operand {
  const { type } = given;
  const primitive = primitiveOf(context, given, "string", node);
  if (primitive !== given) return textOf(context, primitive, node);
  const isSilent = type.kind === TypeKind.Class && context.program.classes.findMember(type, "toString", "method") === undefined;
  if (isSilent && context.program.isRuntime(type.declaration.getSourceFile())) return tagText(context, given, type, node);
  // A class that derives from this one may have the method.
  if (isSilent || (type.kind === TypeKind.Object && !type.properties().has("toString"))) {
    const method = context.program.methods.slot(null, "toString", "text", functionType([], types.string));
    return operand(types.string, context.emit(Op.CallVirtual, [context.value(given)], method.index));
  }
  return callMember(context, given, "toString", [], node);
}

/** Classes of the library whose objects say what they are. */
const TAGGED_CLASSES = ["ArrayBuffer", "AsyncGenerator", "DataView", "Generator", "Map", "Promise", "Set", "WeakMap", "WeakRef", "WeakSet"];

const TAG = "[toStringTag]";

/** What an object of exactly this class, which has no `toString`, has as its text. */
export function tagText(context: Context, given: Operand, type: ClassType, node: ts.Node): Operand {
  const { program } = context;
  const own = ownTag(context, given, type, node);
  if (own !== undefined) return own;
  const tag = TAGGED_CLASSES.find((name) => isLibraryClass(program, type, name)) ?? "Object";
  return text(`[object ${tag}]`);
}

/** By `Symbol.toStringTag`, in a getter or field of a class; undefined where there is none. */
function ownTag(context: Context, given: Operand, type: ClassType, node: ts.Node): Operand | undefined {
  const { classes } = context.program;
  const isThere = classes.findMember(type, TAG, "get") !== undefined || classes.layoutOf(type).fields.has(TAG);
  const tag = isThere ? readMember(context, operand(type, context.value(given)), TAG, node) : undefined;
  return tag?.type.kind === TypeKind.String ? textOfTag(context, tag, node) : undefined;
}

export function textOfTag(context: Context, tag: Operand, node: ts.Node): Operand {
  return concatenate(context, concatenate(context, text("[object "), tag, node), text("]"), node);
}
