// Lifted functions: inner functions that are called directly, with the variables they use as their first arguments. Functions that
// call each other in a circle would own each other as closures, and generic ones have no closure for all their instances.

import ts from "typescript";
import type { Value } from "../../ir/function.ts";
import { Op } from "../../ir/ops.ts";
import { MemoryKind } from "../../ir/types.ts";
import { Context, type LiftedVariable } from "../context.ts";
import { createArray } from "../expressions/lower-arrays.ts";
import { type Operand, operand, UNDEFINED_OPERAND } from "../operands.ts";
import { isLibraryFile } from "../types/library-types.ts";
import { memoryKindOf } from "../types/representation.ts";
import type { TypeEnvironment } from "../types/type-environment.ts";
import { type FunctionType, presentType, type Type, TypeKind, types } from "../types/types.ts";
import { type Argument, evaluated, lowerArguments } from "./arguments.ts";
import { type Capture, captureValue, freeOf } from "./captures.ts";
import { makeGenericFunction } from "./generic-functions.ts";
import { type LiftedInstance, requestLiftedInstance } from "./lifted-instances.ts";
import { closureSignature, genericTypeFor } from "./lower-closures.ts";
import { inferTypeArguments, typeArgumentsFor } from "./type-inference.ts";

/** Whether the name stands where it is called. */
export function isCalled(use: ts.Identifier): boolean {
  let node: ts.Node = use;
  while (ts.isParenthesizedExpression(node.parent)) node = node.parent;
  return ts.isCallExpression(node.parent) && node.parent.expression === node && node.parent.questionDotToken === undefined;
}

export function callLifted(context: Context, variable: LiftedVariable, args: readonly Argument[], node: ts.CallExpression): Operand {
  const { lifted } = variable;
  const isGeneric = (lifted.node.typeParameters?.length ?? 0) > 0;
  const captures = capturesOfLifted(context, variable, node);
  if (!isGeneric) {
    const instance = requestLifted(context, variable, variable.environment, captures);
    const { params, hasRest, takesThis } = instance.type;
    const given = takesThis ? [evaluated(UNDEFINED_OPERAND, node), ...args] : args;
    return emitCall(context, instance, captures, lowerArguments(context, given, params, hasRest, node), node);
  }
  const { typeArguments, operands } = inferTypeArguments(context, lifted.node, null, args, node, variable.environment);
  const environment = variable.environment.extend(context.program.converter.bind(lifted.node.typeParameters, typeArguments));
  return emitCall(context, requestLifted(context, variable, environment, captures), captures, operands, node);
}

function emitCall(
  context: Context,
  { fn, type }: LiftedInstance,
  captures: readonly Capture[],
  args: readonly Operand[],
  node: ts.Node,
): Operand {
  const last = type.params.length - 1;
  const values = type.params.map((param, index) => {
    const given = args[index] ?? (type.hasRest && index === last ? createArray(context, param, []) : UNDEFINED_OPERAND);
    return context.argument(given, param, node);
  });
  context.at(node);
  const result = context.emit(Op.Call, [...captures.map((capture) => captureValue(context, capture)), ...values], fn.index);
  if (type.result.kind !== TypeKind.Never) return operand(type.result, type.result.kind === TypeKind.Void ? 0 : result);
  context.builder.unreachable();
  return operand(types.never, 0);
}

/** The variables it uses, as they are here. */
function capturesOfLifted(context: Context, variable: LiftedVariable, node: ts.Node): Capture[] {
  return freeOf(variable).flatMap((symbol): Capture[] => {
    const held = context.lookup(symbol);
    if (held === undefined) return context.refuse(node, "TSM3025", symbol.name);
    if (held.kind === "constant" || held.kind === "lifted") return [];
    const kind = held.kind === "cell" ? MemoryKind.Ref : memoryKindOf(held.type);
    return [{ symbol, type: held.type, kind, variable: held, bound: null }];
  });
}

function requestLifted(
  context: Context,
  { lifted }: LiftedVariable,
  environment: TypeEnvironment,
  captures: readonly Capture[],
): LiftedInstance {
  const { node } = lifted;
  const expected = (scope: Context): FunctionType | undefined => {
    const { parent } = node;
    const declared = ts.isVariableDeclaration(parent) && parent.type !== undefined ? scope.typeOfNode(parent.type) : undefined;
    return declared?.kind === TypeKind.Function ? declared : undefined;
  };
  return requestLiftedInstance({ node, name: lifted.name.text, kind: "", home: context, environment, captures, expected });
}

// As values

/** The function as a value. In the body that declares it there is one closure of it; anywhere else it is told by how it is used. */
export function liftedValue(context: Context, variable: LiftedVariable, node: ts.Identifier, expected: Type | undefined): Operand {
  const { lifted, slot } = variable;
  if ((lifted.node.typeParameters?.length ?? 0) > 0) return genericClosure(context, variable, node, expected);
  if (slot !== null) return closureOfLifted(context, variable, node);
  // Made anew: nothing can see that it is not the same one each time.
  if (isCallback(context, node)) return newClosure(context, variable, variable.environment, node);
  return context.refuse(node, "TSM3030", lifted.name.text);
}

/** Its closure in the body that declares it, made when it is first needed. */
export function closureOfLifted(context: Context, variable: LiftedVariable, node: ts.Identifier): Operand {
  const { builder } = context;
  const { slot } = variable;
  if (slot === null) return newClosure(context, variable, variable.environment, node);
  const [missing, there] = [builder.openBlock(), builder.openBlock()];
  builder.branch(context.emit(Op.Equal, [builder.read(slot), builder.nullRef()]), missing, there);
  builder.enter(missing);
  const made = newClosure(context, variable, variable.environment, node);
  builder.write(slot, made.value);
  builder.jump(there);
  builder.enter(there);
  return operand(made.type, builder.read(slot));
}

function genericClosure(context: Context, variable: LiftedVariable, node: ts.Identifier, expected: Type | undefined): Operand {
  const { node: declaration } = variable.lifted;
  const wanted = expected === undefined ? undefined : presentType(expected);
  const generic = genericTypeFor(context, declaration, wanted);
  if (generic !== undefined) return makeGenericFunction(context, declaration, generic, capturesOfLifted(context, variable, node));
  const list = typeArgumentsFor(context, declaration, wanted, node);
  const environment = variable.environment.extend(context.program.converter.bind(declaration.typeParameters, list));
  return newClosure(context, variable, environment, node);
}

/** A closure that captures the variables and calls the function with them. */
function newClosure(context: Context, variable: LiftedVariable, environment: TypeEnvironment, node: ts.Identifier): Operand {
  const { program } = context;
  const captures = capturesOfLifted(context, variable, node);
  const instance = requestLifted(context, variable, environment, captures);
  const { type } = instance;
  if (context.isScratch) return operand(type, context.builder.nullRef());
  const fn = program.addFunction(`${instance.fn.name}.value`, node.getSourceFile(), closureSignature(type));
  fn.declaredAt = instance.fn.declaredAt;
  fn.shownAs = instance.fn.shownAs;
  const irClass = program.classes.closureClass(captures.map(({ kind }) => kind));
  program.enqueue(() =>
    program.attempt(node, () => {
      const inner = new Context(program, fn, environment, type.result);
      for (const param of fn.params) fn.addParameter(inner.builder.block, param);
      const [closure, ...values] = inner.builder.block.params;
      inner.at(node);
      const held = captures.map((_, index): Value => inner.emit(Op.FieldGet, [closure], irClass.fields[index + 1]));
      const result = inner.emit(Op.Call, [...held, ...values], instance.fn.index);
      inner.builder.return(fn.result === instance.fn.result && type.result.kind !== TypeKind.Void ? result : undefined);
      inner.finish();
    }),
  );
  if (captures.length === 0) return operand(type, context.emit(Op.StaticClosure, [], fn.index));
  const object = context.emit(Op.New, [], irClass.index);
  context.emit(Op.FieldSet, [object, context.emit(Op.FunctionAddress, [], fn.index)], irClass.fields[0]);
  for (const [index, capture] of captures.entries())
    context.emit(Op.FieldSet, [object, captureValue(context, capture)], irClass.fields[index + 1]);
  return operand(type, object);
}

/** Members of the library that call what they are given and do not keep it. */
const callbackTakers: ReadonlySet<string> = new Set(
  "every filter find findIndex findLast findLastIndex flatMap forEach from map reduce reduceRight replace replaceAll some sort toSorted".split(
    " ",
  ),
);

function isCallback(context: Context, node: ts.Identifier): boolean {
  const { parent } = node;
  if (!ts.isCallExpression(parent) || parent.expression === node || !ts.isPropertyAccessExpression(parent.expression)) return false;
  const declaration = context.program.symbolOf(parent.expression)?.valueDeclaration;
  return declaration !== undefined && isLibraryFile(declaration.getSourceFile()) && callbackTakers.has(parent.expression.name.text);
}
