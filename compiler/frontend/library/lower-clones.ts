// Clones: structuredClone by the static type of the value; runtime/core/collections/cloning.ts copies what has elements.
// Invariants: (1) a copy has the class of its original: what would lose its class is refused, or an exception where it was hidden
//             (2) an object that is referred to twice has one copy

import type ts from "typescript";
import type { Value } from "../../ir/function.ts";
import { Op } from "../../ir/ops.ts";
import type { LiveClass } from "../classes/classes.ts";
import { callCore, callForInstance, type Derivation, fieldOf } from "../classes/derived-members.ts";
import { construct } from "../classes/lower-constructors.ts";
import type { Context } from "../context.ts";
import { coerce } from "../expressions/conversions.ts";
import { createArray } from "../expressions/lower-arrays.ts";
import { conditional } from "../expressions/lower-conditions.ts";
import { callMember, readMember } from "../expressions/lower-members.ts";
import { tupleFromParts, tupleLayout } from "../expressions/lower-tuples.ts";
import { isIndistinct, matchUnion } from "../expressions/lower-unions.ts";
import { isAbsent } from "../expressions/stored-members.ts";
import { type Argument, evaluated } from "../functions/arguments.ts";
import { type Operand, operand } from "../operands.ts";
import type { Program } from "../program.ts";
import { isRuntimeClass } from "../statements/lower-iteration.ts";
import { anyObject, isHeapType, type TupleType, type Type, TypeKind, types } from "../types/types.ts";
import { callBuiltIn } from "./lower-built-ins.ts";

const made = new WeakMap<Program, Derivation>();

function clonesOf(program: Program): Derivation {
  let found = made.get(program);
  if (found === undefined) {
    found = {
      name: "clone",
      extra: program.runtimeClass("Cloning"),
      result: types.unknown,
      knows: (known, type) => ["Date", "Map", "Set"].some((name) => type.declaration === known.libraryClass(name)),
      ofValue: (context, given, _, node) => context.refuse(node, "TSM3055", given.type.name),
      ofInstance: cloneInstance,
    };
    made.set(program, found);
  }
  return found;
}

/** `structuredClone(value)`. */
export function callStructuredClone(context: Context, args: readonly Argument[], node: ts.Node): Operand {
  const given = args[0].lower(context.checkerType(node));
  return clonePart(context, given, construct(context, context.program.runtimeClass("Cloning"), [], node), args[0].node);
}

/** The copy of a value, as a value of the same type. */
export function clonePart(context: Context, given: Operand, state: Operand, node: ts.Node): Operand {
  const { type } = given;
  if (isPrimitive(type)) return given;
  switch (type.kind) {
    case TypeKind.Array: {
      const fill = (original: Operand, copy: Operand): void => {
        callCore(context, "cloning", "cloneElements", [original, copy, state], node);
      };
      return type.element.kind === TypeKind.Never
        ? createArray(context, type, [])
        : remembered(context, given, () => createArray(context, type, []), fill, state, node);
    }
    case TypeKind.TypedArray: {
      const copy = (original: Operand): Operand => callBuiltIn(context, original, "slice", [], node);
      return remembered(context, given, copy, () => undefined, state, node);
    }
    case TypeKind.Tuple:
      return remembered(context, given, ...tupleCopies(context, type, state, node), state, node);
    case TypeKind.Class:
      return cloneCollection(context, given, state, node) ?? context.refuse(node, "TSM3055", type.name);
    case TypeKind.Object:
      return ofInstance(context, given, type, state, node);
    case TypeKind.Union:
    case TypeKind.Unknown: {
      if (isIndistinct(context, type)) return ofInstance(context, given, type, state, node);
      const ofPart = (part: Operand): Operand => operand(type, coerce(context, cloneMember(context, part, state, node), type, node));
      return operand(type, context.value(matchUnion(context, given, ofPart, node, type)));
    }
    default:
      return context.refuse(node, "TSM3055", type.name);
  }
}

function isPrimitive(type: Type): boolean {
  return type.kind === TypeKind.String || (!isHeapType(type) && type.kind !== TypeKind.Union && type.kind !== TypeKind.Unknown);
}

/** A member of a union or of something unknown. */
function cloneMember(context: Context, part: Operand, state: Operand, node: ts.Node): Operand {
  const isHidden = part.type.kind === TypeKind.Function;
  return isHidden ? refuseLater(context, "A function", node) : clonePart(context, part, state, node);
}

function refuseLater(context: Context, what: string, node: ts.Node): Operand {
  return callCore(context, "cloning", "refuseClone", [{ type: types.string, value: 0, constant: what }], node);
}

/** By the class that the object has. */
function ofInstance(context: Context, given: Operand, type: Type, state: Operand, node: ts.Node): Operand {
  const found = callForInstance(context, clonesOf(context.program), given, state, node);
  return operand(type, context.value(found));
}

/** The copy that there is, or a new one. */
function remembered(
  context: Context,
  given: Operand,
  make: (original: Operand) => Operand,
  fill: (original: Operand, copy: Operand) => void,
  state: Operand,
  node: ts.Node,
): Operand {
  const { type } = given;
  const original = operand(type, context.value(given));
  const itself = operand(anyObject, original.value);
  const answer = callMember(context, state, "find", [itself], node);
  const found = operand(answer.type, context.value(answer));
  const copied = (): Operand => {
    const copy = operand(type, context.value(make(original)));
    callMember(context, state, "remember", [itself, operand(anyObject, copy.value)], node);
    fill(original, copy);
    return copy;
  };
  return conditional(context, isAbsent(context, found), copied, () => operand(type, found.value), node, type);
}

/** A tuple is made with the elements of the original, which their copies take the place of: it may contain itself. */
function tupleCopies(
  context: Context,
  type: TupleType,
  state: Operand,
  node: ts.Node,
): [(original: Operand) => Operand, (original: Operand, copy: Operand) => void] {
  const names = type.elements.map((_, index) => String(index));
  return [
    (original) => {
      const parts = names.map((name) => context.value(readMember(context, original, name, node)));
      return tupleFromParts(context, type, parts, context.value(readMember(context, original, "length", node)));
    },
    (original, copy) => {
      for (const name of names) {
        const field = tupleLayout(context, type).fields.get(name);
        if (field === undefined) continue;
        const part = clonePart(context, fieldOf(context, original.value, field), state, node);
        context.emit(Op.FieldSet, [copy.value, coerce(context, part, field.type, node)], field.field);
      }
    },
  ];
}

/** Maps, sets and dates; undefined for other classes. */
function cloneCollection(context: Context, given: Operand, state: Operand, node: ts.Node): Operand | undefined {
  const { type } = given;
  if (type.kind !== TypeKind.Class) return undefined;
  const fillWith =
    (name: string) =>
    (original: Operand, copy: Operand): void =>
      void callCore(context, "cloning", name, [original, copy, state], node);
  const empty = (): Operand => construct(context, type, [], node);
  if (isRuntimeClass(context, type, "Map")) return remembered(context, given, empty, fillWith("cloneMap"), state, node);
  if (isRuntimeClass(context, type, "Set")) return remembered(context, given, empty, fillWith("cloneSet"), state, node);
  if (!isRuntimeClass(context, type, "Date")) return undefined;
  const again = (original: Operand): Operand => construct(context, type, [evaluated(original, node)], node);
  return remembered(context, given, again, () => undefined, state, node);
}

function cloneInstance(context: Context, self: Value, live: LiveClass, state: Operand, node: ts.Node): Operand {
  const asUnknown = (given: Operand): Operand => operand(types.unknown, context.value(given));
  if (live.array !== null) return asUnknown(clonePart(context, operand(live.array, self), state, node));
  if (live.type !== null) {
    const collection = cloneCollection(context, operand(live.type, self), state, node);
    return asUnknown(collection ?? refuseLater(context, `An instance of ${live.type.name}`, node));
  }
  const fields = [...live.layout.fields.values()];
  const active = fields.find((field) => field.type.kind === TypeKind.Function || /^[gs]et /.test(field.name));
  if (active !== undefined) return asUnknown(refuseLater(context, `The member ${active.name.replace(/^[gs]et /, "")}`, node));
  const make = (): Operand => operand(anyObject, context.emit(Op.New, [], live.layout.irClass.index));
  const fill = (_: Operand, copy: Operand): void => {
    for (const field of fields) {
      const part = clonePart(context, fieldOf(context, self, field), state, node);
      context.emit(Op.FieldSet, [copy.value, coerce(context, part, field.type, node)], field.field);
    }
  };
  return asUnknown(remembered(context, operand(anyObject, self), make, fill, state, node));
}
