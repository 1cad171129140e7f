// Tuples and arrays: tuples with a rest element are arrays of all that their elements may be, and new arrays can become tuples. What stands
// at a place that is known is checked when it is read.

import ts from "typescript";
import { Op, PanicKind } from "../../ir/ops.ts";
import { ValueType } from "../../ir/types.ts";
import type { Context } from "../context.ts";
import { numericConstant, type Operand, operand, UNDEFINED_OPERAND } from "../operands.ts";
import { isLibraryFile } from "../types/library-types.ts";
import { typeAtPlace } from "../types/tuple-parts.ts";
import { type ArrayType, arrayType, type TupleType, type Type, TypeKind, types } from "../types/types.ts";
import { coerce } from "./conversions.ts";
import { createArray, narrowElements, pushAll } from "./lower-arrays.ts";
import { readElement } from "./lower-elements.ts";
import { narrowTo } from "./lower-expressions.ts";
import { arrayLength } from "./lower-open-lists.ts";
import { readTupleMember, tupleFromParts, tupleOfArguments } from "./lower-tuples.ts";

/** Of a tuple with a rest element: what the element is by its place, where that is known. */
export function placeOf(type: Type, index: Operand): Type | undefined {
  const place = numericConstant(index)?.number;
  return type.kind === TypeKind.Array && place !== undefined ? typeAtPlace(type, place) : undefined;
}

export function atPlace(context: Context, element: Operand, type: Type, index: Operand, node: ts.Node): Operand {
  const wanted = placeOf(type, index);
  return wanted === undefined || wanted === element.type ? element : narrowTo(context, element, wanted, node as ts.Expression, true);
}

/** The rest of such an array as its own type. */
export function restAtPlace(context: Context, rest: Operand, type: ArrayType, node: ts.Node): Operand {
  const isSame = rest.type.kind === TypeKind.Array && rest.type.element === type.element;
  return operand(type, context.value(isSame ? rest : narrowElements(context, rest, arrayType(type.element), node as ts.Expression)));
}

/** Evaluated arguments, the last of them an array if the tuple has a rest element, as the value of a rest parameter that is a tuple. */
export function packedArguments(context: Context, type: Type, args: readonly Operand[], node: ts.Node): Operand {
  if (type.kind === TypeKind.Tuple) return tupleOfArguments(context, type, args, node);
  const { start = [] } = type.kind === TypeKind.Array ? (type.places ?? {}) : {};
  const element = type.kind === TypeKind.Array ? type.element : types.unknown;
  const result = createArray(
    context,
    type,
    start.map((_, index) => coerce(context, args[index], element, node)),
  );
  if (args.length > start.length) pushAll(context, result, args[start.length], node);
  return result;
}

/** A tuple that nobody else has, just made, as a list of another layout. */
export function laidOutAs(context: Context, given: Operand, wanted: Type, node: ts.Node): Operand {
  const { type } = given;
  if (type.kind !== TypeKind.Tuple || type === wanted || type.required < type.elements.length) return given;
  const held = operand(type, context.value(given));
  const parts = type.elements.map((_, index) => readTupleMember(context, held, String(index), node));
  if (wanted.kind === TypeKind.Array)
    return createArray(
      context,
      wanted,
      parts.map((part) => coerce(context, part, wanted.element, node)),
    );
  if (wanted.kind !== TypeKind.Tuple || wanted.elements.length < parts.length) return given;
  const values = parts.map((part, index) => coerce(context, part, wanted.elements[index], node));
  const missing = wanted.elements.slice(parts.length).map((element) => coerce(context, UNDEFINED_OPERAND, element, node));
  return tupleFromParts(context, wanted, [...values, ...missing], context.builder.int(ValueType.I32, parts.length));
}

/** Members of the library whose array nobody else has. */
const MAKING = new Set("concat filter flat flatMap map slice splice split toReversed toSorted toSpliced with".split(" "));

/**
 * `list.map(...) as [A, B]`: an array that nobody else has as a tuple, or one of which only the elements are looked at; panics where it has
 * another number of elements, or one of another kind.
 */
export function tupleOfList(context: Context, given: Operand, type: TupleType, node: ts.Node): Operand | undefined {
  if (given.type.kind !== TypeKind.Array) return undefined;
  if (!isTakenApart(node) && !isNewArray(context, ts.isAsExpression(node) ? node.expression : node)) return undefined;
  const held = operand(given.type, context.value(given));
  const length = arrayLength(context, held.value, held.type);
  const wanted = context.builder.int(ValueType.I32, type.elements.length);
  const required = context.builder.int(ValueType.I32, type.required);
  const isLonger = context.emit(Op.LessUnsigned, [wanted, length]);
  context.check(context.emit(Op.LessEqualUnsigned, [required, length]), PanicKind.Narrowing);
  if (!isTakenApart(node)) context.check(context.emit(Op.Equal, [isLonger, context.builder.int(ValueType.Bool, 0)]), PanicKind.Narrowing);
  const values = type.elements.map((element, index) => {
    const position: Operand = { type: types.number, value: 0, constant: { exact: BigInt(index), number: index } };
    const part = readElement(context, held, position, node, index >= type.required);
    const own = part.type === element ? part : narrowTo(context, part, element, node, true);
    return coerce(context, own, element, node);
  });
  return tupleFromParts(context, type, values, context.emit(Op.Select, [isLonger, wanted, length]));
}

/** Whether it is an array that nobody else has, or has any more. */
export function isNewArray(context: Context, made: ts.Node): boolean {
  if (ts.isParenthesizedExpression(made) || ts.isAsExpression(made)) return isNewArray(context, made.expression);
  if (ts.isIdentifier(made)) return isGivenAway(context, made);
  if (ts.isArrayLiteralExpression(made)) return true;
  const name = ts.isCallExpression(made) && ts.isPropertyAccessExpression(made.expression) ? made.expression.name : undefined;
  const declared = name === undefined ? undefined : context.program.symbolOf(name)?.valueDeclaration;
  return declared !== undefined && isLibraryFile(declared.getSourceFile()) && MAKING.has(name?.text ?? "");
}

/** Whether it is a variable with an array made for it, of which a function returns the only reference there has ever been. */
function isGivenAway(context: Context, name: ts.Identifier): boolean {
  const symbol = context.program.symbolOf(name);
  const declaration = symbol?.valueDeclaration;
  if (declaration === undefined || !ts.isVariableDeclaration(declaration) || declaration.initializer === undefined) return false;
  const around = ts.findAncestor(declaration, ts.isFunctionLike);
  if (around === undefined || ts.findAncestor(name, ts.isFunctionLike) !== around || !isReturned(name)) return false;
  if (ts.isIdentifier(declaration.initializer) || !isNewArray(context, declaration.initializer)) return false;
  const isOther = (node: ts.Node): boolean => {
    if (!ts.isIdentifier(node) || node.text !== name.text || context.program.symbolOf(node) !== symbol)
      return ts.forEachChild(node, isOther) ?? false;
    return node !== declaration.name && !isReturned(node) && !isAskedForElements(node);
  };
  return !isOther(around);
}

function isReturned(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent) || ts.isAsExpression(parent)) return isReturned(parent);
  return ts.isReturnStatement(parent);
}

/** An element is read or written, or a member called that gives no reference to the array. */
function isAskedForElements(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isElementAccessExpression(parent)) return parent.expression === node;
  return ts.isPropertyAccessExpression(parent) && ["length", "pop", "push", "shift", "unshift"].includes(parent.name.text);
}

/** Whether only elements are looked at, so that it does not matter if there are more, or whose array it is. */
function isTakenApart(node: ts.Node): boolean {
  if (ts.isSourceFile(node)) return false;
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent)) return isTakenApart(parent);
  return (
    ts.isVariableDeclaration(parent) &&
    ts.isArrayBindingPattern(parent.name) &&
    parent.name.elements.every((element) => ts.isOmittedExpression(element) || element.dotDotDotToken === undefined)
  );
}
