// Built-in members: methods of strings, arrays, typed arrays, numbers and booleans, which are functions of runtime/core.

import ts from "typescript";
import type { Context } from "../context.ts";
import { collectArguments, copyToArray, createArray, lowerSlice, narrowElements, pushAll } from "../expressions/lower-arrays.ts";
import { assertedAs } from "../expressions/lower-assertions.ts";
import { lowerExpression } from "../expressions/lower-expressions.ts";
import { callOnOpen } from "../expressions/lower-open-lists.ts";
import { textOf } from "../expressions/lower-strings.ts";
import { isReadingMember } from "../expressions/lower-tuples.ts";
import { matchUnion, narrowUnion } from "../expressions/lower-unions.ts";
import { type Argument, evaluated } from "../functions/arguments.ts";
import type { FunctionNode } from "../functions/functions.ts";
import { callDeclared } from "../functions/lower-calls.ts";
import { numericConstant, type Operand, operand, VOID_OPERAND } from "../operands.ts";
import { forEachElement } from "../statements/lower-iteration.ts";
import { arrayType, type Type, TypeKind, types, unionType } from "../types/types.ts";
import { convertNumber } from "./lower-conversions.ts";
import { callTypedArray } from "./lower-typed-arrays.ts";
import { withPredicate } from "./predicates.ts";

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

export function callBuiltInMember(context: Context, object: Operand, name: string, given: readonly Argument[], node: ts.Node): Operand {
  const { type } = object;
  const args = withPredicate(context, name, given);
  switch (type.kind) {
    case TypeKind.String: {
      if (name === "toString" || name === "valueOf") return object;
      if (name === "[iterator]") return callCore(context, ["string-iteration"], object, "points", args, node);
      const isByFunction = (name === "replace" || name === "replaceAll") && args.length === 2 && isFunctionNode(context, args[1].node);
      return callCore(context, ["string"], object, isByFunction ? `${name}With` : name, args, node);
    }
    case TypeKind.Array:
      return callOnOpen(context, object, name, node, (list) =>
        callArray(context, list, name === "[iterator]" ? "values" : name, args, node),
      );
    case TypeKind.Tuple:
      if (!isReadingMember(name)) return context.refuse(node, "TSM3028", name, type.name);
      return callArray(context, lowerSlice(context, object, 0, node), name, args, node);
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
      return name === "valueOf" ? object : callCore(context, ["boolean"], object, name, args, node);
    default:
      return context.refuse(node, "TSM3007", type.name, `\`${name}\``);
  }
}

function isFunctionNode(context: Context, node: ts.Node): boolean {
  const { checker } = context.program;
  return checker.getTypeAtLocation(node).getCallSignatures().length > 0;
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
  const core = (member: string, given: readonly Argument[]): Operand => callCore(context, ["array"], object, member, given, node);
  const isPlain = args.length === 1 && !args[0].isSpread;
  switch (name) {
    case "push":
    case "unshift":
      // Both take one value in the runtime; several are an array.
      if (isPlain) return core(name, args);
      return core(name === "push" ? "appendAll" : "prependAll", [evaluated(collectArguments(context, object.type, args, node), node)]);
    case "reduce":
      return args.length === 1 ? core("reduceFromFirst", args) : core(name, args);
    case "reduceRight":
      return args.length === 1 ? core("reduceRightFromLast", args) : core(name, args);
    case "concat":
      return concatenateArrays(context, object, args, node);
    case "flat":
      return flatten(context, object, args[0], node);
    case "flatMap":
      return givesArray(context, args[0]) ? core(name, args) : flattenGiven(context, core("map", args), node);
    case "with":
      return core("withValue", args);
    case "includes":
    case "indexOf":
    case "lastIndexOf":
      return searched(context, object, name, args, (given) => core(name, given), node);
    case "find":
    case "findLast":
      return guardedElement(context, core(name, args), node);
    case "filter":
      return guardedElements(context, core(name, args), node);
    default:
      return core(name, args);
  }
}

/** `NAMES.includes(value as Name)`: what is no text, whatever the assertion says, is in no list of texts. */
function searched(
  context: Context,
  { type }: Operand,
  name: string,
  args: readonly Argument[],
  call: (args: readonly Argument[]) => Operand,
  node: ts.Node,
): Operand {
  const [asserted] = args.length === 1 ? args : [];
  if (asserted === undefined || asserted.isSpread || !ts.isAsExpression(asserted.node)) return call(args);
  const { expression, type: said } = asserted.node;
  const flow = context.program.checker.getTypeAtLocation(expression);
  const target = context.typeOfNode(said);
  const isOpen = flow.isUnion() || (flow.flags & ts.TypeFlags.Unknown) !== 0;
  const isPlain = target === types.string || target === types.number || target === types.boolean;
  if (!isOpen || !isPlain || type.kind !== TypeKind.Array || type.element !== target) return call(args);
  const none: Operand =
    name === "includes"
      ? { type: types.boolean, value: 0, constant: false }
      : { type: types.number, value: 0, constant: { exact: -1n, number: -1 } };
  const ask = (part: Operand): Operand => (part.type === target ? call([evaluated(part, asserted.node)]) : none);
  return matchUnion(context, lowerExpression(context, expression), ask, node, none.type);
}

/** What `find` finds by a type guard is a value of the guard's type. */
function guardedElement(context: Context, found: Operand, node: ts.Node): Operand {
  if (!ts.isCallExpression(node) || found.type.kind !== TypeKind.Union) return found;
  const seen = context.checkerType(node);
  if (seen.kind !== TypeKind.Union || seen === found.type) return found;
  const [own] = found.type.members;
  const isBelow = found.type.members.length === 1 && seen.members.length === 1 && own !== seen.members[0];
  return isBelow ? assertedAs(context, found, seen, node) : narrowUnion(context, found, seen, node);
}

/** What `filter` keeps by a type guard are values of the guard's type. */
function guardedElements(context: Context, kept: Operand, node: ts.Node): Operand {
  if (kept.type.kind !== TypeKind.Array || !ts.isCallExpression(node)) return kept;
  const { kind } = kept.type.element;
  if (kind !== TypeKind.Union && kind !== TypeKind.Unknown) return kept;
  const seen = context.checkerType(node);
  return seen.kind === TypeKind.Array && seen !== kept.type ? narrowElements(context, kept, seen, node) : kept;
}

/** Each argument is an array whose elements are meant, or a value. */
function concatenateArrays(context: Context, object: Operand, args: readonly Argument[], node: ts.Node): Operand {
  const element = object.type.kind === TypeKind.Array ? object.type.element : types.unknown;
  const isSpread = args.some((argument) => argument.isSpread);
  const lowered = (argument: Argument): Operand => argument.lower(isArrayNode(context, argument.node) ? object.type : element);
  const given = args.map((argument) => (argument.isSpread ? copyToArray(context, argument.lower(), argument.node) : lowered(argument)));
  const [first] = given;
  const isFirstArray = !isSpread && first?.type.kind === TypeKind.Array && element.kind !== TypeKind.Array;
  const result = isFirstArray
    ? callCore(context, ["array"], object, "concat", [evaluated(sameArray(context, first, object.type, node), node)], node)
    : callCore(context, ["array"], object, "slice", [], node);
  const made = operand(result.type, context.value(result));
  const append = (part: Operand): void => {
    const isArray = part.type.kind === TypeKind.Array && isConcatSpreadable(part.type, element);
    const value = isArray ? sameArray(context, part, made.type, node) : part;
    callCore(context, ["array"], made, isArray ? "appendAll" : "push", [evaluated(value, node)], node);
  };
  for (const [index, part] of given.entries()) {
    if (index === 0 && isFirstArray) continue;
    if (args[index].isSpread) forEachElement(context, part, node, append);
    else append(part);
  }
  return made;
}

function sameArray(context: Context, part: Operand, type: Type, node: ts.Node): Operand {
  return operand(type, context.coerce(part, type, node));
}

/** An array of arrays takes arrays of arrays; what has one level less is an element. */
function isConcatSpreadable(part: Type, element: Type): boolean {
  return element.kind !== TypeKind.Array || (part.kind === TypeKind.Array && part.element.kind === TypeKind.Array);
}

function isArrayNode(context: Context, node: ts.Node): boolean {
  const { checker } = context.program;
  return checker.isArrayType(checker.getTypeAtLocation(node));
}

/** `flat(depth)`: as many levels as the constant says, as far as there are any. */
function flatten(context: Context, object: Operand, depth: Argument | undefined, node: ts.Node): Operand {
  const constant = depth === undefined ? 1 : numericConstant(depth.lower())?.number;
  if (constant === undefined) return context.refuse(depth?.node ?? node, "TSM3012", "the depth of flat");
  let result = object;
  for (let level = 0; level < constant; level++) {
    if (result.type.kind !== TypeKind.Array || result.type.element.kind !== TypeKind.Array) {
      const element = result.type.kind === TypeKind.Array ? result.type.element.kind : TypeKind.Never;
      if (element !== TypeKind.Union && element !== TypeKind.Tuple) break;
      result = flattenMixed(context, result, node);
      continue;
    }
    result = callCore(context, ["array"], result, "flat", [], node);
  }
  return result === object ? callCore(context, ["array"], object, "slice", [], node) : result;
}

/** What a callback of `flatMap` gave that gives lists and other values, or lists of several types. */
function flattenGiven(context: Context, given: Operand, node: ts.Node): Operand {
  const element = given.type.kind === TypeKind.Array ? given.type.element : types.never;
  const members = element.kind === TypeKind.Union ? element.members : [element];
  return members.some(isList) ? flatten(context, given, undefined, node) : given;
}

function isList({ kind }: Type): boolean {
  return kind === TypeKind.Array || kind === TypeKind.Tuple;
}

/** One level of a list of tuples, or of lists among other values. */
function flattenMixed(context: Context, { type, ...list }: Operand, node: ts.Node): Operand {
  const element = type.kind === TypeKind.Array ? type.element : types.never;
  const partsOf = (part: Type): Type =>
    part.kind === TypeKind.Array ? part.element : part.kind === TypeKind.Tuple ? unionType(part.elements) : part;
  const members = element.kind === TypeKind.Union ? element.members : [element];
  const absent =
    element.kind === TypeKind.Union ? [...(element.hasNull ? [types.null] : []), ...(element.hasUndefined ? [types.undefined] : [])] : [];
  const wanted = unionType([...members.map(partsOf), ...absent]);
  const result = createArray(context, arrayType(wanted), []);
  forEachElement(context, { type, ...list }, node, (given) => {
    const add = (part: Operand): Operand => {
      const all = part.type.kind === TypeKind.Union ? part.type.members : [part.type];
      if (all.every(isList)) pushAll(context, result, part, node);
      else callBuiltIn(context, result, "push", [operand(wanted, context.coerce(part, wanted, node))], node);
      return VOID_OPERAND;
    };
    matchUnion(context, given, add, node, types.void);
  });
  return result;
}

/** Whether a callback gives an array, by the checker. */
function givesArray(context: Context, callback: Argument): boolean {
  const { checker } = context.program;
  const signature = checker.getTypeAtLocation(callback.node).getCallSignatures()[0];
  return signature === undefined || checker.isArrayLikeType(checker.getReturnTypeOfSignature(signature));
}
