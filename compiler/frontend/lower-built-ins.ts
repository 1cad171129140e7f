// Built-in members: methods of strings, arrays, typed arrays, numbers and booleans, which are functions of runtime/core.

import type ts from "typescript";
import { Op } from "../ir/ops.ts";
import type { Context } from "./context.ts";
import type { FunctionNode } from "./functions.ts";
import { readElement } from "./lower-arrays.ts";
import { type Argument, callDeclared, evaluated } from "./lower-calls.ts";
import { convertNumber } from "./lower-conversions.ts";
import { textOf } from "./lower-strings.ts";
import { type Operand, operand } from "./operands.ts";
import { arrayType, presentType, type Type, type TypedArrayType, TypeKind, types } from "./types.ts";

/** Calls a built-in member with evaluated operands. */
export function callBuiltIn(context: Context, object: Operand, name: string, args: readonly Operand[], node: ts.Node): Operand {
  return callBuiltInMember(
    context,
    object,
    name,
    args.map((given) => evaluated(given, node)),
    node,
  );
}

export function callBuiltInMember(context: Context, object: Operand, name: string, args: readonly Argument[], node: ts.Node): Operand {
  const { type } = object;
  switch (type.kind) {
    case TypeKind.String:
      return callCore(context, ["string"], object, name, args, node);
    case TypeKind.Array:
      return callArray(context, object, name, args, node);
    case TypeKind.TypedArray:
      return callTypedArray(context, object, type, name, args, node);
    case TypeKind.Integer:
    case TypeKind.Enum:
      if (name === "toString" && args.length === 0) return textOf(context, object, node);
      return callCore(context, ["number"], convertNumber(context, object, types.number, node), name, args, node);
    case TypeKind.Number:
    case TypeKind.Float32:
      return callCore(context, ["number"], object, name, args, node);
    case TypeKind.Boolean:
      return callCore(context, ["boolean"], object, name, args, node);
    default:
      return context.refuse(node, "TSM3007", type.name, `\`${name}\``);
  }
}

function callCore(
  context: Context,
  files: readonly string[],
  object: Operand,
  name: string,
  args: readonly Argument[],
  node: ts.Node,
): Operand {
  const declaration = findCore(context, files, name);
  if (declaration === undefined) return context.refuse(node, "TSM3007", object.type.name, `\`${name}\``);
  return callDeclared(context, declaration, null, null, [evaluated(object, node), ...args], node);
}

function findCore(context: Context, files: readonly string[], name: string): FunctionNode | undefined {
  for (const file of files) {
    const found = context.program.coreFunction(file, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function callArray(context: Context, object: Operand, name: string, args: readonly Argument[], node: ts.Node): Operand {
  // push and unshift take one value in the runtime; a call with several is several calls.
  if ((name === "push" || name === "unshift") && (args.length !== 1 || args[0].isSpread))
    return callForEach(context, object, name, args, node);
  if (name === "reduce" && args.length === 1) return reduceFromFirst(context, object, args[0], node);
  return callCore(context, ["array"], object, name, args, node);
}

function callForEach(context: Context, object: Operand, name: "push" | "unshift", args: readonly Argument[], node: ts.Node): Operand {
  if (args.some((argument) => argument.isSpread)) return context.refuse(node, "TSM9001", `spreading into ${name} (write a loop)`);
  const element = object.type.kind === TypeKind.Array ? object.type.element : types.unknown;
  const given = args.map((argument) => argument.lower(element));
  if (name === "unshift") given.reverse();
  let result: Operand = operand(types.numberInt32, 0);
  if (given.length === 0)
    result = { type: types.numberInt32, value: context.emit(Op.ArrayLength, [context.value(object)]), range: { min: 0, max: 0x7fff_ffff } };
  for (const value of given) result = callCore(context, ["array"], object, name, [evaluated(value, node)], node);
  return result;
}

/** Without a start value: the first element, then the others. */
function reduceFromFirst(context: Context, object: Operand, callback: Argument, node: ts.Node): Operand {
  const zero: Operand = { type: types.number, value: 0, constant: { exact: 0n, number: 0 } };
  const one: Operand = { type: types.number, value: 0, constant: { exact: 1n, number: 1 } };
  const first = readElement(context, object, zero, node, false);
  return callCore(context, ["array"], object, "reduce", [callback, evaluated(first, node), evaluated(one, node)], node);
}

const sameTypeResults: ReadonlySet<string> = new Set(["fill", "reverse", "sort", "copyWithin", "slice", "subarray"]);
const elementArguments: ReadonlySet<string> = new Set(["fill", "includes", "indexOf", "lastIndexOf"]);

/** Typed arrays have the head of arrays, so that the functions of array.ts serve them too. */
function callTypedArray(
  context: Context,
  object: Operand,
  type: TypedArrayType,
  name: string,
  args: readonly Argument[],
  node: ts.Node,
): Operand {
  if (name === "set") return setElements(context, object, args, node);
  const asArray = operand(arrayType(type.element), context.value(object));
  const converted = args.map((argument, index): Argument => {
    if (index > 0 || !elementArguments.has(name)) return argument;
    return { ...argument, lower: () => convertNumber(context, argument.lower(), type.element, node) };
  });
  const result = callCore(context, ["typed-array", "array"], asArray, name, converted, node);
  return sameTypeResults.has(name) ? operand(type, context.value(result)) : plainNumber(context, result, type.element, node);
}

/** An element that comes back is a number. */
function plainNumber(context: Context, result: Operand, element: Type, node: ts.Node): Operand {
  return result.type === element && presentType(element).kind === TypeKind.Integer
    ? convertNumber(context, result, types.number, node)
    : result;
}

function setElements(context: Context, object: Operand, args: readonly Argument[], node: ts.Node): Operand {
  const declaration = findCore(context, ["typed-array"], "set");
  if (declaration === undefined) return context.refuse(node, "TSM3007", object.type.name, "`set`");
  const source = args[0]?.lower();
  if (source === undefined || source.type.kind !== TypeKind.TypedArray || source.type !== object.type)
    return context.refuse(node, "TSM9001", "`set` from another kind of array");
  const element = arrayType(source.type.element);
  const rest = args.slice(1);
  return callDeclared(
    context,
    declaration,
    null,
    null,
    [evaluated(operand(element, context.value(object)), node), evaluated(operand(element, context.value(source)), node), ...rest],
    node,
  );
}
