// console.table: the rows and cells of a value, by its static type and the classes of its objects. What draws them is
// runtime/core/console/console-table.ts.

import type ts from "typescript";
import type { Value } from "../../ir/function.ts";
import { Op } from "../../ir/ops.ts";
import { ValueType } from "../../ir/types.ts";
import type { LiveClass } from "../classes/classes.ts";
import { callForInstance, type Derivation, fieldOf, ownFields } from "../classes/derived-members.ts";
import { construct } from "../classes/lower-constructors.ts";
import type { Context } from "../context.ts";
import { branchWhere } from "../expressions/lower-conditions.ts";
import { callMember, readMember } from "../expressions/lower-members.ts";
import { textOf } from "../expressions/lower-strings.ts";
import { isIndistinct, matchUnion } from "../expressions/lower-unions.ts";
import { isAbsent } from "../expressions/stored-members.ts";
import { type Argument, evaluated } from "../functions/arguments.ts";
import { type Operand, operand, UNDEFINED_OPERAND, VOID_OPERAND } from "../operands.ts";
import type { Program } from "../program.ts";
import { forEachElement } from "../statements/lower-iteration.ts";
import { arrayType, type Type, TypeKind, types, unionType } from "../types/types.ts";
import { inspection, inspectValue } from "./lower-inspection.ts";
import { asObject, isOwnObject, ownNames } from "./lower-object-functions.ts";

/** The text of the table; undefined where the value is no list or object, and is shown as `log` does. */
export function tableText(context: Context, given: Operand, chosen: Argument | undefined, node: ts.Node): Operand | undefined {
  const { type } = given;
  const library = type.kind === TypeKind.Class ? libraryName(context, type) : undefined;
  const isList = type.kind === TypeKind.Array || type.kind === TypeKind.TypedArray || type.kind === TypeKind.Tuple;
  if (!isList && library === undefined && !isOwnObject(context, type)) return undefined;
  const held = operand(type, context.value(given));
  const names = unionType([arrayType(types.string), types.undefined]);
  const asked = chosen?.lower(names);
  const columns = library === undefined && asked !== undefined ? asked : UNDEFINED_OPERAND;
  const corner = text(library === undefined ? "(index)" : "(iteration index)");
  const args = [corner, operand(names, context.coerce(columns, names, node))];
  const table = construct(
    context,
    context.program.runtimeClass("ConsoleTable"),
    args.map((argument) => evaluated(argument, node)),
    node,
  );
  if (library === undefined && !isList) callForInstance(context, rowsOf(context.program), asObject(context, held, node), table, node);
  else
    forEachElement(context, held, node, (element) => {
      callMember(context, table, "beginNext", [], node);
      if (library === "Map") addEntry(context, element, table, node);
      else if (library === "Set") callMember(context, table, "value", [cellText(context, element, node)], node);
      else addRow(context, element, table, node);
    });
  return callMember(context, table, "text", [], node);
}

function text(constant: string): Operand {
  return { type: types.string, value: 0, constant };
}

/** Collections, whose elements are not taken apart. */
function libraryName(context: Context, type: Type): "Map" | "Set" | undefined {
  if (type.kind !== TypeKind.Class) return undefined;
  return (["Map", "Set"] as const).find((name) => type.declaration === context.program.libraryClass(name));
}

function addEntry(context: Context, entry: Operand, table: Operand, node: ts.Node): void {
  for (const [index, column] of ["Key", "Values"].entries()) {
    const shown = cellText(context, readMember(context, entry, String(index), node), node);
    callMember(context, table, "cell", [text(column), shown], node);
  }
}

/** A row of what an element has inside, or of the element itself. */
function addRow(context: Context, given: Operand, table: Operand, node: ts.Node): void {
  const { type } = given;
  if (isOwnObject(context, type)) {
    callForInstance(context, cellsOf(context.program), asObject(context, given, node), table, node);
    return;
  }
  if ((type.kind === TypeKind.Union || type.kind === TypeKind.Unknown) && !isIndistinct(context, type)) {
    const add = (part: Operand): Operand => {
      addRow(context, part, table, node);
      return VOID_OPERAND;
    };
    matchUnion(context, given, add, node);
    return;
  }
  switch (type.kind) {
    case TypeKind.Array:
    case TypeKind.TypedArray:
    case TypeKind.Tuple:
      addElements(context, given, table, node);
      return;
    case TypeKind.Class:
    case TypeKind.Function:
      return;
    default:
      callMember(context, table, "value", [cellText(context, given, node)], node);
  }
}

function addElements(context: Context, given: Operand, table: Operand, node: ts.Node): void {
  const { builder } = context;
  const list = operand(given.type, context.value(given));
  const index = context.temporary(types.number);
  builder.write(index, builder.float(0));
  forEachElement(context, list, node, (element) => {
    const column = textOf(context, operand(types.number, builder.read(index)), node);
    callMember(context, table, "cell", [column, cellText(context, element, node)], node);
    builder.write(index, context.emit(Op.FloatAdd, [builder.read(index), builder.float(1)]));
  });
}

/** A value in a cell: of objects with more than two properties only that they are objects. */
function cellText(context: Context, given: Operand, node: ts.Node): Operand {
  const { type } = given;
  const isUnion = (type.kind === TypeKind.Union || type.kind === TypeKind.Unknown) && !isIndistinct(context, type);
  if (isUnion) return matchUnion(context, given, (part) => cellText(context, part, node), node, types.string);
  const held = operand(type, context.value(given));
  const depth = isOwnObject(context, type) ? cellDepth(context, held, node) : operand(types.number, context.builder.float(0));
  const state = inspection(context, depth, node);
  callMember(context, state, "narrow", [], node);
  return inspectValue(context, held, state, node);
}

function cellDepth(context: Context, object: Operand, node: ts.Node): Operand {
  const { builder } = context;
  const count = readMember(context, ownNames(context, object, node), "length", node);
  const isLarge = context.emit(Op.LessSigned, [builder.int(ValueType.I32, 2), context.value(count)]);
  return operand(types.number, context.emit(Op.Select, [isLarge, builder.float(-1), builder.float(0)]));
}

// What objects have, by their classes

const rows = new WeakMap<Program, Derivation>();
const cells = new WeakMap<Program, Derivation>();

/** A row for each property of the object that a table is made of. */
function rowsOf(program: Program): Derivation {
  return derivation(program, rows, "table rows", (context, name, value, table, node) => {
    callMember(context, table, "begin", [name], node);
    addRow(context, value, table, node);
  });
}

/** A cell for each property of the object in a row. */
function cellsOf(program: Program): Derivation {
  return derivation(program, cells, "table cells", (context, name, value, table, node) => {
    callMember(context, table, "cell", [name, cellText(context, value, node)], node);
  });
}

type AddProperty = (context: Context, name: Operand, value: Operand, table: Operand, node: ts.Node) => void;

function derivation(program: Program, made: WeakMap<Program, Derivation>, name: string, add: AddProperty): Derivation {
  let found = made.get(program);
  if (found === undefined) {
    found = {
      name,
      extra: program.runtimeClass("ConsoleTable"),
      result: types.boolean,
      knows: () => false,
      ofValue: (context, given, _, node) => context.refuse(node, "TSM3052", given.type.name),
      ofInstance: (context, self, live, table, node) => addProperties(context, self, live, table, add, node),
    };
    made.set(program, found);
  }
  return found;
}

function addProperties(context: Context, self: Value, live: LiveClass, table: Operand, add: AddProperty, node: ts.Node): Operand {
  for (const field of ownFields(live)) {
    const value = fieldOf(context, self, field);
    const addField = (): void => add(context, text(field.name), value, table, node);
    if (field.isOptional === true) branchWhere(context, isAbsent(context, value), () => undefined, addField);
    else addField();
  }
  return { type: types.boolean, value: 0, constant: true };
}
