// Call results: what a call gives, where its declaration says more than the type of the body's result.

import ts from "typescript";
import type { Context } from "../context.ts";
import { narrowTo } from "../expressions/lower-expressions.ts";
import { type Operand, operand } from "../operands.ts";
import { isHeapType, mayBeAbsent, TypeKind } from "../types/types.ts";
import type { FunctionNode } from "./functions.ts";

export function asDeclared(context: Context, declaration: FunctionNode, self: Operand | null, result: Operand, node: ts.Node): Operand {
  // What returns `this` returns what it was called on.
  if (self !== null && isHeapType(result.type) && returnsThis(context, declaration)) return operand(self.type, result.value);
  return asOverloadSays(context, declaration, result, node);
}

function returnsThis(context: Context, declaration: FunctionNode): boolean {
  const type = context.program.checker.getSignatureFromDeclaration(declaration)?.getReturnType();
  return (type as { isThisType?: boolean } | undefined)?.isThisType === true;
}

/** The result of an overloaded function, as the overload that was chosen has it: TypeScript does not check that the body keeps to it. */
function asOverloadSays(context: Context, declaration: FunctionNode, result: Operand, node: ts.Node): Operand {
  const chosen = declaration.name === undefined ? undefined : chosenSignature(context, result, node);
  const isOverload = chosen !== undefined && chosen.kind === declaration.kind && !("body" in chosen && chosen.body !== undefined);
  return isOverload ? asChosen(context, chosen, result, node) : result;
}

/** The same of a function value, whose type may have several signatures. */
export function asSignatureSays(context: Context, result: Operand, node: ts.Node): Operand {
  const chosen = chosenSignature(context, result, node);
  if (chosen === undefined || !ts.isCallExpression(node)) return result;
  const isOverload = context.program.checker.getTypeAtLocation(node.expression).getCallSignatures().length > 1;
  return isOverload ? asChosen(context, chosen, result, node) : result;
}

function chosenSignature(context: Context, result: Operand, node: ts.Node): ts.SignatureDeclaration | undefined {
  if (result.type.kind !== TypeKind.Union || !ts.isCallExpression(node)) return undefined;
  const chosen = context.program.checker.getResolvedSignature(node)?.declaration;
  return chosen !== undefined && ts.isFunctionLike(chosen) ? chosen : undefined;
}

function asChosen(context: Context, chosen: ts.SignatureDeclaration, result: Operand, node: ts.Node): Operand {
  if ((chosen.typeParameters?.length ?? 0) > 0) return result;
  const wanted = context.checkerType(node as ts.Expression);
  const isPart = wanted !== result.type && (wanted.kind !== TypeKind.Union || !mayBeAbsent(wanted));
  return isPart && wanted.kind !== TypeKind.Void ? narrowTo(context, result, wanted, node, true) : result;
}
