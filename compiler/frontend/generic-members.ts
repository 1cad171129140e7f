// Generic members: methods with type parameters that are called through an interface or an object literal. Each choice of type arguments
// is a slot of its own; an object literal keeps no value of such a function, and its class knows which one it is.

import ts from "typescript";
import { capturesOf } from "./captures.ts";
import type { Context } from "./context.ts";
import type { FunctionNode } from "./functions.ts";
import { callTypeArguments } from "./load.ts";
import { type Argument, lowerArguments } from "./lower-calls.ts";
import { constantFunction } from "./lower-globals.ts";
import { callSlot } from "./lower-members.ts";
import { memberKey } from "./member-keys.ts";
import type { Operand } from "./operands.ts";
import type { Program } from "./program.ts";
import { usesThis } from "./this-parameters.ts";
import { functionType, type GenericSignature, type ObjectType, type Type } from "./types.ts";

/** Calls a generic member through the table of the object. */
export function callGenericMember(
  context: Context,
  object: Operand,
  name: string,
  { signature, environment }: GenericSignature,
  args: readonly Argument[],
  node: ts.CallExpression,
): Operand {
  const { checker, converter } = context.program;
  const resolved = checker.getResolvedSignature(node);
  const parameters = signature.typeParameters ?? [];
  const typeArguments = resolved === undefined ? [] : typeArgumentsOf(context, resolved, node);
  if (typeArguments.length !== parameters.length) return context.refuse(node, "TSM3009", node.expression.getText());
  const bindings = new Map<ts.Symbol, Type>(parameters.map((parameter, index) => [parameter.symbol, typeArguments[index]]));
  const inner = environment.extend(bindings);
  const { params, hasRest } = converter.signatureParameters(signature, inner, node);
  const type = functionType(params, converter.convert(signature.getReturnType(), inner, node), hasRest);
  return callSlot(context, object, name, type, lowerArguments(context, args, params, hasRest, node), node, typeArguments);
}

/** What the checker chose for the type parameters of a call. */
export function typeArgumentsOf(context: Context, resolved: ts.Signature, node: ts.Node): Type[] {
  const { checker, converter } = context.program;
  return callTypeArguments(checker, resolved).map((type) => converter.convert(type, context.environment, node));
}

/** The generic function that a property of an object literal is, if it is one. */
export function genericFunctionOf(program: Program, property: ts.ObjectLiteralElementLike): FunctionNode | undefined {
  if (ts.isMethodDeclaration(property)) return isGeneric(property) ? property : undefined;
  if (ts.isShorthandPropertyAssignment(property)) return namedFunction(program, property.name);
  return ts.isPropertyAssignment(property) ? genericFunction(program, property.initializer) : undefined;
}

/** The generic function that the expression is, or names. */
export function genericFunction(program: Program, node: ts.Expression): FunctionNode | undefined {
  if (ts.isParenthesizedExpression(node)) return genericFunction(program, node.expression);
  if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) return isGeneric(node) ? node : undefined;
  return ts.isIdentifier(node) ? namedFunction(program, node) : undefined;
}

function namedFunction(program: Program, name: ts.Identifier): FunctionNode | undefined {
  const declaration = program.symbolOf(name)?.valueDeclaration;
  if (declaration === undefined) return undefined;
  const found = ts.isFunctionDeclaration(declaration) && ts.isSourceFile(declaration.parent) ? declaration : constantFunction(declaration);
  return found !== undefined && isGeneric(found) ? found : undefined;
}

function isGeneric(node: ts.SignatureDeclaration): boolean {
  return (node.typeParameters?.length ?? 0) > 0;
}

/** The functions of an object literal that are generic members of its type. */
export function genericsOf(context: Context, node: ts.ObjectLiteralExpression, type: ObjectType): ReadonlyMap<string, FunctionNode> {
  const found = new Map<string, FunctionNode>();
  for (const property of node.properties) {
    const generic = genericFunctionOf(context.program, property);
    if (generic === undefined || property.name === undefined) continue;
    if (type.properties().get(memberKey(property.name))?.generic === undefined) continue;
    const isHere = generic.pos >= node.pos && generic.end <= node.end;
    const isBound = isHere && (usesThis(generic) || context.environment.key !== "" || capturesOf(context, [generic], [], false).length > 0);
    if (isBound) context.refuse(property, "TSM9001", "a generic function in an object literal that uses variables around it, or `this`");
    found.set(memberKey(property.name), generic);
  }
  return found;
}
