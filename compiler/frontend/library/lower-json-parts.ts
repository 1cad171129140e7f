// JSON parts: how a value of each type is written, by its static type, or by the class that it turns out to have.
// Invariants: (1) what is inside a value is written by the derivation that the way names, in its runtime functions as well
//             (2) where values are replaced, toJSON was asked before, and functions are told to the function that replaces

import type ts from "typescript";
import type { Value } from "../../ir/function.ts";
import { Op } from "../../ir/ops.ts";
import type { FieldLayout, LiveClass } from "../classes/classes.ts";
import { callCore, callDerived, callForInstance, type Derivation, fieldOf, isDynamic, isLibraryClass } from "../classes/derived-members.ts";
import type { Context } from "../context.ts";
import { createArray } from "../expressions/lower-arrays.ts";
import { branchWhere, conditional } from "../expressions/lower-conditions.ts";
import { callHeld, callMember, readMember } from "../expressions/lower-members.ts";
import { textOf } from "../expressions/lower-strings.ts";
import { missesElement } from "../expressions/lower-tuples.ts";
import { isIndistinct, matchUnion } from "../expressions/lower-unions.ts";
import { type Operand, operand, UNDEFINED_OPERAND } from "../operands.ts";
import type { Program } from "../program.ts";
import { ownParameters, withoutThis } from "../types/this-parameters.ts";
import { anyObject, arrayType, type ClassType, type TupleType, type Type, TypeKind, types, unionType } from "../types/types.ts";
import { callBuiltIn } from "./lower-built-ins.ts";
import { convertNumber } from "./lower-conversions.ts";
import { enumerableFields } from "./lower-keys.ts";

export const optionalText = unionType([types.string, types.undefined]);

/** One of the ways to write values: as they are, or with others in their places. */
export interface JsonWay {
  readonly name: string;
  /** The file of runtime/core that writes lists and objects of any names. */
  readonly file: "json-text" | "json-replacing";
  /** Writes what is inside. */
  inside(program: Program): Derivation;
}

/** Writes values in this way. */
export function jsonDerivation(program: Program, way: JsonWay): Derivation {
  const derivation: Derivation = {
    name: way.name,
    extra: program.runtimeClass("JsonWriter"),
    result: optionalText,
    knows: (known, type) =>
      hasOwnJson(known, type) || isDynamic(known, type) || isCollection(known, type) || isLibraryClass(known, type, "Error"),
    ofValue: (context, given, writer, node) => jsonOfValue({ way, derivation, context, writer, node }, given),
    ofInstance: (context, self, live, writer, node) => jsonOfInstance({ way, derivation, context, writer, node }, self, live),
  };
  return derivation;
}

/** Where code that writes is made. */
interface Place {
  readonly way: JsonWay;
  readonly derivation: Derivation;
  readonly context: Context;
  readonly writer: Operand;
  readonly node: ts.Node;
}

/** What has no properties of its own. */
function isCollection(program: Program, type: ClassType): boolean {
  return type.declaration === program.libraryClass("Map") || type.declaration === program.libraryClass("Set");
}

function hasOwnJson(program: Program, type: ClassType): boolean {
  return program.classes.findMember(type, "toJSON", "method") !== undefined;
}

function text(constant: string): Operand {
  return { type: types.string, value: 0, constant };
}

function ask({ context, writer, node }: Place, member: string, ...args: Operand[]): Operand {
  return callMember(context, writer, member, args, node);
}

function writeInside({ way, context, writer, node }: Place, given: Operand): Operand {
  return callDerived(context, way.inside(context.program), given, writer, node);
}

function jsonOfValue(place: Place, given: Operand): Operand {
  const { context, node } = place;
  return operand(optionalText, context.coerce(partOf(place, given), optionalText, node));
}

function partOf(place: Place, given: Operand): Operand {
  const { way, context, writer, node } = place;
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
    case TypeKind.Function:
      return UNDEFINED_OPERAND;
    case TypeKind.Array:
      if (type.element.kind === TypeKind.Never) return text("[]");
      return callCore(context, way.file, "jsonOfArray", [given, writer], node);
    case TypeKind.TypedArray: {
      const elements = operand(arrayType(type.element), context.value(given));
      return callCore(context, way.file, "jsonOfTypedArray", [elements, writer], node);
    }
    case TypeKind.Tuple:
      return jsonOfTuple(place, operand(type, context.value(given)), type);
    case TypeKind.Class:
      return jsonOfClass(place, given, type);
    case TypeKind.Object:
      return callForInstance(context, place.derivation, given, writer, node);
    case TypeKind.Union:
    case TypeKind.Unknown:
      return jsonOfUnion(place, given, type);
    default:
      return context.refuse(node, "TSM3008", type.name, "JSON");
  }
}

function jsonOfUnion(place: Place, given: Operand, type: Type): Operand {
  const { context, node } = place;
  if (!isIndistinct(context, type)) return matchUnion(context, given, (part) => jsonOfValue(place, part), node, optionalText);
  return callForInstance(context, place.derivation, given, place.writer, node);
}

function jsonOfClass(place: Place, given: Operand, type: ClassType): Operand {
  const { context, node } = place;
  const { program } = context;
  if (isCollection(program, type)) return text("{}");
  if (type.isPacked) return context.refuse(node, "TSM3008", type.name, "JSON");
  const isForeign = program.isRuntime(type.declaration.getSourceFile()) && !hasOwnJson(program, type);
  if (isForeign && !isLibraryClass(program, type, "Error")) return text("{}");
  return callForInstance(context, place.derivation, given, place.writer, node);
}

function jsonOfTuple(place: Place, given: Operand, { elements, required }: TupleType): Operand {
  const { context, node } = place;
  ask(place, "enter", operand(types.unknown, context.value(given)));
  const entries = createArray(context, arrayType(types.string), []);
  for (const [index, element] of elements.entries()) {
    // Of what is never made there is no JSON.
    if (element.kind === TypeKind.Never) continue;
    const add = (): void => {
      ask(place, "atIndex", operand(types.number, context.builder.float(index)));
      const part = writeInside(place, readMember(context, given, String(index), node));
      const isAbsent = context.emit(Op.Equal, [context.value(part), context.builder.nullRef()]);
      const present = (): Operand => operand(types.string, context.value(part));
      callBuiltIn(context, entries, "push", [conditional(context, isAbsent, () => text("null"), present, node, types.string)], node);
    };
    if (index < required) add();
    else branchWhere(context, missesElement(context, given, index, node), () => undefined, add);
  }
  return ask(place, "leave", text("["), entries, text("]"));
}

function jsonOfInstance(place: Place, self: Value, live: LiveClass): Operand {
  const { way, context, writer, node } = place;
  const { type, boxed } = live;
  const optional = (given: Operand): Operand => operand(optionalText, context.coerce(given, optionalText, node));
  if (type !== null && isCollection(context.program, type)) return optional(text("{}"));
  if (type !== null && isDynamic(context.program, type))
    return optional(callCore(context, way.file, "jsonOfObject", [operand(type, self), writer], node));
  const other = way.file === "json-text" ? valueInstead(context, self, live, writer, node) : undefined;
  if (other !== undefined) return jsonOfValue(place, other);
  if (live.array !== null) return jsonOfValue(place, operand(live.array, self));
  if (boxed !== undefined && boxed.kind !== TypeKind.Class)
    return jsonOfValue(place, operand(boxed, context.program.classes.unbox(context, boxed, self)));
  ask(place, "enter", operand(types.unknown, self));
  const lists = [createArray(context, arrayType(types.string), []), createArray(context, arrayType(types.string), [])];
  for (const field of enumerableFields(context.program, live)) addProperty(place, self, field, lists);
  return operand(optionalText, context.value(ask(place, "leaveObject", ...lists)));
}

/** What the object's toJSON gives, if it has one: a method, or a function in a property. */
export function valueInstead(context: Context, self: Value, live: LiveClass, writer: Operand, node: ts.Node): Operand | undefined {
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
function addProperty(place: Place, self: Value, field: FieldLayout, [names, entries]: readonly Operand[]): void {
  const { way, context, node } = place;
  if (field.type.kind === TypeKind.Function && way.file === "json-text") return;
  const { builder } = context;
  const [wanted, there, done] = [builder.openBlock(), builder.openBlock(), builder.openBlock()];
  const name = text(field.name);
  builder.branch(context.value(ask(place, "wants", name)), wanted, done);
  builder.enter(wanted);
  ask(place, "atName", name);
  const part = writeInside(place, fieldOf(context, self, field));
  builder.branch(context.emit(Op.Equal, [context.value(part), builder.nullRef()]), done, there);
  builder.enter(there);
  const property = ask(place, "property", text(JSON.stringify(field.name)), operand(types.string, context.value(part)));
  callBuiltIn(context, names, "push", [name], node);
  callBuiltIn(context, entries, "push", [property], node);
  builder.jump(done);
  builder.enter(done);
}
