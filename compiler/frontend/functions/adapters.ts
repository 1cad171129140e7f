// Adapters: closures that make a function value one of another type: fewer parameters, other representations.

import type ts from "typescript";
import type { Value } from "../../ir/function.ts";
import { ClassShape } from "../../ir/module.ts";
import { Op } from "../../ir/ops.ts";
import { MemoryKind, ValueType } from "../../ir/types.ts";
import { Context } from "../context.ts";
import { Refusal } from "../diagnostics.ts";
import { coerce } from "../expressions/conversions.ts";
import { readElement } from "../expressions/lower-elements.ts";
import { takenAs } from "../expressions/lower-expressions.ts";
import { type Operand, operand, UNDEFINED_OPERAND } from "../operands.ts";
import { type FunctionType, mayBeAbsent, types, withoutThis } from "../types/types.ts";
import { fillUnreachable } from "./functions.ts";
import { evaluated, lowerArguments } from "./lower-calls.ts";
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
        // Blocks of what was begun are left open.
        fn.blocks = [];
        fillUnreachable(program, fn);
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
  const self = (target.takesThis ? args.shift() : undefined) ?? UNDEFINED_OPERAND;
  const own = withoutThis(type);
  const matched = matchedRest(inner, args, withoutThis(target), own, node).map((argument, index) =>
    index < own.params.length ? takenAs(inner, argument, own.params[index], node) : argument,
  );
  const result = takenAs(inner, callClosure(inner, wrapped, type.takesThis ? [self, ...matched] : matched, node), target.result, node);
  builder.return(fn.result === ValueType.Void ? undefined : coerce(inner, result, target.result, node));
}

/** The arguments with those of a rest parameter packed or taken apart, where only one of the functions has one. */
function matchedRest(inner: Context, args: readonly Operand[], target: FunctionType, wrapped: FunctionType, node: ts.Node): Operand[] {
  // Parameters that may be left out, of type void among them.
  if (!target.hasRest && !wrapped.hasRest) return [...args, ...wrapped.params.slice(args.length).map(() => UNDEFINED_OPERAND)];
  if (target.hasRest === wrapped.hasRest && target.params.length === wrapped.params.length) return [...args];
  if (!target.hasRest) {
    const given = args.map((argument) => evaluated(argument, node));
    return lowerArguments(inner, given, wrapped.params, true, node);
  }
  const fixed = target.params.length - 1;
  if (wrapped.hasRest) return inner.refuse(node, "TSM3008", wrapped.name, target.name);
  const further = wrapped.params.slice(fixed).map((param, index) => {
    const position: Operand = { type: types.number, value: 0, constant: { exact: BigInt(index), number: index } };
    return readElement(inner, args[fixed], position, node, mayBeAbsent(param));
  });
  return [...args.slice(0, fixed), ...further];
}
