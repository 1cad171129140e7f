// Library functions as values: closures that call them, made for the types that their places want.

import ts from "typescript";
import { Op } from "../../ir/ops.ts";
import { ValueType } from "../../ir/types.ts";
import { Context } from "../context.ts";
import { coerce } from "../expressions/conversions.ts";
import { type Argument, evaluated } from "../functions/arguments.ts";
import { shownName } from "../functions/function-names.ts";
import { closureSignature } from "../functions/lower-closures.ts";
import { type Operand, operand } from "../operands.ts";
import { mentionsUnknown } from "../types/type-parts.ts";
import { type FunctionType, functionType, presentType, type Type, TypeKind, types, widened } from "../types/types.ts";

/** A library function as a value, by calling it in a closure made for its type: with as many arguments as it declares. */
export function libraryFunctionValue(
  context: Context,
  node: ts.Expression,
  expected: Type | undefined,
  call: (inner: Context, args: readonly Argument[]) => Operand,
  text = node.getText(),
): Operand {
  const { program } = context;
  const { checker } = program;
  const signature = checker.getTypeAtLocation(node).getCallSignatures()[0];
  const wanted = expected === undefined ? undefined : presentType(expected);
  if (signature === undefined || (wanted?.kind !== TypeKind.Function && (signature.typeParameters?.length ?? 0) > 0))
    return context.refuse(node, "TSM3005", `\`${node.getText()}\``);
  const declared = signature.declaration?.parameters ?? [];
  const last = declared.at(-1);
  const hasRest = last !== undefined && ts.isParameter(last) && last.dotDotDotToken !== undefined;
  // One that takes no rest, where one with a rest is wanted, is adapted as any other function.
  const isAsWanted = wanted?.kind === TypeKind.Function && (hasRest || !wanted.hasRest || (signature.typeParameters?.length ?? 0) > 0);
  const own = isAsWanted ? settled(context, wanted, signature, node) : ownType(context, signature, node);
  const taken = hasRest ? own.params.length : Math.min(declared.length, own.params.length);
  const callWith = (inner: Context): Operand => {
    for (const type of inner.fn.params) inner.fn.addParameter(inner.builder.block, type);
    inner.at(node);
    const args = own.params.slice(0, taken).map((param, index): Argument => {
      const isSpread = own.hasRest && index === own.params.length - 1;
      return { ...evaluated(operand(param, inner.builder.block.params[index + 1]), node), isSpread };
    });
    return call(inner, args);
  };
  const scratch = Context.scratch(program, context.environment, closureSignature(functionType(own.params, types.void, own.hasRest)));
  const result = mentionsUnknown(own.result) ? widened(callWith(scratch).type) : own.result;
  const type = functionType(own.params, result, own.hasRest);
  const key = `${text} as ${type.id}`;
  const known = program.libraryValues.get(key);
  if (known !== undefined) return operand(type, context.emit(Op.StaticClosure, [], known.index));
  const fn = program.addFunction(`${text}.value`, node.getSourceFile(), closureSignature(type));
  program.libraryValues.set(key, fn);
  fn.declaredAt = program.positionOf(node);
  fn.shownAs = shownName(text.replace(/^.*\./, ""));
  program.classes.closureClass([]);
  program.enqueue(() =>
    program.attempt(node, () => {
      const inner = new Context(program, fn, context.environment, result);
      const given = callWith(inner);
      inner.builder.return(fn.result === ValueType.Void ? undefined : coerce(inner, given, result, node));
      inner.finish();
    }),
  );
  return operand(type, context.emit(Op.StaticClosure, [], fn.index));
}

function ownType(context: Context, signature: ts.Signature, node: ts.Node): FunctionType {
  const { params, hasRest } = context.program.converter.signatureParameters(signature, context.environment, node);
  return functionType(params, context.program.converter.convert(signature.getReturnType(), context.environment, node), hasRest);
}

/** With what the function itself says of parameters that are not settled yet, while the arguments of a call tell the types. */
function settled(context: Context, wanted: FunctionType, signature: ts.Signature, node: ts.Node): FunctionType {
  const isGeneric = (signature.typeParameters?.length ?? 0) > 0;
  if (isGeneric || wanted.hasRest || !wanted.params.includes(types.unknown)) return wanted;
  const { params, hasRest } = ownType(context, signature, node);
  const last = params.at(-1);
  const rest = hasRest && last?.kind === TypeKind.Array ? last.element : types.unknown;
  const fixed = hasRest ? params.slice(0, -1) : params;
  const list = wanted.params.map((param, index) => (param === types.unknown ? (fixed[index] ?? rest) : param));
  return functionType(list, wanted.result, false, wanted.takesThis);
}
