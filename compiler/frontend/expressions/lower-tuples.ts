// Tuples: objects with a field for each element; those whose last elements may be missing also know their length.

import ts from "typescript";
import type { Value } from "../../ir/function.ts";
import { ClassShape } from "../../ir/module.ts";
import { Op } from "../../ir/ops.ts";
import { ValueType } from "../../ir/types.ts";
import type { ClassLayout } from "../classes/classes.ts";
import type { Context } from "../context.ts";
import { numericConstant, type Operand, operand, UNDEFINED_OPERAND } from "../operands.ts";
import { SsaVariable } from "../ssa.ts";
import type { Iteration } from "../statements/lower-iteration.ts";
import { isOpenTuple } from "../types/open-types.ts";
import { type TupleType, type Type, TypeKind, tupleType, types, unionType, widened } from "../types/types.ts";
import { coerce } from "./conversions.ts";
import type { Place } from "./lower-assignments.ts";
import { conditional } from "./lower-conditions.ts";
import { indexValue } from "./lower-elements.ts";
import { lowerExpression } from "./lower-expressions.ts";
import { openTupleElement, writeOpenTuple } from "./lower-open-lists.ts";
import { lengthOfTuple } from "./lower-tuple-unions.ts";
import { absentValue, isAbsent } from "./stored-members.ts";

const LENGTH = "length";

export function tupleLayout(context: Context, type: TupleType): ClassLayout {
  const fields = type.elements.map((element, index) => ({ name: String(index), type: element }));
  if (type.required < type.elements.length) fields.push({ name: LENGTH, type: types.i32 });
  const base = context.program.classes.baseOf("tuple", ClassShape.Instance);
  return context.program.classes.literalClass(`tuple ${type.id}`, type.name, fields, base, type);
}

/** A literal where a tuple is wanted, or whose own type is one. */
export function lowerTuple(context: Context, node: ts.ArrayLiteralExpression, wanted: TupleType | undefined): Operand {
  const given: { value: Operand; node: ts.Node }[] = [];
  let length: Value | undefined;
  let required: number | undefined;
  for (const item of node.elements) {
    if (ts.isSpreadElement(item)) {
      const source = lowerExpression(context, item.expression);
      const { type } = source;
      // What stands behind elements that may be missing has no place of its own.
      if (type.kind !== TypeKind.Tuple || length !== undefined || (isLoose(type) && item !== node.elements.at(-1)))
        return context.refuse(item, "TSM3027", type.name);
      const held = operand(type, context.value(source));
      if (isLoose(type)) {
        required = given.length + type.required;
        length = context.emit(Op.Add, [elementsBehind(context, held, 0, item), context.builder.int(ValueType.I32, given.length)]);
      }
      for (const index of type.elements.keys()) given.push({ value: readTupleMember(context, held, String(index), item), node: item });
    } else given.push({ value: lowerExpression(context, item, wanted?.elements[given.length]), node: item });
  }
  const type =
    wanted ??
    tupleType(
      given.map(({ value }) => widened(value.type)),
      required,
    );
  return tupleOf(context, type, given, node, length);
}

function isLoose({ elements, required }: TupleType): boolean {
  return required < elements.length;
}

/** A new tuple of evaluated elements; those at its end that are not there are missing. */
function tupleOf(
  context: Context,
  type: TupleType,
  given: readonly { readonly value: Operand; readonly node: ts.Node }[],
  node: ts.Node,
  counted = context.builder.int(ValueType.I32, given.length),
): Operand {
  const layout = tupleLayout(context, type);
  context.at(node);
  const object = context.emit(Op.New, [], layout.irClass.index);
  for (const [index, element] of type.elements.entries()) {
    const field = layout.fields.get(String(index));
    if (field === undefined) continue;
    const item = given[index];
    const value = item === undefined ? absentValue(context, element) : coerce(context, item.value, field.type, item.node);
    context.emit(Op.FieldSet, [object, value], field.field);
  }
  const length = layout.fields.get(LENGTH);
  if (length !== undefined) context.emit(Op.FieldSet, [object, counted], length.field);
  return operand(type, object);
}

/**
 * The arguments behind the others as a rest parameter that is a tuple. Where nobody has counted them, undefined ones at the end count as
 * left out.
 */
export function tupleOfArguments(context: Context, type: TupleType, args: readonly Operand[], node: ts.Node, counted?: Value): Operand {
  const { builder } = context;
  const given = args.slice(0, type.elements.length);
  let count = counted ?? builder.int(ValueType.I32, type.required);
  for (let index = type.required; counted === undefined && index < given.length; index++)
    count = context.emit(Op.Select, [isAbsent(context, given[index]), count, builder.int(ValueType.I32, index + 1)]);
  const parts = given.map((value) => ({ value, node }));
  return tupleOf(context, type, parts, node, count);
}

/** How many elements there are from a place on, an I32. Requires: those before it are there. */
export function elementsBehind(context: Context, tuple: Operand, place: number, node: ts.Node): Value {
  const length = context.value(operandInt32(context, readTupleMember(context, tuple, LENGTH, node)));
  return context.emit(Op.Subtract, [length, context.builder.int(ValueType.I32, place)]);
}

/** Whether an element that may be missing is: a Bool. */
export function missesElement(context: Context, tuple: Operand, place: number, node: ts.Node): Value {
  const length = context.value(operandInt32(context, readTupleMember(context, tuple, LENGTH, node)));
  return context.emit(Op.LessSigned, [length, context.builder.int(ValueType.I32, place + 1)]);
}

/** A tuple of values that have the types of its elements; `length` counts those that are there. */
export function tupleFromParts(context: Context, type: TupleType, values: readonly Value[], length: Value): Operand {
  const layout = tupleLayout(context, type);
  const object = context.emit(Op.New, [], layout.irClass.index);
  for (const [index, value] of values.entries()) {
    const field = layout.fields.get(String(index));
    if (field !== undefined) context.emit(Op.FieldSet, [object, value], field.field);
  }
  const counted = layout.fields.get(LENGTH);
  if (counted !== undefined) context.emit(Op.FieldSet, [object, length], counted.field);
  return operand(type, object);
}

/** An element by its place as a name, or the length. */
export function readTupleMember(context: Context, object: Operand, name: string, node: ts.Node): Operand {
  const { type } = object;
  if (type.kind !== TypeKind.Tuple) return context.refuse(node, "TSM3007", type.name, name);
  if (isOpenTuple(type) && name !== LENGTH && type.elements.at(Number(name)) !== undefined)
    return openTupleElement(context, context.value(object), type, name);
  const field = tupleLayout(context, type).fields.get(name);
  if (isOpenTuple(type) && name === LENGTH && field !== undefined) return lengthOfTuple(context, object);
  if (field === undefined) {
    if (name !== LENGTH) return context.refuse(node, "TSM3007", type.name, `\`${name}\``);
    return { type: types.number, value: 0, constant: { exact: BigInt(type.elements.length), number: type.elements.length } };
  }
  const value = context.emit(Op.FieldGet, [context.value(object)], field.field);
  return name === LENGTH
    ? { type: types.numberInt32, value, range: { min: type.required, max: type.elements.length } }
    : operand(field.type, value);
}

/** An element by an index that may be known only when the program runs. */
export function readTupleElement(
  context: Context,
  object: Operand,
  type: TupleType,
  index: Operand,
  node: ts.Node,
  mayBeMissing: boolean,
): Operand {
  const constant = numericConstant(index)?.exact;
  if (constant !== undefined && constant !== null && constant >= 0n && constant < BigInt(type.elements.length))
    return readTupleMember(context, object, String(constant), node);
  // As a pattern finds in the rest parameter of a function that takes nothing more.
  if (type.elements.length === 0) return UNDEFINED_OPERAND;
  const held = operand(type, context.value(object));
  const at = indexValue(context, index, node);
  const length = context.value(operandInt32(context, readTupleMember(context, held, LENGTH, node)));
  if (!mayBeMissing) {
    context.emit(Op.CheckBounds, [at, length]);
    return elementAt(context, held, type, at, node);
  }
  const isInside = context.emit(Op.LessUnsigned, [at, length]);
  return conditional(
    context,
    isInside,
    () => elementAt(context, held, type, at, node),
    () => UNDEFINED_OPERAND,
    node,
  );
}

export function operandInt32(context: Context, length: Operand): Operand {
  return length.value === 0 ? operand(types.numberInt32, context.builder.int(ValueType.I32, numericConstant(length)?.exact ?? 0n)) : length;
}

/** Requires: the index is inside. */
function elementAt(context: Context, object: Operand, type: TupleType, at: number, node: ts.Node): Operand {
  const result = elementOf(type);
  const choose = (place: number): Operand => {
    const read = (): Operand => readTupleMember(context, object, String(place), node);
    if (place >= type.elements.length - 1) return read();
    const isHere = context.emit(Op.Equal, [at, context.builder.int(ValueType.I32, place)]);
    return conditional(context, isHere, read, () => choose(place + 1), node, result);
  };
  return type.elements.length === 0 ? UNDEFINED_OPERAND : choose(0);
}

/** What any element may be. */
export function elementOf(type: TupleType): Type {
  return unionType(type.elements);
}

export function tuplePlace(context: Context, object: Operand, type: TupleType, node: ts.ElementAccessExpression): Place {
  const constant = numericConstant(lowerExpression(context, node.argumentExpression));
  const field = tupleLayout(context, type).fields.get(String(constant?.exact ?? ""));
  if (field === undefined) return context.refuse(node, "TSM3012", "the index of a tuple that is assigned to");
  const base = context.value(object);
  if (isOpenTuple(type))
    return {
      type: field.type,
      read: () => openTupleElement(context, base, type, field.name),
      write: (value) => writeOpenTuple(context, base, type, field.name, value),
    };
  return {
    type: field.type,
    read: () => operand(field.type, context.emit(Op.FieldGet, [base], field.field)),
    write: (value) => setTupleElement(context, base, type, field.name, value),
  };
}

/** Writes an element; one that was missing, and those before it, are there from then on. Requires: the tuple is laid out as the type. */
export function setTupleElement(context: Context, base: Value, type: TupleType, name: string, value: Value): void {
  const { fields } = tupleLayout(context, type);
  const [field, length] = [fields.get(name), fields.get(LENGTH)];
  if (field === undefined) return;
  context.emit(Op.FieldSet, [base, value], field.field);
  if (length === undefined || Number(name) < type.required) return;
  const old = context.emit(Op.FieldGet, [base], length.field);
  const least = context.builder.int(ValueType.I32, Number(name) + 1);
  const isLonger = context.emit(Op.LessSigned, [least, old]);
  context.emit(Op.FieldSet, [base, context.emit(Op.Select, [isLonger, old, least])], length.field);
}

/** A walk over the elements, as they are at each step. */
export function overTuple(context: Context, subject: Operand, type: TupleType, node: ts.Node): Iteration {
  const { builder } = context;
  const held = operand(type, context.value(subject));
  const index = new SsaVariable("index", ValueType.I32);
  builder.write(index, builder.int(ValueType.I32, -1));
  return {
    advance: () => {
      builder.write(index, context.emit(Op.Add, [builder.read(index), builder.int(ValueType.I32, 1)]));
      const length = operandInt32(context, readTupleMember(context, held, LENGTH, node));
      return context.emit(Op.LessSigned, [builder.read(index), context.value(length)]);
    },
    element: () => elementAt(context, held, type, builder.read(index), node),
    close: null,
  };
}

/** Members that look at a tuple as at an array, and leave it as it is. */
const READING: ReadonlySet<string> = new Set(
  "at concat entries every filter find findIndex findLast findLastIndex flatMap forEach includes indexOf join keys lastIndexOf map reduce reduceRight slice some toReversed toSorted values with".split(
    " ",
  ),
);

export function isReadingMember(name: string): boolean {
  return READING.has(name);
}
