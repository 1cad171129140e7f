// Adapters: closures that make a function value one of another type: fewer parameters, other representations.

import type ts from "typescript";
import type { Value } from "../../ir/function.ts";
import { ClassShape } from "../../ir/module.ts";
import { Op } from "../../ir/ops.ts";
import { MemoryKind, ValueType } from "../../ir/types.ts";
import { Context } from "../context.ts";
import { Refusal } from "../diagnostics.ts";
import { coerce, isAssignable } from "../expressions/conversions.ts";
import { createArray, lowerSlice } from "../expressions/lower-arrays.ts";
import { takenAs } from "../expressions/lower-assertions.ts";
import { readElement } from "../expressions/lower-elements.ts";
import { isAbsent } from "../expressions/stored-members.ts";
import { callBuiltIn } from "../library/lower-built-ins.ts";
import { type Operand, operand, UNDEFINED_OPERAND } from "../operands.ts";
import { forEachElement } from "../statements/lower-iteration.ts";
import { withoutThis } from "../types/this-parameters.ts";
import { type FunctionType, mayBeAbsent, mayBeUndefined, type Type, TypeKind, types } from "../types/types.ts";
import { evaluated, lowerArguments } from "./arguments.ts";
import { fillMismatch } from "./functions.ts";
import { callClosure, closureSignature } from "./lower-closures.ts";

/** A new closure that captures the old one. */
export function adaptFunction(context: Context, given: Operand, target: FunctionType, node: ts.Node): Value {
  const { program } = context;
  const fn = program.addFunction(`${context.fn.name}.adapter`, node.getSourceFile(), closureSignature(target));
  fn.declaredAt = program.positionOf(node);
  fn.isAdapter = true;
  const irClass = program.classes.closureClass([MemoryKind.Ref], ClassShape.Adapter);
  program.enqueue(() =>
    program.attempt(node, () => {
      const inner = new Context(program, fn, context.environment, target.result);
      inner.isCoincidental = context.isCoincidental;
      inner.at(node);
      try {
        adapterBody(inner, given, target, irClass.fields[1], node);
        inner.finish();
      } catch (error) {
        if (!(error instanceof Refusal) || !inner.isCoincidental) throw error;
        fillMismatch(program, fn);
      }
    }),
  );
  const object = context.emit(Op.New, [], irClass.index);
  context.emit(Op.FieldSet, [object, context.emit(Op.FunctionAddress, [], fn.index)], irClass.fields[0]);
  context.emit(Op.FieldSet, [object, context.value(given)], irClass.fields[1]);
  return object;
}

function adapterBody(inner: Context, given: Operand, target: FunctionType, field: number, node: ts.Node): void {
  const { builder, fn } = inner;
  for (const type of fn.params) fn.addParameter(builder.block, type);
  const [closure, ...values] = builder.block.params;
  const wrapped = operand(given.type, inner.emit(Op.FieldGet, [closure], field));
  const type = given.type as FunctionType;
  const args = values.map((value, index) => operand(target.params[index], value));
  const result = callAs(inner, type, target, args, node, (matched) => callClosure(inner, wrapped, matched, node));
  builder.return(fn.result === ValueType.Void ? undefined : coerce(inner, result, target.result, node));
}

/** Calls a function of the one type with the arguments of a call of the other; the result is tested where it must be to be one of that. */
export function callAs(
  inner: Context,
  type: FunctionType,
  target: FunctionType,
  args: readonly Operand[],
  node: ts.Node,
  call: (matched: readonly Operand[]) => Operand,
): Operand {
  const [self, given] = target.takesThis ? [args[0], args.slice(1)] : [UNDEFINED_OPERAND, args];
  const own = withoutThis(type);
  const matched = matchedRest(inner, given, withoutThis(target), own, node).map((argument, index) =>
    index < own.params.length ? takenAs(inner, argument, own.params[index], node) : argument,
  );
  return takenAs(inner, call(type.takesThis ? [self, ...matched] : matched), target.result, node);
}

/** The arguments with those of a rest parameter packed or taken apart, where the functions do not have the same. */
function matchedRest(inner: Context, args: readonly Operand[], target: FunctionType, wrapped: FunctionType, node: ts.Node): Operand[] {
  // Parameters that may be left out, of type void among them.
  if (!target.hasRest && !wrapped.hasRest) return [...args, ...wrapped.params.slice(args.length).map(() => UNDEFINED_OPERAND)];
  const fixed = target.hasRest ? target.params.length - 1 : args.length;
  const wanted = wrapped.hasRest ? wrapped.params.length - 1 : wrapped.params.length;
  const further = target.hasRest
    ? wrapped.params.slice(fixed, wanted).map((param, index) => furtherArgument(inner, args[fixed], index, param, node))
    : [];
  const given = [...args.slice(0, fixed), ...further];
  if (!wrapped.hasRest) return given;
  const list = given.map((argument) => evaluated(argument, node));
  if (!target.hasRest) return withoutLeftOut(inner, lowerArguments(inner, list, wrapped.params, true, node), target, given, wanted, node);
  const rest = further.length === 0 ? args[fixed] : lowerSlice(inner, args[fixed], further.length, node);
  const own = restAs(inner, rest, wrapped.params[wanted], node);
  if (given.length === wanted) return [...given, own];
  return lowerArguments(inner, [...list, { ...evaluated(own, node), isSpread: true }], wrapped.params, true, node);
}

/** With a rest that has none of the last arguments that are undefined, where they may be left out: as if they had been. */
function withoutLeftOut(
  inner: Context,
  matched: Operand[],
  target: FunctionType,
  given: readonly Operand[],
  fixed: number,
  node: ts.Node,
): Operand[] {
  const { builder } = inner;
  const number = (value: number): Value => builder.int(ValueType.I32, BigInt(value));
  let count = number(given.length - fixed);
  for (let index = given.length - 1; index >= fixed && mayBeUndefined(target.params[index]); index--) {
    const isLast = inner.emit(Op.Equal, [count, number(index + 1 - fixed)]);
    const isLeftOut = inner.emit(Op.Select, [isLast, isAbsent(inner, given[index]), builder.int(ValueType.Bool, 0)]);
    count = inner.emit(Op.Select, [isLeftOut, number(index - fixed), count]);
  }
  if (given.length > fixed && mayBeUndefined(target.params[given.length - 1]))
    callBuiltIn(inner, matched[fixed], "shorten", [operand(types.numberInt32, count)], node);
  return matched;
}

/** An argument that stands in the rest of what was given. */
function furtherArgument(inner: Context, rest: Operand, index: number, param: Type, node: ts.Node): Operand {
  const position: Operand = { type: types.number, value: 0, constant: { exact: BigInt(index), number: index } };
  return readElement(inner, rest, position, node, mayBeAbsent(param));
}

/** The rest as a list of other elements, each of which is tested where it must be. */
export function restAs(inner: Context, rest: Operand, wanted: Type, node: ts.Node): Operand {
  if (wanted.kind !== TypeKind.Array || isAssignable(rest.type, wanted)) return rest;
  const { element } = wanted;
  const result = createArray(inner, wanted, []);
  forEachElement(inner, rest, node, (given) => {
    const taken = coerce(inner, takenAs(inner, given, element, node), element, node);
    callBuiltIn(inner, result, "push", [operand(element, taken)], node);
  });
  return result;
}
