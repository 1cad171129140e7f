// Call results: what a call gives, where its declaration says more than the type of the body's result.

import ts from "typescript";
import type { Context } from "../context.ts";
import { assertedAs } from "../expressions/lower-assertions.ts";
import { narrowTo } from "../expressions/lower-expressions.ts";
import { type Operand, operand } from "../operands.ts";
import { isHeapType, mayBeAbsent, type Type, TypeKind } from "../types/types.ts";
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
  // What the call is lowered to may be another one, as of what makes a text of its result.
  const isOfCall = chosen?.kind === declaration.kind && chosen.name?.getText() === declaration.name?.getText();
  const isOverload = chosen !== undefined && isOfCall && !("body" in chosen && chosen.body !== undefined);
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
  const { kind } = result.type;
  if ((kind !== TypeKind.Union && !isVague(result.type)) || !ts.isCallExpression(node)) return undefined;
  const chosen = context.program.checker.getResolvedSignature(node)?.declaration;
  return chosen !== undefined && ts.isFunctionLike(chosen) ? chosen : undefined;
}

function asChosen(context: Context, chosen: ts.SignatureDeclaration, result: Operand, node: ts.Node): Operand {
  const wanted = context.checkerType(node as ts.Expression);
  if (isVague(result.type)) return fromUnknown(context, result, wanted, node);
  if ((chosen.typeParameters?.length ?? 0) > 0) return result;
  const isPart = wanted !== result.type && (wanted.kind !== TypeKind.Union || !mayBeAbsent(wanted));
  return isPart && wanted.kind !== TypeKind.Void ? narrowTo(context, result, wanted, node, true) : result;
}

/** Whether nothing is known of the value, or of what it gives when it is called. */
function isVague(type: Type): boolean {
  return type.kind === TypeKind.Unknown || (type.kind === TypeKind.Function && type.result.kind === TypeKind.Unknown);
}

/** What a body that knows nothing of its values gives, as the signature has it: tested, as TypeScript does not check it. */
function fromUnknown(context: Context, result: Operand, wanted: Type, node: ts.Node): Operand {
  const isNothing = wanted.kind === TypeKind.Unknown || wanted.kind === TypeKind.Void || wanted.kind === TypeKind.Never;
  return isNothing ? result : assertedAs(context, result, wanted, node);
}
