// Synthesized closures: function values that the compiler makes for a place, around values that it has there.

import type ts from "typescript";
import { ClassShape } from "../../ir/module.ts";
import { Op } from "../../ir/ops.ts";
import { MemoryKind, ValueType } from "../../ir/types.ts";
import { Context } from "../context.ts";
import { Refusal } from "../diagnostics.ts";
import { type Operand, operand } from "../operands.ts";
import { memoryKindOf, parameterValueType, valueTypeOf } from "../types/representation.ts";
import type { FunctionType, ObjectType } from "../types/types.ts";
import { functionObjectClass } from "./function-objects.ts";
import { fillMismatch } from "./functions.ts";
import { objectOfBound } from "./lower-closures.ts";

interface Made {
  /** What the console shows of it. */
  readonly shownAs?: string;
  /** It is made for a field of the first of the operands, which it does not own: see bound-functions.ts. */
  readonly isMethod?: boolean;
  /** The type of a function with properties, which have no values yet. */
  readonly object?: ObjectType;
}

/**
 * A function value that captures these operands. `body` gets them and the arguments, and gives the result; it is lowered later.
 */
export function synthesizeClosure(
  context: Context,
  name: string,
  type: FunctionType,
  captured: readonly Operand[],
  node: ts.Node,
  body: (inner: Context, captured: readonly Operand[], args: readonly Operand[]) => Operand,
  made: Made = {},
): Operand {
  const { program } = context;
  const signature = { params: [ValueType.Ref, ...type.params.map(parameterValueType)], result: valueTypeOf(type.result) };
  const fn = program.addFunction(`${context.fn.name}.${name}`, node.getSourceFile(), signature);
  fn.declaredAt = program.positionOf(node);
  if (made.shownAs !== undefined) fn.shownAs = made.shownAs;
  const isHeld = (index: number): boolean => index === 0 && made.isMethod === true;
  const kinds = captured.map((given, index) => (isHeld(index) ? MemoryKind.I64 : memoryKindOf(given.type)));
  const shape = made.isMethod === true ? ClassShape.Method : ClassShape.Closure;
  const irClass =
    made.object === undefined ? program.classes.closureClass(kinds, shape) : functionObjectClass(context, made.object, kinds, type).irClass;
  const { environment } = context;
  program.enqueue(() =>
    program.attempt(node, () => {
      const inner = new Context(program, fn, environment, type.result);
      inner.isCoincidental = context.isCoincidental;
      for (const param of fn.params) fn.addParameter(inner.builder.block, param);
      const [closure, ...values] = inner.builder.block.params;
      inner.at(node);
      const loaded = captured.map((given, index) => {
        const value = inner.emit(Op.FieldGet, [closure], irClass.fields[index + 1]);
        return operand(given.type, isHeld(index) ? objectOfBound(inner, value) : value);
      });
      const args = values.map((value, index) => operand(type.params[index], value));
      try {
        const result = body(inner, loaded, args);
        if (fn.result === ValueType.Void) inner.builder.return();
        else inner.builder.return(inner.coerce(result, type.result, node));
        inner.finish();
      } catch (error) {
        if (!(error instanceof Refusal) || !inner.isCoincidental) throw error;
        fillMismatch(program, fn);
      }
    }),
  );
  if (captured.length === 0) return operand(type, context.emit(Op.StaticClosure, [], fn.index));
  const object = context.emit(Op.New, [], irClass.index);
  context.emit(Op.FieldSet, [object, context.emit(Op.FunctionAddress, [], fn.index)], irClass.fields[0]);
  for (const [index, given] of captured.entries()) {
    const value = isHeld(index) ? context.emit(Op.RefToAddress, [context.value(given)]) : context.value(given);
    context.emit(Op.FieldSet, [object, value], irClass.fields[index + 1]);
  }
  return operand(made.object ?? type, object);
}
