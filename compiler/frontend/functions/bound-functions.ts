// Bound functions: functions that are made for a field of the object that they have as `this`, or know by the name of a constant: methods
// of object literals, functions that are properties of them, and arrow functions as first values of fields. They do not own their object
// as closures do: see runtime/core/functions/bound-functions.ts.

import ts from "typescript";
import { Op } from "../../ir/ops.ts";
import type { BoundFunction, Context } from "../context.ts";
import { coerce } from "../expressions/conversions.ts";
import { lowerExpression } from "../expressions/lower-expressions.ts";
import { usesThis } from "../types/this-parameters.ts";
import type { Type } from "../types/types.ts";
import { type ClosureNode, lowerClosure } from "./lower-closures.ts";

/** The function that a field's value is, if it looks at `this` and is nothing but that function. */
export function boundFunctionOf(node: ts.Expression): ts.ArrowFunction | ts.CallExpression | undefined {
  if (ts.isParenthesizedExpression(node) || ts.isSatisfiesExpression(node)) return boundFunctionOf(node.expression);
  if (ts.isCallExpression(node)) return isBoundMethod(node) ? node : undefined;
  return ts.isArrowFunction(node) && usesThis(node) ? node : undefined;
}

/** `this.method.bind(this, ...)` */
function isBoundMethod({ expression, arguments: [self] }: ts.CallExpression): boolean {
  const isBind = ts.isPropertyAccessExpression(expression) && expression.name.text === "bind";
  const method = isBind ? expression.expression : undefined;
  const isOwn = method !== undefined && ts.isPropertyAccessExpression(method) && method.expression.kind === ts.SyntaxKind.ThisKeyword;
  return isOwn && self?.kind === ts.SyntaxKind.ThisKeyword;
}

/** Makes the function and puts it into the field of its object. */
export function setBoundFunction(
  context: Context,
  node: ClosureNode | ts.CallExpression,
  owner: Omit<BoundFunction, "node">,
  type: Type,
  field: number,
): void {
  const { module } = context.program;
  const object = context.value(owner.object);
  const outer = context.boundFunction;
  context.boundFunction = { node, ...owner };
  const made = ts.isCallExpression(node) ? lowerExpression(context, node, type) : lowerClosure(context, node, type);
  context.boundFunction = outer;
  const value = coerce(context, made, type, node);
  // What is around it is in the field; the function itself may be held by that alone.
  if (value !== made.value) detach(context, object, made.value);
  else module.fields[field].holdsMethod = true;
  context.emit(Op.FieldSet, [object, value], field);
}

function detach(context: Context, object: number, method: number): void {
  const addresses = [object, method].map((reference) => context.emit(Op.RefToAddress, [reference]));
  context.callRuntime("detachMethod", addresses);
}
