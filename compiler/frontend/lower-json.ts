// JSON: JSON.stringify by the static type of the value; runtime/core/json-text.ts writes the parts.

import ts from "typescript";
import type { Value } from "../ir/function.ts";
import { Op } from "../ir/ops.ts";
import type { FieldLayout, LiveClass } from "./classes.ts";
import type { Context } from "./context.ts";
import { callCore, callDerived, callForInstance, type Derivation, fieldOf, isDynamic, isLibraryClass } from "./derived-members.ts";
import { createArray } from "./lower-arrays.ts";
import { callBuiltIn } from "./lower-built-ins.ts";
import { type Argument, evaluated } from "./lower-calls.ts";
import { conditional } from "./lower-conditions.ts";
import { construct } from "./lower-constructors.ts";
import { convertNumber } from "./lower-conversions.ts";
import { enumerableFields } from "./lower-keys.ts";
import { callHeld, callMember, readMember } from "./lower-members.ts";
import { textOf } from "./lower-strings.ts";
import { isIndistinct, matchUnion } from "./lower-unions.ts";
import { canHoldUndefined } from "./missing-elements.ts";
import { NULL_OPERAND, type Operand, operand, UNDEFINED_OPERAND } from "./operands.ts";
import type { Program } from "./program.ts";
import { ownParameters } from "./this-parameters.ts";
import { anyObject, arrayType, type ClassType, mayBeAbsent, type Type, TypeKind, types, unionType, withoutThis } from "./types.ts";

const optionalText = unionType([types.string, types.undefined]);
const made = new WeakMap<Program, Derivation>();

export function jsonOf(program: Program): Derivation {
  let found = made.get(program);
  if (found === undefined) {
    found = {
      name: "json",
      extra: program.runtimeClass("JsonWriter"),
      result: optionalText,
      knows: (known, type) =>
        isDate(known, type) || isDynamic(known, type) || isCollection(known, type) || isLibraryClass(known, type, "Error"),
      ofValue: jsonOfValue,
      ofInstance: jsonOfInstance,
    };
    made.set(program, found);
  }
  return found;
}

/** What has no properties of its own. */
function isCollection(program: Program, type: ClassType): boolean {
  return type.declaration === program.libraryClass("Map") || type.declaration === program.libraryClass("Set");
}

function isDate(program: Program, type: ClassType): boolean {
  return type.declaration === program.libraryClass("Date");
}

/** `JSON.stringify(value, names, gap)`. */
export function callJson(context: Context, name: string, args: readonly Argument[], node: ts.Node, expected?: Type): Operand {
  if (name !== "stringify") return context.refuse(node, "TSM9001", `JSON.${name}`);
  const given = args[0].lower();
  const names = wantedNames(context, args[1]);
  const gap = gapText(context, args[2], node);
  const writer = construct(context, context.program.runtimeClass("JsonWriter"), [evaluated(gap, node), evaluated(names, node)], node);
  const result = callDerived(context, jsonOf(context.program), given, writer, args[0].node);
  const isOpen = given.type.kind === TypeKind.Unknown || given.type.kind === TypeKind.Function;
  if (!mayBeAbsent(given.type) && !isOpen) return operand(types.string, context.value(result));
  // TypeScript calls it a text, which it is but for undefined and functions.
  const isText = isOpen && ts.isExpression(node) && !canHoldUndefined(context, node, expected);
  return isText ? context.narrow(result, types.string, node) : result;
}

/** The JSON of a value on one line; undefined for what has none. */
export function jsonText(context: Context, given: Operand, node: ts.Node): Operand {
  const arguments_ = [evaluated(text(""), node), evaluated(NULL_OPERAND, node)];
  const writer = construct(context, context.program.runtimeClass("JsonWriter"), arguments_, node);
  return callDerived(context, jsonOf(context.program), given, writer, node);
}

/** The names in a list, which stands where JavaScript may have a function, too. */
function wantedNames(context: Context, argument: Argument | undefined): Operand {
  if (argument === undefined) return NULL_OPERAND;
  const { checker } = context.program;
  const seen = checker.getTypeAtLocation(argument.node);
  if (seen.getCallSignatures().length > 0) return context.refuse(argument.node, "TSM3054", checker.typeToString(seen));
  const given = argument.lower(arrayType(types.string));
  const { type } = given;
  if (type.kind === TypeKind.Null || type.kind === TypeKind.Undefined) return NULL_OPERAND;
  if (type.kind === TypeKind.Array && type.element.kind === TypeKind.String) return given;
  return context.refuse(argument.node, "TSM3054", type.name);
}

function gapText(context: Context, argument: Argument | undefined, node: ts.Node): Operand {
  const gap = argument?.lower();
  if (gap === undefined || gap.type.kind === TypeKind.Undefined) return text("");
  return gap.type.kind === TypeKind.String ? gap : callCore(context, "json-text", "gapOf", [gap], node);
}

function text(constant: string): Operand {
  return { type: types.string, value: 0, constant };
}

function jsonOfValue(context: Context, given: Operand, writer: Operand, node: ts.Node): Operand {
  const result = partOf(context, given, writer, node);
  return operand(optionalText, context.coerce(result, optionalText, node));
}

function partOf(context: Context, given: Operand, writer: Operand, node: ts.Node): Operand {
  const { type } = given;
  switch (type.kind) {
    case TypeKind.String:
      return callCore(context, "json-text", "jsonOfString", [given], node);
    case TypeKind.Number:
    case TypeKind.Float32:
    case TypeKind.Enum:
      return callCore(context, "json-text", "jsonOfNumber", [convertNumber(context, given, types.number, node)], node);
    case TypeKind.Integer:
      return textOf(context, given, node);
    case TypeKind.Boolean:
      return operand(types.string, context.callRuntime("boolToString", [context.value(given)]));
    case TypeKind.Null:
      return text("null");
    case TypeKind.Undefined:
    case TypeKind.Never:
    case TypeKind.Void:
      return UNDEFINED_OPERAND;
    case TypeKind.Array:
      if (type.element.kind === TypeKind.Never) return text("[]");
      return callCore(context, "json-text", "jsonOfArray", [given, writer], node);
    case TypeKind.TypedArray: {
      const elements = operand(arrayType(type.element), context.value(given));
      return callCore(context, "json-text", "jsonOfTypedArray", [elements, writer], node);
    }
    case TypeKind.Tuple:
      return jsonOfTuple(context, given, type.elements, writer, node);
    case TypeKind.Class:
      return jsonOfClass(context, given, type, writer, node);
    case TypeKind.Object:
      return callForInstance(context, jsonOf(context.program), given, writer, node);
    case TypeKind.Function:
      return UNDEFINED_OPERAND;
    case TypeKind.Union:
    case TypeKind.Unknown:
      return jsonOfUnion(context, given, type, writer, node);
    default:
      return context.refuse(node, "TSM3008", type.name, "JSON");
  }
}

function jsonOfUnion(context: Context, given: Operand, type: Type, writer: Operand, node: ts.Node): Operand {
  if (!isIndistinct(context, type))
    return matchUnion(context, given, (part) => jsonOfValue(context, part, writer, node), node, optionalText);
  return callForInstance(context, jsonOf(context.program), given, writer, node);
}

function jsonOfClass(context: Context, given: Operand, type: ClassType, writer: Operand, node: ts.Node): Operand {
  const { program } = context;
  if (isCollection(program, type)) return text("{}");
  if (type.isPacked) return context.refuse(node, "TSM3008", type.name, "JSON");
  const isForeign = program.isRuntime(type.declaration.getSourceFile()) && !isDate(program, type);
  if (isForeign && !isLibraryClass(program, type, "Error")) return text("{}");
  return callForInstance(context, jsonOf(program), given, writer, node);
}

function jsonOfTuple(context: Context, given: Operand, elements: readonly Type[], writer: Operand, node: ts.Node): Operand {
  callMember(context, writer, "enter", [operand(types.unknown, context.value(given))], node);
  const entries = createArray(context, arrayType(types.string), []);
  for (const [index, element] of elements.entries()) {
    // Of what is never made there is no JSON.
    if (element.kind === TypeKind.Never) continue;
    callMember(context, writer, "atIndex", [operand(types.number, context.builder.float(index))], node);
    const part = callDerived(context, jsonOf(context.program), readMember(context, given, String(index), node), writer, node);
    const isAbsent = context.emit(Op.Equal, [context.value(part), context.builder.nullRef()]);
    const present = (): Operand => operand(types.string, context.value(part));
    callBuiltIn(context, entries, "push", [conditional(context, isAbsent, () => text("null"), present, node, types.string)], node);
  }
  return callMember(context, writer, "leave", [text("["), entries, text("]")], node);
}

function jsonOfInstance(context: Context, self: Value, live: LiveClass, writer: Operand, node: ts.Node): Operand {
  const { type } = live;
  if (type !== null && isCollection(context.program, type)) return operand(optionalText, context.coerce(text("{}"), optionalText, node));
  if (type !== null && isDynamic(context.program, type)) {
    const written = callCore(context, "json-text", "jsonOfObject", [operand(type, self), writer], node);
    return operand(optionalText, context.coerce(written, optionalText, node));
  }
  const other = valueInstead(context, self, live, writer, node);
  if (other !== undefined) return jsonOfValue(context, other, writer, node);
  if (live.array !== null) return jsonOfValue(context, operand(live.array, self), writer, node);
  const { boxed } = live;
  if (boxed !== undefined && boxed.kind !== TypeKind.Class)
    return jsonOfValue(context, operand(boxed, context.program.classes.unbox(context, boxed, self)), writer, node);
  callMember(context, writer, "enter", [operand(types.unknown, self)], node);
  const lists = [createArray(context, arrayType(types.string), []), createArray(context, arrayType(types.string), [])];
  for (const field of enumerableFields(context.program, live)) addProperty(context, self, field, lists, writer, node);
  const result = callMember(context, writer, "leaveObject", lists, node);
  return operand(optionalText, context.value(result));
}

/** What the object's toJSON gives, if it has one: a method, or a function in a property. */
function valueInstead(context: Context, self: Value, live: LiveClass, writer: Operand, node: ts.Node): Operand | undefined {
  const { type, layout } = live;
  const key = (count: number): Operand[] => (count === 0 ? [] : [callMember(context, writer, "key", [], node)]);
  const own = type === null ? undefined : context.program.classes.findMember(type, "toJSON", "method");
  if (type !== null && own !== undefined)
    return callMember(context, operand(type, self), "toJSON", key(ownParameters(own.node).length), node);
  const field = layout.fields.get("toJSON");
  if (field?.type.kind !== TypeKind.Function) return undefined;
  const object = operand(type ?? anyObject, self);
  return callHeld(context, fieldOf(context, self, field), object, key(withoutThis(field.type).params.length), node);
}

/** A property whose value has no JSON is left out; functions have none. */
function addProperty(
  context: Context,
  self: Value,
  field: FieldLayout,
  [names, entries]: readonly Operand[],
  writer: Operand,
  node: ts.Node,
): void {
  if (field.type.kind === TypeKind.Function) return;
  const { builder } = context;
  const [wanted, there, done] = [builder.openBlock(), builder.openBlock(), builder.openBlock()];
  const name = text(field.name);
  builder.branch(context.value(callMember(context, writer, "wants", [name], node)), wanted, done);
  builder.enter(wanted);
  callMember(context, writer, "atName", [name], node);
  const part = callDerived(context, jsonOf(context.program), fieldOf(context, self, field), writer, node);
  builder.branch(context.emit(Op.Equal, [context.value(part), builder.nullRef()]), done, there);
  builder.enter(there);
  const quoted = text(JSON.stringify(field.name));
  const property = callMember(context, writer, "property", [quoted, operand(types.string, context.value(part))], node);
  callBuiltIn(context, names, "push", [name], node);
  callBuiltIn(context, entries, "push", [property], node);
  builder.jump(done);
  builder.enter(done);
}
