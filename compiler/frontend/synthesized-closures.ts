// Synthesized closures: function values that the compiler makes for a place, around values that it has there.

import type ts from "typescript";
import { Op } from "../ir/ops.ts";
import { ValueType } from "../ir/types.ts";
import { Context } from "./context.ts";
import { Refusal } from "./diagnostics.ts";
import { fillUnreachable } from "./functions.ts";
import { type Operand, operand } from "./operands.ts";
import { memoryKindOf, parameterValueType, valueTypeOf } from "./representation.ts";
import { type FunctionType, TypeKind } from "./types.ts";

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
  shownAs?: string,
): Operand {
  const { program } = context;
  const signature = { params: [ValueType.Ref, ...type.params.map(parameterValueType)], result: valueTypeOf(type.result) };
  const fn = program.addFunction(`${context.fn.name}.${name}`, node.getSourceFile(), signature);
  fn.declaredAt = program.positionOf(node);
  if (shownAs !== undefined) fn.shownAs = shownAs;
  const irClass = program.classes.closureClass(captured.map((given) => memoryKindOf(given.type)));
  const { environment } = context;
  program.enqueue(() =>
    program.attempt(node, () => {
      const inner = new Context(program, fn, environment, type.result);
      inner.isCoincidental = context.isCoincidental;
      for (const param of fn.params) fn.addParameter(inner.builder.block, param);
      const [closure, ...values] = inner.builder.block.params;
      inner.at(node);
      const loaded = captured.map((given, index) => operand(given.type, inner.emit(Op.FieldGet, [closure], irClass.fields[index + 1])));
      const args = values.map((value, index) => operand(type.params[index], value));
      try {
        const result = body(inner, loaded, args);
        if (type.result.kind === TypeKind.Void) inner.builder.return();
        else inner.builder.return(inner.coerce(result, type.result, node));
        inner.finish();
      } catch (error) {
        if (!(error instanceof Refusal) || !inner.isCoincidental) throw error;
        // Blocks of what was begun are left open.
        fn.blocks = [];
        fillUnreachable(program, fn);
      }
    }),
  );
  if (captured.length === 0) return operand(type, context.emit(Op.StaticClosure, [], fn.index));
  const object = context.emit(Op.New, [], irClass.index);
  context.emit(Op.FieldSet, [object, context.emit(Op.FunctionAddress, [], fn.index)], irClass.fields[0]);
  captured.forEach((given, index) => void context.emit(Op.FieldSet, [object, context.value(given)], irClass.fields[index + 1]));
  return operand(type, object);
}
