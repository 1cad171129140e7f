// Members of functions: `call`, `apply` and `bind`, on methods with the object they are to have as `this`, and methods as plain values.

import ts from "typescript";
import { needsScope } from "../classes/class-scopes.ts";
import { memberKey } from "../classes/member-keys.ts";
import { isVirtual } from "../classes/virtual-members.ts";
import type { Context } from "../context.ts";
import { coerce, isSubclass } from "../expressions/conversions.ts";
import { collectArguments } from "../expressions/lower-arrays.ts";
import { lowerExpression } from "../expressions/lower-expressions.ts";
import { callMember } from "../expressions/lower-members.ts";
import { callLibraryMember } from "../library/lower-library.ts";
import { type Operand, operand, UNDEFINED_OPERAND } from "../operands.ts";
import { isLibraryFile } from "../types/library-types.ts";
import { usesThis } from "../types/this-parameters.ts";
import { type ClassType, type FunctionType, functionType, presentType, type Type, TypeKind, widened } from "../types/types.ts";
import { callAs } from "./adapters.ts";
import { type Argument, argumentsOf, evaluated, lowerArguments, spreadArgument } from "./arguments.ts";
import { nameOf, shownName } from "./function-names.ts";
import { type FunctionInstance, parametersOfCalls } from "./functions.ts";
import { callInstance, packedForInstance } from "./lower-calls.ts";
import { callClosure, callClosureWith, instanceValue } from "./lower-closures.ts";
import { synthesizeClosure } from "./synthesized-closures.ts";

/** What `call`, `apply` or `bind` is asked of. */
type Target =
  | { readonly kind: "value"; readonly value: Operand }
  | { readonly kind: "method"; readonly object: Operand; readonly name: string; readonly node: ts.PropertyAccessExpression }
  | { readonly kind: "library"; readonly object: string; readonly name: string };

/** `f.call(self, ...)`, `f.apply(self, list)`, `f.bind(self, ...)`; undefined where the member is another one. */
export function callFunctionMember(
  context: Context,
  node: ts.CallExpression,
  callee: ts.PropertyAccessExpression,
  expected?: Type,
): Operand | undefined {
  const name = callee.name.text;
  if (name !== "call" && name !== "apply" && name !== "bind") return undefined;
  const { parent } = context.program.symbolOf(callee)?.valueDeclaration ?? {};
  if (parent === undefined || !ts.isInterfaceDeclaration(parent) || parent.name.text !== "CallableFunction") return undefined;
  const target = targetOf(context, callee.expression);
  const [selfNode, ...others] = node.arguments;
  const self = selfNode === undefined ? undefined : lowerExpression(context, selfNode);
  const args = name === "apply" ? others.flatMap((list) => spreadArgument(context, list)) : argumentsOf(context, others);
  const request: Request = { target, self, selfNode, args, node, expected };
  return name === "bind" ? bind(context, request) : callTarget(context, request);
}

interface Request {
  readonly target: Target;
  /** What is to be `this`. */
  readonly self: Operand | undefined;
  readonly selfNode: ts.Expression | undefined;
  readonly args: readonly Argument[];
  readonly node: ts.CallExpression;
  readonly expected: Type | undefined;
}

function targetOf(context: Context, node: ts.Expression): Target {
  if (ts.isParenthesizedExpression(node)) return targetOf(context, node.expression);
  const symbol = context.program.symbolOf(node);
  const isMethod = symbol !== undefined && (symbol.flags & ts.SymbolFlags.Method) !== 0;
  if (!isMethod || !ts.isPropertyAccessExpression(node) || node.questionDotToken !== undefined)
    return { kind: "value", value: held(context, lowerExpression(context, node)) };
  const base = context.program.symbolOf(node.expression);
  const isLibrary = base?.valueDeclaration !== undefined && isLibraryFile(base.valueDeclaration.getSourceFile());
  if (isLibrary) return { kind: "library", object: base.name, name: node.name.text };
  return { kind: "method", object: held(context, lowerExpression(context, node.expression)), name: memberKey(node.name), node };
}

function held(context: Context, given: Operand): Operand {
  const type = widened(given.type);
  return operand(type, coerce(context, given, type, context.program.loaded.files[0]));
}

function callTarget(context: Context, request: Request): Operand {
  const { target, args, node } = request;
  switch (target.kind) {
    case "value":
      return callClosureWith(context, target.value, args, node, request.self);
    case "library":
      return callLibraryMember(context, target.object, target.name, args, node);
    case "method": {
      const receiver = receiverOf(context, target, request);
      const type = methodType(context, target, node);
      const given = lowerArguments(context, args, type.params, type.hasRest, node);
      return callReceiver(context, receiver, given, node);
    }
  }
}

/** A method with the object that it will have as `this`. */
interface Receiver {
  readonly object: Operand;
  readonly name: string;
  /** Null where the object's own class decides. */
  readonly instance: FunctionInstance | null;
}

function receiverOf(context: Context, target: Target & { readonly kind: "method" }, { self, selfNode, node }: Request): Receiver {
  const { object, name, node: member } = target;
  // `object.method.bind(object)`: the same as calling it on the object.
  const isSame = selfNode !== undefined && isPlainName(selfNode) && selfNode.getText() === member.expression.getText();
  if (isSame) return { object, name, instance: null };
  const instance = ownInstance(context, object.type, name);
  if (instance === undefined || self?.type.kind !== TypeKind.Class || !isSubclass(self.type, instance.ownClass as Type))
    return context.refuse(node, "TSM3023", name);
  return { object: held(context, self), name, instance };
}

function isPlainName(node: ts.Expression): boolean {
  return ts.isIdentifier(node) || node.kind === ts.SyntaxKind.ThisKeyword;
}

/** The one method that the name stands for in objects of the type; undefined where subclasses have another. */
function ownInstance(context: Context, type: Type, name: string): FunctionInstance | undefined {
  const { classes, functions } = context.program;
  const found = type.kind === TypeKind.Class ? classes.findMember(type, name, "method") : undefined;
  if (found === undefined || (found.node.typeParameters?.length ?? 0) > 0) return undefined;
  if (isVirtual(context, found.owner, found.node, name, "method")) return undefined;
  return functions.request(found.node, [], { ownClass: found.owner, isStatic: false });
}

/** Of an instance as calls through a value see it. */
function valueType(instance: FunctionInstance): FunctionType {
  return functionType(parametersOfCalls(instance), instance.result, instance.hasRest);
}

function methodType(context: Context, target: Target & { readonly kind: "method" }, node: ts.Node): FunctionType {
  const { type } = target.object;
  if (type.kind === TypeKind.Object) {
    const property = type.properties().get(target.name);
    if (property?.type.kind === TypeKind.Function && property.generic === undefined) return property.type;
  }
  const { classes, functions } = context.program;
  const found = type.kind === TypeKind.Class ? classes.findMember(type, target.name, "method") : undefined;
  if (found === undefined || (found.node.typeParameters?.length ?? 0) > 0) return context.refuse(node, "TSM3023", target.name);
  return valueType(functions.request(found.node, [], { ownClass: found.owner, isStatic: false }));
}

function callReceiver(context: Context, { object, name, instance }: Receiver, args: readonly Operand[], node: ts.Node): Operand {
  if (instance === null) return callMember(context, object, name, args, node);
  return callInstance(context, instance, object, packedForInstance(context, instance, args, node), node);
}

/** A new function that has its `this` and its first arguments with it. */
function bind(context: Context, request: Request): Operand {
  const { target, self, node } = request;
  if (target.kind === "library") return context.refuse(node, "TSM3023", target.name);
  const receiver = target.kind === "method" ? receiverOf(context, target, request) : undefined;
  const called = target.kind === "value" ? target.value : undefined;
  const type = called === undefined ? methodType(context, target as Target & { kind: "method" }, node) : presentType(called.type);
  if (type.kind !== TypeKind.Function) return context.refuse(node, "TSM3005", `a value of type ${type.name} as a function`);
  const args = type.takesThis ? [evaluated(self ?? UNDEFINED_OPERAND, node), ...request.args] : request.args;
  const fixed = fixedArguments(context, type, args);
  const bound = withoutFirst(type, fixed.length);
  const holder = receiver?.object ?? called ?? operand(type, 0);
  // Made for a field of the object that it is bound to: in the form that the field has, so that the field holds the function itself.
  const isMethod = receiver !== undefined && context.boundFunction?.node === node;
  const wanted = isMethod && request.expected !== undefined ? presentType(request.expected) : bound;
  const form = wanted.kind === TypeKind.Function && wanted.role === undefined ? wanted : bound;
  const call = (inner: Context, [object, ...partial]: readonly Operand[], rest: readonly Operand[]): Operand =>
    callAs(inner, bound, form, rest, node, (matched) => {
      const all = joinedArguments(inner, type, partial, matched, node);
      return receiver === undefined ? callClosure(inner, object, all, node) : callReceiver(inner, { ...receiver, object }, all, node);
    });
  const shownAs = shownName(boundName(context, node));
  return synthesizeClosure(context, "bound", form, [holder, ...fixed], node, call, { shownAs, isMethod });
}

/** The arguments that a bound function has with it; those of no parameter are evaluated only. */
function fixedArguments(context: Context, type: FunctionType, args: readonly Argument[]): readonly Operand[] {
  const rest = type.hasRest ? type.params.at(-1) : undefined;
  const count = type.params.length - (rest === undefined ? 0 : 1);
  return args.flatMap((argument, index): Operand[] => {
    if (argument.isSpread) context.refuse(argument.node, "TSM3027", argument.lower().type.name);
    const param = index < count ? type.params[index] : rest?.kind === TypeKind.Array ? rest.element : undefined;
    const given = argument.lower(param);
    if (param !== undefined) return [operand(param, coerce(context, given, param, argument.node))];
    held(context, given);
    return [];
  });
}

/** The type of the function when its first arguments are known. */
function withoutFirst({ params, result, hasRest }: FunctionType, count: number): FunctionType {
  return functionType(hasRest ? [...params.slice(count, -1), params[params.length - 1]] : params.slice(count), result, hasRest);
}

/** Those that were known and those of the call, in which a rest is packed. */
function joinedArguments(
  inner: Context,
  { params, hasRest }: FunctionType,
  known: readonly Operand[],
  given: readonly Operand[],
  node: ts.Node,
): readonly Operand[] {
  const last = params.length - 1;
  const all = [...known, ...given];
  if (!hasRest || known.length <= last) return all;
  const list = known.slice(last).map((each) => evaluated(each, node));
  return [...all.slice(0, last), collectArguments(inner, params[last], [...list, { ...evaluated(given[0], node), isSpread: true }], node)];
}

/** The name of what a call of `bind` makes, as far as the function is known while compiling. */
function boundName(context: Context, node: ts.CallExpression): string {
  const { expression } = node.expression as ts.PropertyAccessExpression;
  return `bound ${nameOfValue(context, expression)}`;
}

function nameOfValue(context: Context, node: ts.Expression): string {
  if (ts.isParenthesizedExpression(node)) return nameOfValue(context, node.expression);
  if (ts.isFunctionExpression(node) || ts.isArrowFunction(node)) return nameOf(node);
  if (ts.isCallExpression(node)) {
    const isBound = ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === "bind";
    return isBound ? boundName(context, node) : "";
  }
  const declaration = context.program.symbolOf(node)?.valueDeclaration;
  if (declaration === undefined) return "";
  if (ts.isFunctionDeclaration(declaration) || ts.isMethodDeclaration(declaration)) return nameOf(declaration);
  const isConstant = ts.isVariableDeclaration(declaration) && (declaration.parent.flags & ts.NodeFlags.Const) !== 0;
  return isConstant && declaration.initializer !== undefined ? nameOfValue(context, declaration.initializer) : "";
}

// Methods as values

/** A method that does not look at its object, as a value; undefined for one that would lose its `this`. */
export function methodValue(context: Context, type: ClassType, name: string, node: ts.Node): Operand | undefined {
  const instance = ownInstance(context, type, name);
  const isBound = instance === undefined || usesThis(instance.node) || needsScope(context.program, type.declaration);
  return isBound ? undefined : instanceValue(context, instance, node);
}
