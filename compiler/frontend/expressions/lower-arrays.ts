// Arrays: literals, and the other ways in which arrays are made.

import ts from "typescript";
import type { Value } from "../../ir/function.ts";
import { Op } from "../../ir/ops.ts";
import { memoryKinds, ValueType } from "../../ir/types.ts";
import type { Context } from "../context.ts";
import { type Argument, evaluated } from "../functions/arguments.ts";
import { callDeclared } from "../functions/lower-calls.ts";
import { callBuiltIn, callBuiltInMember } from "../library/lower-built-ins.ts";
import { type Operand, operand } from "../operands.ts";
import { elementTypeOf, forEachElement, isWalked } from "../statements/lower-iteration.ts";
import { isLibraryFile } from "../types/library-types.ts";
import { memoryKindOf } from "../types/representation.ts";
import { typeFromPlace } from "../types/tuple-parts.ts";
import { mentionsUnknown } from "../types/type-parts.ts";
import {
  type ArrayType,
  arrayType,
  isNumeric,
  mayBeAbsent,
  presentType,
  type Type,
  TypeKind,
  types,
  unionType,
  widened,
} from "../types/types.ts";
import { commonType } from "./branch-types.ts";
import { coerce, hasNoElements, isAssignable } from "./conversions.ts";
import { branchWhere, conditional, loopWhile } from "./lower-conditions.ts";
import { arrayElement, indexValue } from "./lower-elements.ts";
import { lowerExpression, narrowTo } from "./lower-expressions.ts";
import { readMember } from "./lower-members.ts";
import { arrayLength, seenAsList } from "./lower-open-lists.ts";
import { restAtPlace } from "./lower-tuple-rests.ts";
import { tupleAmong } from "./lower-tuple-unions.ts";
import { elementOf, lowerTuple, missesElement } from "./lower-tuples.ts";
import { absentValue, isAbsent } from "./stored-members.ts";

// Creation

/** An array with these elements. */
export function createArray(context: Context, type: Type, values: readonly Value[]): Operand {
  const element = type.kind === TypeKind.Array ? type.element : types.unknown;
  const array = allocateArray(context, element, context.builder.int(ValueType.I32, values.length));
  for (const [index, value] of values.entries()) {
    context.emit(Op.ArraySet, [array, context.builder.int(ValueType.I32, index), value], memoryKindOf(element));
  }
  return operand(type, array);
}

function allocateArray(context: Context, element: Type, length: Value): Value {
  const irClass = context.program.classes.arrayClass(element);
  const size = context.builder.int(ValueType.I32, memoryKinds[memoryKindOf(element)].sizeBytes);
  return context.callRuntime("createArray", [context.emit(Op.ClassDescriptor, [], irClass.index), length, size]);
}

/** What the elements of a literal are wanted as: by an array type, or by one that can only be walked over. */
function wantedElement(context: Context, wanted: Type, node: ts.Node): Type | undefined {
  const isArray = wanted.kind === TypeKind.Array;
  if (!isArray && !isWalked(arrayType(types.number), wanted)) return undefined;
  const element = isArray ? wanted.element : elementTypeOf(context, wanted, node);
  return mentionsUnknown(element) && !isSaid(context, element, node) ? undefined : element;
}

/** Whether the checker, too, wants elements of that type, `unknown` among its parts: they are not to be inferred from the literal. */
function isSaid(context: Context, element: Type, node: ts.Node): boolean {
  const wanted = ts.isArrayLiteralExpression(node) ? context.program.checker.getContextualType(node) : undefined;
  if (wanted === undefined || (wanted.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.TypeParameter)) !== 0) return false;
  const said = presentType(context.program.converter.convert(wanted, context.environment, node));
  if (said.kind === TypeKind.Array) return said.element === element;
  return isWalked(arrayType(types.number), said) && elementTypeOf(context, said, node) === element;
}

/**
 * Of a union with one kind of list, that: a literal can be no other member. Of several tuples the one that the literal is; without a list
 * what can be walked over.
 */
function listAmong(context: Context, wanted: Type, node: ts.ArrayLiteralExpression): Type {
  if (wanted.kind !== TypeKind.Union) return wanted;
  const lists = wanted.members.filter(({ kind }) => kind === TypeKind.Array || kind === TypeKind.Tuple);
  if (lists.length === 0) return wanted.members.find((member) => isWalked(arrayType(types.number), member)) ?? wanted;
  return (lists.length === 1 ? lists[0] : tupleAmong(context, wanted, node)) ?? wanted;
}

export function lowerArrayLiteral(context: Context, node: ts.ArrayLiteralExpression, expected?: Type): Operand {
  const among = expected === undefined ? undefined : listAmong(context, presentType(expected), node);
  const wanted = among !== undefined && canHaveElements(among, node) ? among : undefined;
  const asTuple = wanted?.kind === TypeKind.Tuple ? wanted : undefined;
  if (asTuple !== undefined) return lowerTuple(context, node, asTuple);
  const element = wanted === undefined ? undefined : wantedElement(context, wanted, node);
  if (node.elements.some(ts.isSpreadElement)) return lowerSpreadLiteral(context, node, element);
  if (element === undefined) {
    const seen = context.program.checker.getTypeAtLocation(node);
    if (context.program.checker.isTupleType(seen)) return lowerTuple(context, node, undefined);
  }
  const given = node.elements.map((item) => lowerExpression(context, item, element));
  const found = element ?? elementType(context, node, given);
  context.at(node);
  return createArray(
    context,
    arrayType(found),
    given.map((item, index) => coerce(context, item, found, node.elements[index])),
  );
}

/** Whether a list of the type can have as many elements as the literal. Of `pair ?? []` the pair is no hint for the other list. */
function canHaveElements(type: Type, { elements }: ts.ArrayLiteralExpression): boolean {
  if (type.kind !== TypeKind.Tuple || elements.some(ts.isSpreadElement)) return true;
  return elements.length >= type.required && elements.length <= type.elements.length;
}

/** The common type of the elements; of an empty literal what the checker expects. */
function elementType(context: Context, node: ts.Node, given: readonly Operand[]): Type {
  if (given.length > 0)
    return widened(
      given.reduce((left, right) => ({ type: commonType(left, right), value: left.value === 0 && right.value === 0 ? 0 : 1 })).type,
    );
  const seen = context.checkerType(node);
  return seen.kind === TypeKind.Array ? seen.element : types.never;
}

/** Stands for one of the elements that a spread operand has. */
function spreadElement(context: Context, given: Operand, node: ts.Node): Operand {
  if (given.type.kind === TypeKind.Array) return operand(given.type.element, 1);
  if (given.type.kind === TypeKind.Tuple) return operand(unionType(given.type.elements), 1);
  return operand(elementTypeOf(context, given.type, node), 1);
}

/** `[...a, b, ...c]`: pushes and concatenations, in order. */
function lowerSpreadLiteral(context: Context, node: ts.ArrayLiteralExpression, wanted: Type | undefined): Operand {
  const parts = node.elements.map((item) => ({
    isSpread: ts.isSpreadElement(item),
    node: item,
    given: (ts.isSpreadElement(item) ? lowerWalked : lowerExpression)(
      context,
      ts.isSpreadElement(item) ? item.expression : item,
      ts.isSpreadElement(item) ? (wanted === undefined ? undefined : arrayType(wanted)) : wanted,
    ),
  }));
  const elements = parts.map(({ isSpread, given }) => (isSpread ? spreadElement(context, given, node) : given));
  const element = wanted ?? elementType(context, node, elements);
  let result = createArray(context, arrayType(element), []);
  for (const part of parts) {
    if (part.isSpread && part.given.type.kind === TypeKind.Tuple) part.given = lowerSlice(context, part.given, 0, node);
    if (!part.isSpread) callBuiltIn(context, result, "push", [operand(element, coerce(context, part.given, element, part.node))], node);
    else if (part.given.type.kind === TypeKind.Array && isAppendable(part.given.type, result.type)) {
      result = callBuiltIn(context, result, "concat", [operand(result.type, coerce(context, part.given, result.type, part.node))], node);
    } else pushAll(context, result, part.given, part.node);
  }
  return result;
}

/** Whether its elements are stored as those of the other list, to which they are appended. */
function isAppendable(from: Type, to: Type): boolean {
  return hasNoElements(from) || isAssignable(from, to);
}

/** The values of arguments, spread ones among them, as a new array of the type. */
export function collectArguments(context: Context, type: Type, args: readonly Argument[], node: ts.Node): Operand {
  const element = type.kind === TypeKind.Array ? type.element : types.unknown;
  if (!args.some((argument) => argument.isSpread)) {
    const given = args.map((argument) => coerce(context, argument.lower(element), element, argument.node));
    return createArray(context, type, given);
  }
  const result = createArray(context, type, []);
  for (const argument of args) {
    const given = argument.lower(argument.isSpread ? type : element);
    const part = argument.isSpread ? copyToArray(context, given, argument.node) : given;
    if (argument.isSpread && !isAppendable(part.type, type)) {
      pushAll(context, result, part, argument.node);
      continue;
    }
    const wanted = argument.isSpread ? type : element;
    const value = operand(wanted, coerce(context, part, wanted, argument.node));
    callBuiltInMember(context, result, argument.isSpread ? "appendAll" : "push", [evaluated(value, node)], node);
  }
  return result;
}

export function pushAll(context: Context, array: Operand, source: Operand, node: ts.Node): void {
  const element = array.type.kind === TypeKind.Array ? array.type.element : types.unknown;
  forEachElement(context, source, node, (given) => {
    callBuiltIn(context, array, "push", [operand(element, coerce(context, given, element, node))], node);
  });
}

/** What is walked over at once: of `pair ?? []`, whose sides are no common type, an array of what there is. */
export function lowerWalked(context: Context, node: ts.Expression, expected?: Type): Operand {
  if (ts.isParenthesizedExpression(node)) return lowerWalked(context, node.expression, expected);
  const isChoice = ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken;
  if (!isChoice || !ts.isArrayLiteralExpression(node.right) || node.right.elements.length > 0)
    return lowerExpression(context, node, expected);
  const tuple = presentType(context.checkerType(node.left));
  if (tuple.kind !== TypeKind.Tuple) return lowerExpression(context, node, expected);
  const left = lowerExpression(context, node.left);
  if (!mayBeAbsent(left.type)) return left;
  const held = operand(left.type, context.value(left));
  const copy = (): Operand => copyToArray(context, context.narrow(held, tuple, node), node);
  const none = (): Operand => createArray(context, arrayType(elementOf(tuple)), []);
  return conditional(context, isAbsent(context, held), none, copy, node);
}

/** A new array of what can be walked over. */
export function copyToArray(context: Context, given: Operand, node: ts.Node): Operand {
  if (given.type.kind === TypeKind.Array) return callBuiltIn(context, given, "slice", [], node);
  if (given.type.kind === TypeKind.TypedArray) return callBuiltIn(context, given, "toArray", [], node);
  if (given.type.kind === TypeKind.Tuple) return lowerSlice(context, given, 0, node);
  const several = seenAsList(context, given, node);
  if (several !== undefined) return copyToArray(context, several, node);
  const result = createArray(context, arrayType(widened(elementTypeOf(context, given.type, node))), []);
  pushAll(context, result, given, node);
  return result;
}

/** `new Array<T>(length)`. */
export function newArray(context: Context, type: ArrayType, args: readonly Argument[], node: ts.Node): Operand {
  if (args.length === 0) return createArray(context, type, []);
  if (args.length > 1 || args[0].isSpread) return collectArguments(context, type, args, node);
  const { element } = type;
  const given = args[0].lower();
  if (!isNumeric(given.type)) return createArray(context, type, [coerce(context, given, element, args[0].node)]);
  // A union whose mark for undefined is not zero.
  if (element.kind === TypeKind.Union && memoryKindOf(element) !== memoryKindOf(types.string) && mayBeAbsent(element))
    return arrayOf(context, evaluated(given, args[0].node), operand(element, absentValue(context, element)), node);
  const length = lengthValue(context, given, args[0].node);
  context.at(node);
  if (!context.program.isKernel) checkLength(context, length, node);
  return operand(type, allocateArray(context, element, length));
}

/** Whether the expression is the global `Array`. */
export function isArrayOfLibrary(context: Context, node: ts.Node): boolean {
  const declaration = ts.isIdentifier(node) && node.text === "Array" ? context.program.symbolOf(node)?.valueDeclaration : undefined;
  return declaration !== undefined && isLibraryFile(declaration.getSourceFile());
}

/** Members that do not call back, or do not give an element, where there is a hole. */
const PASSING_HOLES: ReadonlySet<string> = new Set([
  "every",
  "filter",
  "flat",
  "flatMap",
  "forEach",
  "map",
  "reduce",
  "reduceRight",
  "some",
]);

/** Refuses a call on holes that would find them in JavaScript, and finds elements here. */
export function refuseHoles(context: Context, name: string, node: ts.Node): void {
  if (PASSING_HOLES.has(name)) context.refuse(node, "TSM3006", name);
}

/** The length in `new Array<T>(length)` or `Array<T>(length)`. */
export function lengthOfNew(context: Context, node: ts.Expression): ts.Expression | undefined {
  let inner = node;
  while (ts.isParenthesizedExpression(inner)) inner = inner.expression;
  if (!(ts.isNewExpression(inner) || ts.isCallExpression(inner)) || inner.arguments?.length !== 1) return undefined;
  const [length] = inner.arguments;
  const isNumber = (context.program.checker.getTypeAtLocation(length).flags & ts.TypeFlags.NumberLike) !== 0;
  return isNumber && isArrayOfLibrary(context, inner.expression) ? length : undefined;
}

/** `new Array<T>(length).fill(value)`: no element is ever without a value. */
export function filledArray(
  context: Context,
  length: ts.Expression,
  value: Argument,
  node: ts.Expression,
  expected: Type | undefined,
): Operand {
  const seen = context.checkerType(node);
  const type = expected?.kind === TypeKind.Array ? expected : seen;
  if (type.kind !== TypeKind.Array) return context.refuse(node, "TSM3009", type.name);
  const count = evaluated(lowerExpression(context, length), length);
  return arrayOf(context, count, operand(type.element, coerce(context, value.lower(type.element), type.element, value.node)), node);
}

/** An array that has the value so many times. */
function arrayOf(context: Context, count: Argument, value: Operand, node: ts.Node): Operand {
  const declaration = context.program.coreFunction("array", "filled");
  if (declaration === undefined) return context.refuse(node, "TSM3016", "filled", "runtime/core/collections/array.ts");
  return callDeclared(context, declaration, null, null, [count, evaluated(value, node)], node);
}

/** A length as an I32: what does not fit becomes -1, which is refused. */
function lengthValue(context: Context, given: Operand, node: ts.Node): Value {
  return indexValue(context, given, node);
}

/** Throws where the number was no length. */
function checkLength(context: Context, length: Value, node: ts.Node): void {
  const { builder } = context;
  const refused = builder.openBlock(true);
  const fits = builder.openBlock();
  builder.branch(context.emit(Op.LessSigned, [length, builder.int(ValueType.I32, 0)]), refused, fits);
  builder.enter(refused);
  const declaration = context.program.coreFunction("array", "refuseLength");
  if (declaration === undefined) return context.refuse(node, "TSM3016", "refuseLength", "runtime/core/collections/array.ts");
  callDeclared(context, declaration, null, null, [], node);
  builder.enter(fits);
}

/** A new array of the elements as another type, which each of them has. */
export function narrowElements(context: Context, source: Operand, type: ArrayType, node: ts.Expression): Operand {
  const { builder } = context;
  const result = createArray(context, type, []);
  const from = source.type.kind === TypeKind.Array ? source.type.element : types.unknown;
  const index = context.temporary(types.i32);
  builder.write(index, builder.int(ValueType.I32, 0));
  loopWhile(
    context,
    () => context.emit(Op.LessSigned, [builder.read(index), arrayLength(context, context.value(source), source.type)]),
    () => {
      const element = arrayElement(context, context.value(source), builder.read(index), source.type, from);
      callBuiltIn(context, result, "push", [narrowTo(context, element, type.element, node, true)], node);
      builder.write(index, context.emit(Op.Add, [builder.read(index), builder.int(ValueType.I32, 1)]));
    },
  );
  return result;
}

/** The rest of an array from an index on. */
export function lowerSlice(context: Context, given: Operand, start: number, node: ts.Node): Operand {
  const several = seenAsList(context, given, node);
  if (several !== undefined) return lowerSlice(context, several, start, node);
  if (given.type.kind === TypeKind.Tuple) return tupleRest(context, given, start, node);
  if (given.type.kind === TypeKind.TypedArray) return lowerSlice(context, copyToArray(context, given, node), start, node);
  const constant: Operand = { type: types.number, value: 0, constant: { exact: BigInt(start), number: start } };
  const rest = callBuiltIn(context, given, "slice", [constant], node);
  if (given.type.kind !== TypeKind.Array || given.type.places === undefined) return rest;
  return restAtPlace(context, rest, typeFromPlace(given.type, start), node);
}

function tupleRest(context: Context, given: Operand, start: number, node: ts.Node): Operand {
  const { type } = given;
  if (type.kind !== TypeKind.Tuple) return context.refuse(node, "TSM3027", type.name);
  const parts = type.elements.slice(start).map((_, index) => readMember(context, given, String(start + index), node));
  const element = unionType(parts.map((part) => part.type));
  const part = (index: number): number => coerce(context, parts[index], element, node);
  const certain = Math.max(type.required - start, 0);
  const result = createArray(context, arrayType(element), [...parts.slice(0, certain).keys()].map(part));
  if (certain === parts.length) return result;
  for (let index = certain; index < parts.length; index++) {
    const add = (): void => void callBuiltIn(context, result, "push", [operand(element, part(index))], node);
    branchWhere(context, missesElement(context, given, start + index, node), () => undefined, add);
  }
  return result;
}
