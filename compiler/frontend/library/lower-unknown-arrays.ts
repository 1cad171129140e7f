// Arrays behind unknown values: whether a value is one, and its elements as unknown values, which those of most arrays are not as they are
// stored. What the class of the object says is asked through a slot.

import type ts from "typescript";
import { Op, PanicKind } from "../../ir/ops.ts";
import type { LiveClass } from "../classes/classes.ts";
import { callForInstance, type Derivation } from "../classes/derived-members.ts";
import type { Context } from "../context.ts";
import { createArray } from "../expressions/lower-arrays.ts";
import { isMember, matchUnion } from "../expressions/lower-unions.ts";
import { type Operand, operand, UNDEFINED_OPERAND } from "../operands.ts";
import { forEachElement } from "../statements/lower-iteration.ts";
import { isOpenList } from "../types/open-types.ts";
import { type ArrayType, anyObject, arrayType, type TupleType, type Type, TypeKind, types, unionType } from "../types/types.ts";
import { callBuiltIn } from "./lower-built-ins.ts";

const elements = arrayType(types.unknown);
const maybeElements = unionType([elements, types.undefined]);

/** `Array.isArray(value)` of a value of unknown type. */
export function isArrayBehind(context: Context, given: Operand, node: ts.Node): Operand {
  const ask = (part: Operand): Operand =>
    part.type === anyObject
      ? callForInstance(context, isArray, part, { type: types.boolean, value: 0, constant: true }, node)
      : { type: types.boolean, value: 0, constant: false };
  return matchUnion(context, given, ask, node, types.boolean);
}

/** The elements of a value of unknown type, which is an array: itself, or a copy where it stores them otherwise. */
export function elementsBehind(context: Context, given: Operand, node: ts.Node): Operand {
  const object = operand(anyObject, context.value(given));
  if (isOpenList(elements)) {
    context.check(isMember(context, object, elements), PanicKind.Narrowing);
    return operand(elements, object.value);
  }
  const found = callForInstance(context, asElements, object, { type: types.boolean, value: 0, constant: true }, node);
  const value = context.value(found);
  context.check(context.emit(Op.NotEqual, [value, context.builder.nullRef()]), PanicKind.Narrowing);
  return operand(elements, value);
}

const isArray: Derivation = {
  name: "is array",
  extra: types.boolean,
  result: types.boolean,
  knows: () => true,
  ofValue: (context, given, _, node) => context.refuse(node, "TSM3008", given.type.name, elements.name),
  ofInstance: (_context, _self, live) => ({ type: types.boolean, value: 0, constant: listOf(live) !== undefined }),
};

const asElements: Derivation = {
  name: "elements",
  extra: types.boolean,
  result: maybeElements,
  knows: () => true,
  ofValue: (context, given, _, node) => context.refuse(node, "TSM3008", given.type.name, elements.name),
  ofInstance: (context, self, live, _, node) => {
    const list = listOf(live);
    const found = list === undefined ? UNDEFINED_OPERAND : elementsOf(context, operand(list, self), node);
    return operand(maybeElements, context.coerce(found, maybeElements, node));
  },
};

/** The type of the arrays or tuples that the class is that of. */
export function listOf({ array, isNullable }: LiveClass): ArrayType | TupleType | undefined {
  if (array?.kind === TypeKind.Tuple) return array;
  if (array?.kind !== TypeKind.Array) return undefined;
  return isNullable === true ? arrayType(anythingOrNull) : array;
}

/** Stands for the elements of lists of references in which null is zero: any may be behind it. */
export const anythingOrNull = unionType([types.string, types.null]);

/** Undefined where they are machine integers, which no unknown value is. */
function elementsOf(context: Context, list: Operand, node: ts.Node): Operand {
  const { type } = list;
  if (type === elements) return list;
  const parts = type.kind === TypeKind.Array ? [type.element] : type.kind === TypeKind.Tuple ? type.elements : [];
  if (!parts.every(canBeUnknown)) return UNDEFINED_OPERAND;
  const result = createArray(context, elements, []);
  forEachElement(context, list, node, (element) => {
    callBuiltIn(context, result, "push", [operand(types.unknown, context.coerce(element, types.unknown, node))], node);
  });
  return result;
}

/** Whether its values are values of unknown type, too. */
export function canBeUnknown(type: Type): boolean {
  if (type.kind === TypeKind.Union) return type.members.every(canBeUnknown);
  return type.kind !== TypeKind.Integer && type.kind !== TypeKind.Float32 && !(type.kind === TypeKind.Class && type.isPacked);
}
