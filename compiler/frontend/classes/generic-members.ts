// Generic members: methods with type parameters that are called through an interface or an object literal. Each choice of type arguments
// is a slot of its own. An object literal keeps no value of such a function, but what it uses of what is around it; its class knows
// which one it is.

import ts from "typescript";
import type { Value } from "../../ir/function.ts";
import { Op } from "../../ir/ops.ts";
import { MemoryKind } from "../../ir/types.ts";
import type { Context } from "../context.ts";
import { lowerExpression } from "../expressions/lower-expressions.ts";
import { callSlot } from "../expressions/lower-members.ts";
import { type Argument, lowerArguments } from "../functions/arguments.ts";
import { type Capture, capturesOf, captureValue } from "../functions/captures.ts";
import type { FunctionNode } from "../functions/functions.ts";
import { type GenericClosure, genericClosure, type HeldGeneric, noteCall, type TakenGeneric } from "../functions/generic-functions.ts";
import type { ClosureNode } from "../functions/lower-closures.ts";
import type { Operand } from "../operands.ts";
import type { Program } from "../program.ts";
import { constantFunction } from "../statements/lower-globals.ts";
import { isExamined } from "../types/examined-parameters.ts";
import { CALL } from "../types/function-roles.ts";
import { usesThis } from "../types/this-parameters.ts";
import { callTypeArguments } from "../types/type-resolution.ts";
import { functionType, type GenericSignature, identity, type ObjectType, type Type } from "../types/types.ts";
import type { ClassLayout } from "./classes.ts";
import { memberKey } from "./member-keys.ts";

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
  // A type may stand in itself with other types for the same parameters: then what the checker chose for this call tells them apart.
  const isAmbiguous = parameters.some(({ symbol }) => environment.lookup(symbol) !== undefined);
  const [called, inner] =
    isAmbiguous && resolved !== undefined ? [resolved, context.environment] : [signature, environment.extend(bindings)];
  const { params, hasRest } = converter.signatureParameters(called, inner, node);
  const type = functionType(params, converter.convert(called.getReturnType(), inner, node), hasRest);
  if (name === CALL) noteCall(context, type, typeArguments, node.expression);
  return callSlot(context, object, name, type, lowerArguments(context, args, type.params, type.hasRest, node), node, typeArguments);
}

/** What the checker chose for the type parameters of a call. */
export function typeArgumentsOf(context: Context, resolved: ts.Signature, node: ts.Node): Type[] {
  const { checker, converter } = context.program;
  const declared = resolved.declaration?.typeParameters;
  return callTypeArguments(checker, resolved).map((type, index) => {
    const own = converter.convert(type, context.environment, node);
    const parameter = declared?.[index];
    const isOpaque = parameter === undefined || !ts.isTypeParameterDeclaration(parameter) || !isExamined(checker, parameter);
    return isOpaque ? own : converter.exact(own, type, context.environment, node);
  });
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

/** The generic members of an object literal: functions that use nothing around them, those that do, and other values. */
export interface LiteralGenerics {
  readonly plain: ReadonlyMap<string, FunctionNode>;
  readonly bound: ReadonlyMap<string, BoundGeneric>;
  readonly held: ReadonlyMap<string, { readonly value: Operand; readonly seen: ts.Type }>;
}

interface BoundGeneric {
  readonly node: ClosureNode;
  readonly captures: readonly Capture[];
  readonly wanted: GenericSignature;
}

export const NO_GENERICS: LiteralGenerics = { plain: new Map(), bound: new Map(), held: new Map() };

/** The functions of an object literal that are generic members of its type. */
export function genericsOf(context: Context, node: ts.ObjectLiteralExpression, type: ObjectType): LiteralGenerics {
  const plain = new Map<string, FunctionNode>();
  const bound = new Map<string, BoundGeneric>();
  const held = new Map<string, { value: Operand; seen: ts.Type }>();
  for (const property of node.properties) {
    const name = property.name === undefined ? "" : memberKey(property.name);
    const wanted = type.properties().get(name)?.generic;
    if (wanted === undefined) continue;
    const own = genericFunctionOf(context.program, property) ?? functionOf(property);
    const isHere = own !== undefined && own.pos >= node.pos && own.end <= node.end;
    if (own === undefined || (!isHere && !isGeneric(own))) {
      held.set(name, heldFunction(context, property));
      continue;
    }
    const captures = capturesOf(context, [own], [], ts.isArrowFunction(own));
    // A method has the object itself as `this`.
    if (!ts.isArrowFunction(own) && usesThis(own)) captures.push({ symbol: null, type, kind: MemoryKind.Ref, variable: null, bound: null });
    const isBound = captures.length > 0 || context.environment.key !== "" || !isGeneric(own);
    if (isHere && isBound) bound.set(name, { node: own as ClosureNode, captures, wanted });
    else plain.set(name, own);
  }
  return { plain, bound, held };
}

/** A function written in a literal, generic by what is wanted in its place only. */
function functionOf(property: ts.ObjectLiteralElementLike): FunctionNode | undefined {
  if (ts.isMethodDeclaration(property)) return property;
  const value = ts.isPropertyAssignment(property) ? property.initializer : undefined;
  return value !== undefined && (ts.isArrowFunction(value) || ts.isFunctionExpression(value)) ? value : undefined;
}

function heldFunction(context: Context, property: ts.ObjectLiteralElementLike): { value: Operand; seen: ts.Type } {
  const value = givenBy(property) ?? context.refuse(property, "TSM9001", "this generic member of an object literal");
  return { value: lowerExpression(context, value, context.checkerType(value)), seen: context.program.checker.getTypeAtLocation(value) };
}

function givenBy(property: ts.ObjectLiteralElementLike): ts.Expression | undefined {
  if (ts.isShorthandPropertyAssignment(property)) return property.name;
  return ts.isPropertyAssignment(property) ? property.initializer : undefined;
}

/** What tells the class of a literal with these members from those of others. */
export function keyOfGenerics(context: Context, { plain, bound, held }: LiteralGenerics): string[] {
  const around = `${context.environment.key}/${context.ownClass?.id ?? ""}`;
  const captured = [...bound.values()].map(
    ({ node, captures }) => `<${identity(node)} in ${around} with ${captures.map((capture) => capture.type.id).join()}>`,
  );
  const values = [...held].map(([name, { value }]) => `<${name}: ${value.type.id}>`);
  return [...[...plain.values()].map((generic) => `<${identity(generic)}>`), ...captured, ...values];
}

/** Gives a new object of a literal what its generic members use of what is around them. */
export function setGenerics(context: Context, object: Value, layout: ClassLayout, generics: LiteralGenerics): void {
  const { plain, bound, held } = generics;
  if (plain.size + bound.size + held.size === 0) return;
  const { classes, module } = context.program;
  const known = classes.live.get(layout.irClass)?.genericClosures;
  const made = new Map<string, GenericClosure | HeldGeneric | TakenGeneric>();
  const set = (field: number, value: Value): void => void context.emit(Op.FieldSet, [object, value], field);
  for (const [name, { node, captures, wanted }] of bound) {
    const isSelf = ({ symbol }: Capture): boolean => symbol === null && !ts.isArrowFunction(node);
    const fieldOf = (capture: Capture, index: number): number | null =>
      isSelf(capture) ? null : module.addField(layout.irClass, `${name} ${index}`, capture.kind).index;
    const found = known?.get(name);
    const closure = found !== undefined && "node" in found ? found : genericClosure(context, node, wanted, captures, captures.map(fieldOf));
    made.set(name, closure);
    for (const [index, field] of closure.fields.entries()) if (field !== null) set(field, captureValue(context, captures[index]));
  }
  for (const [name, { value, seen }] of held) {
    const found = known?.get(name);
    const isKnown = found !== undefined && "field" in found && !("member" in found);
    const own = isKnown ? found : { type: value.type, seen, field: module.addField(layout.irClass, name, MemoryKind.Ref).index };
    made.set(name, own);
    set(own.field, context.value(value));
  }
  if (known === undefined) classes.setGenerics(layout, { generics: plain, genericClosures: made });
}
