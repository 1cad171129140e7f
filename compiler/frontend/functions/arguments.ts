// Arguments: of a call, lowered when the types of their parameters are known, and packed where the last parameter is a rest.

import ts from "typescript";
import type { Value } from "../../ir/function.ts";
import { Op } from "../../ir/ops.ts";
import { ValueType } from "../../ir/types.ts";
import type { Context } from "../context.ts";
import { coerce, isAssignable } from "../expressions/conversions.ts";
import { collectArguments, lowerSlice } from "../expressions/lower-arrays.ts";
import { readElement } from "../expressions/lower-elements.ts";
import { lowerExpression } from "../expressions/lower-expressions.ts";
import { copyOfTuple, tupleAmongArguments } from "../expressions/lower-tuple-unions.ts";
import { elementsBehind, tupleOfArguments } from "../expressions/lower-tuples.ts";
import { type Operand, operand } from "../operands.ts";
import { type Type, TypeKind, types, type UnionType } from "../types/types.ts";

/** An argument: lowered when the type its parameter wants is known. */
export interface Argument {
  readonly node: ts.Node;
  readonly isSpread: boolean;
  /** The program has it there, even if it is undefined. */
  readonly isCounted?: true;
  /** Of a spread tuple's elements that may be missing. */
  readonly parts?: OptionalParts;
  lower(expected?: Type): Operand;
}

interface OptionalParts {
  /** Each by itself, undefined where it is not there. */
  readonly single: readonly Argument[];
  /** Those from one on, as a list. */
  from(index: number): Argument;
  /** How many are there, an I32. */
  count(): Value;
}

export function argumentsOf(context: Context, nodes: readonly ts.Expression[] | undefined): Argument[] {
  return (nodes ?? []).flatMap((node): Argument[] => {
    if (ts.isSpreadElement(node)) return spreadArgument(context, node.expression);
    return [{ node, isSpread: false, isCounted: true, lower: (expected) => lowerExpression(context, node, expected) }];
  });
}

/** `...node`, as one argument or as one for each element. */
export function spreadArgument(context: Context, node: ts.Expression): Argument[] {
  const type = isSpreadList(context, node) ? context.checkerType(node) : types.unknown;
  if (type.kind === TypeKind.Tuple) return tupleArguments(context, node, type.required, type.elements.length);
  if (type.kind === TypeKind.Array && type.places?.end.length === 0) return tupleArguments(context, node, type.places.start.length);
  return [{ node, isSpread: true, lower: (expected) => lowerExpression(context, node, expected) }];
}

/** Whether the checker sees a tuple, or what is made of a type parameter, which is known in this instance only. */
function isSpreadList(context: Context, node: ts.Expression): boolean {
  const { checker } = context.program;
  const seen = checker.getTypeAtLocation(node);
  const isMapped = (seen.flags & ts.TypeFlags.Object) !== 0 && ((seen as ts.ObjectType).objectFlags & ts.ObjectFlags.Mapped) !== 0;
  return checker.isTupleType(seen) || isMapped || (seen.flags & ts.TypeFlags.Instantiable) !== 0;
}

/**
 * `...pair`: an argument for each element that is there, and one for those that may be missing. The tuple is evaluated with the first;
 * without any, it has no effect to wait for. Without `count` there is a rest.
 */
function tupleArguments(context: Context, node: ts.Expression, required: number, count?: number): Argument[] {
  let held: Operand | undefined;
  const whole = (): Operand => {
    if (held === undefined) {
      const tuple = lowerExpression(context, node);
      held = operand(tuple.type, context.value(tuple));
    }
    return held;
  };
  const single = Array.from({ length: count ?? required }, (_, index): Argument => {
    const position: Operand = { type: types.number, value: 0, constant: { exact: BigInt(index), number: index } };
    const mayBeMissing = index >= required;
    return { node, isSpread: false, isCounted: true, lower: () => readElement(context, whole(), position, node, mayBeMissing) };
  });
  if (count === required) return single;
  const from = (index: number): Argument => ({ node, isSpread: true, lower: () => lowerSlice(context, whole(), index, node) });
  const rest = from(required);
  const parts: OptionalParts = {
    single: single.slice(required),
    from: (index) => from(required + index),
    count: () => elementsBehind(context, whole(), required, node),
  };
  return [...single.slice(0, required), count === undefined ? rest : { ...rest, parts }];
}

/**
 * The arguments where that many parameters have places of their own: what may be missing of a spread tuple at the end is passed as
 * undefined there, which is the same as nothing.
 */
export function atOwnPlaces(args: readonly Argument[], fixed: number): readonly Argument[] {
  const parts = args.at(-1)?.parts;
  const count = fixed - args.length + 1;
  if (parts === undefined || count <= 0) return args;
  const rest = count < parts.single.length ? [parts.from(count)] : [];
  return [...args.slice(0, -1), ...parts.single.slice(0, count), ...rest];
}

export function evaluated(given: Operand, node: ts.Node): Argument {
  return { node, isSpread: false, lower: () => given };
}

/** Arguments as operands, rest arguments packed into their array. */
export function lowerArguments(
  context: Context,
  given: readonly Argument[],
  params: readonly Type[],
  hasRest: boolean,
  node: ts.Node,
): Operand[] {
  const fixed = hasRest ? params.length - 1 : params.length;
  const args = atOwnPlaces(given, fixed);
  const result = args.slice(0, fixed).map((argument, index) => {
    if (argument.isSpread) refuseSpread(context, argument);
    return argument.lower(params[index]);
  });
  for (const extra of hasRest ? [] : args.slice(fixed)) extra.lower();
  if (hasRest && args.length >= fixed) result.push(packRest(context, args.slice(fixed), params[fixed], node));
  return result;
}

export function packRest(context: Context, args: readonly Argument[], type: Type, node: ts.Node): Operand {
  if (type.kind === TypeKind.Union) return packOneOfTuples(context, args, type, node);
  if (type.kind !== TypeKind.Tuple) return collectArguments(context, type, args, node);
  const given = atOwnPlaces(args, type.elements.length).map((argument, index) => {
    if (argument.isSpread) refuseSpread(context, argument);
    return argument.lower(type.elements[index]);
  });
  return tupleOfArguments(context, type, given, node, countOf(context, args));
}

/** The same for a rest that is one of several tuples. */
function packOneOfTuples(context: Context, args: readonly Argument[], type: UnionType, node: ts.Node): Operand {
  if (args.length === 1 && args[0].isSpread) {
    const whole = args[0].lower(type);
    if (!isAssignable(whole.type, type)) return context.refuse(args[0].node, "TSM3027", whole.type.name);
    return operand(type, coerce(context, copyOfTuple(context, whole), type, node));
  }
  const tuple = args.some(({ isSpread }) => isSpread) ? undefined : tupleAmongArguments(context, type, args.length, node);
  if (tuple === undefined) return context.refuse(node, "TSM9001", `arguments for ${type.name}`);
  return operand(type, coerce(context, packRest(context, args, tuple, node), type, node));
}

/** How many arguments there are; undefined where some may stand for nothing. */
function countOf(context: Context, args: readonly Argument[]): Value | undefined {
  const parts = args.at(-1)?.parts;
  const single = parts === undefined ? args : args.slice(0, -1);
  if (!single.every(({ isCounted }) => isCounted)) return undefined;
  const count = context.builder.int(ValueType.I32, single.length);
  return parts === undefined ? count : context.emit(Op.Add, [count, parts.count()]);
}

function refuseSpread(context: Context, { node, lower }: Argument): never {
  return context.refuse(node, "TSM3027", lower().type.name);
}
