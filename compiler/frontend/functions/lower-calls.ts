// Calls: to functions and members by name, through tables, and to function values; arguments by the parameters' types.

import ts from "typescript";
import type { Value } from "../../ir/function.ts";
import { Op } from "../../ir/ops.ts";
import { callGenericMember, typeArgumentsOf } from "../classes/generic-members.ts";
import { callSuperConstructor } from "../classes/lower-constructors.ts";
import { callStatic, callStaticSuper } from "../classes/lower-static.ts";
import { memberKey, methodKey } from "../classes/member-keys.ts";
import { isMissingAbove } from "../classes/optional-methods.ts";
import { isVirtual, rootOf } from "../classes/virtual-members.ts";
import type { Context } from "../context.ts";
import { callPromiseMember, isPromise, toPromise } from "../coroutines/lower-promises.ts";
import { coerce } from "../expressions/conversions.ts";
import { filledArray, lengthOfNew, refuseHoles } from "../expressions/lower-arrays.ts";
import { lowerExpression } from "../expressions/lower-expressions.ts";
import { callSlot, optionalLink, readMember, superOf } from "../expressions/lower-members.ts";
import { callNamed } from "../expressions/lower-named-access.ts";
import { seenAsList } from "../expressions/lower-open-lists.ts";
import { packedArguments } from "../expressions/lower-tuple-rests.ts";
import { isIndistinct, matchUnion } from "../expressions/lower-unions.ts";
import { callBuiltInMember } from "../library/lower-built-ins.ts";
import { callDerivation } from "../library/lower-derivations.ts";
import { callInherited } from "../library/lower-inherited.ts";
import { callIteratorMember } from "../library/lower-iterator-objects.ts";
import { callLibraryFunction, callLibraryMember, NUMBER_CONSTANTS } from "../library/lower-library.ts";
import { callUnsafe, isUnsafeFile } from "../library/lower-unsafe.ts";
import { type Operand, operand, UNDEFINED_OPERAND } from "../operands.ts";
import { constantFunction, isOfGlobalThis, namespaceNamed } from "../statements/lower-globals.ts";
import { isRuntimeClass } from "../statements/lower-iteration.ts";
import { useLater } from "../statements/lower-using.ts";
import { hasTag } from "../tags.ts";
import { isLibraryFile } from "../types/library-types.ts";
import { ownParameters } from "../types/this-parameters.ts";
import { isSpreadOut } from "../types/tuple-parts.ts";
import {
  type ClassType,
  functionType,
  mayBeAbsent,
  mayBeUndefined,
  presentType,
  type Type,
  TypeKind,
  types,
  unionType,
} from "../types/types.ts";
import { type Argument, argumentsOf, evaluated, lowerArguments, packRest } from "./arguments.ts";
import { asDeclared, asSignatureSays } from "./call-results.ts";
import { callFunctionMember } from "./function-members.ts";
import { type FunctionInstance, type FunctionNode, implementationOf, type Owner, parametersOfCalls } from "./functions.ts";
import { callClosureWith } from "./lower-closures.ts";
import { callLifted } from "./lower-lifted.ts";
import { inferTypeArguments } from "./type-inference.ts";

export function lowerCall(context: Context, node: ts.CallExpression, expected?: Type): Operand {
  let callee: ts.Expression = node.expression;
  while (ts.isParenthesizedExpression(callee)) callee = callee.expression;
  if (callee.kind === ts.SyntaxKind.SuperKeyword) return callSuperConstructor(context, node);
  if (ts.isPropertyAccessExpression(callee)) return lowerMemberCall(context, node, callee, expected);
  const method = ts.isElementAccessExpression(callee) && node.questionDotToken === undefined ? methodKey(context, callee) : undefined;
  if (method !== undefined && ts.isElementAccessExpression(callee))
    return callOn(context, lowerExpression(context, callee.expression), method, argumentsOf(context, node.arguments), node);
  if (ts.isElementAccessExpression(callee) && !ts.isOptionalChain(node)) {
    const args = argumentsOf(context, node.arguments);
    return callNamed(context, callee, args, node, () => callValue(context, node, callee, args));
  }
  const symbol = ts.isIdentifier(callee) ? context.program.symbolOf(callee) : undefined;
  const declaration = symbol?.valueDeclaration;
  const variable = symbol === undefined ? undefined : context.lookup(symbol);
  const args = argumentsOf(context, node.arguments);
  if (variable?.kind === "lifted" && node.questionDotToken === undefined) return callLifted(context, variable, args, node);
  if (declaration !== undefined) {
    if (isLibraryFile(declaration.getSourceFile())) return callLibraryFunction(context, callee.getText(), args, node);
    if (isUnsafeFile(declaration.getSourceFile())) return callUnsafe(context, symbol?.name ?? "", node, args);
    if (ts.isFunctionDeclaration(declaration) && variable === undefined) {
      return callDeclared(context, declaration, null, null, args, node);
    }
  }
  const known = declaration === undefined ? undefined : constantFunction(declaration);
  if (known !== undefined) return callDeclared(context, known, null, null, args, node);
  return callValue(context, node, callee, args);
}

/** Calls a function value. */
function callValue(context: Context, node: ts.CallExpression, callee: ts.Expression, args: readonly Argument[]): Operand {
  const called = lowerExpression(context, callee);
  if (node.questionDotToken !== undefined || (ts.isOptionalChain(node) && mayBeAbsent(called.type))) {
    return optionalLink(context, called, node, (present) => callClosureWith(context, present, args, node));
  }
  return callClosureWith(context, called, args, node);
}

function lowerMemberCall(
  context: Context,
  node: ts.CallExpression,
  callee: ts.PropertyAccessExpression,
  expected: Type | undefined,
): Operand {
  const { program } = context;
  const name = memberKey(callee.name);
  const ofFunction = callFunctionMember(context, node, callee, expected);
  if (ofFunction !== undefined) return ofFunction;
  const args = argumentsOf(context, node.arguments);
  if (callee.expression.kind === ts.SyntaxKind.SuperKeyword) return callSuperMember(context, name, args, node);
  const isNamed = ts.isIdentifier(callee.expression) || isOfGlobalThis(callee.expression);
  const base = isNamed ? program.symbolOf(callee.expression) : namespaceNamed(program, callee.expression);
  if (base?.valueDeclaration !== undefined && isLibraryFile(base.valueDeclaration.getSourceFile()) && !NUMBER_CONSTANTS.has(base.name)) {
    return callLibraryMember(context, base.name, name, args, node, expected);
  }
  if (base !== undefined && base.flags & ts.SymbolFlags.ValueModule) {
    const declaration = program.symbolOf(callee)?.valueDeclaration;
    if (declaration !== undefined && isLibraryFile(declaration.getSourceFile())) return callLibraryFunction(context, name, args, node);
    if (declaration !== undefined && isUnsafeFile(declaration.getSourceFile())) return callUnsafe(context, name, node, args);
    if (declaration !== undefined && ts.isFunctionDeclaration(declaration))
      return callDeclared(context, declaration, null, null, args, node);
    const known = declaration === undefined ? undefined : constantFunction(declaration);
    if (known !== undefined) return callDeclared(context, known, null, null, args, node);
    if (declaration !== undefined && (ts.isVariableDeclaration(declaration) || ts.isBindingElement(declaration)))
      return callValue(context, node, callee, args);
  }
  const length = lengthOfNew(context, callee.expression);
  if (length !== undefined) {
    refuseHoles(context, name, node);
    if (name === "fill" && args.length === 1 && !args[0].isSpread) return filledArray(context, length, args[0], node, expected);
  }
  const object = lowerExpression(context, callee.expression);
  if (callee.questionDotToken !== undefined || (ts.isOptionalChain(node) && mayBeAbsent(object.type)))
    return optionalLink(context, object, callee, (present) => callPresent(context, present, name, args, node));
  context.at(node);
  return callPresent(context, object, name, args, node);
}

/** The object is there; with `?.(` its member may be missing. */
function callPresent(context: Context, object: Operand, name: string, args: readonly Argument[], node: ts.CallExpression): Operand {
  if (node.questionDotToken === undefined || hasMethod(context, object.type, name)) return callOn(context, object, name, args, node);
  const held = readMember(context, object, name, node.expression);
  return optionalLink(context, held, node, (present) => callClosureWith(context, present, args, node, object));
}

/** Whether all values of the type have the method: `?.(` asks for nothing then. Objects of interfaces may lack what an assertion says. */
function hasMethod(context: Context, type: Type, name: string): boolean {
  if (type.kind === TypeKind.Class) return context.program.classes.findMember(type, name, "method") !== undefined;
  return type.kind === TypeKind.String || type.kind === TypeKind.Array || type.kind === TypeKind.TypedArray;
}

/** A member call on an object that is there. */
export function callOn(context: Context, object: Operand, name: string, args: readonly Argument[], node: ts.CallExpression): Operand {
  const { type } = object;
  const { classes } = context.program;
  const inherited = callInherited(context, object, name, args, node);
  if (inherited !== undefined) return inherited;
  if (type.kind === TypeKind.Class) {
    if (isPromise(context, type)) {
      const called = callPromiseMember(context, object, name, args, node);
      if (called !== undefined) return called;
    }
    const isStack = isRuntimeClass(context, type, "DisposableStack") || isRuntimeClass(context, type, "AsyncDisposableStack");
    if (isStack && name === "use") return useLater(context, object, args[0].lower(), node);
    const asked = asyncReturn(context, object, name, args, node) ?? callIteratorMember(context, object, name, args, node);
    if (asked !== undefined) return asked;
    const found = classes.findMember(type, name, "method");
    if (found !== undefined) return callDeclared(context, found.node, { ownClass: found.owner, isStatic: false }, object, args, node);
    return callClosureWith(context, readMember(context, object, name, node), args, node, object);
  }
  if (type.kind === TypeKind.ClassValue) {
    return (
      callStatic(context, object, type, name, args, node) ??
      callClosureWith(context, readMember(context, object, name, node), args, node, object)
    );
  }
  if (type.kind === TypeKind.Object) {
    const property = type.properties().get(name);
    if (property === undefined) return context.refuse(node, "TSM3007", type.name, `\`${name}\``);
    if (property.generic !== undefined) return callGenericMember(context, object, name, property.generic, args, node);
    if (!property.isMethod) return callClosureWith(context, readMember(context, object, name, node), args, node, object);
    const { params, hasRest } = property.type.kind === TypeKind.Function ? property.type : { params: [], hasRest: false };
    const result = callSlot(context, object, name, property.type, lowerArguments(context, args, params, hasRest, node), node);
    return asSignatureSays(context, result, node);
  }
  if (type.kind === TypeKind.Union) return callOnUnion(context, object, name, args, node);
  return callBuiltInMember(context, object, name, args, node);
}

/** `return` with a value, which an asynchronous generator waits for; undefined for other calls. */
function asyncReturn(
  context: Context,
  object: Operand,
  name: string,
  args: readonly Argument[],
  node: ts.CallExpression,
): Operand | undefined {
  const { type } = object;
  if (args.length === 0 || name !== "return" || !isRuntimeClass(context, type, "AsyncGenerator")) return undefined;
  const found = context.program.classes.findMember(type, "returnWith", "method");
  if (found === undefined) return undefined;
  const returned = (): Operand => toPromise(context, args[0].lower(), node, unionType([type.typeArguments[1], types.undefined]));
  return callDeclared(context, found.node, { ownClass: found.owner, isStatic: false }, object, [evaluated(returned(), node)], node);
}

function callOnUnion(context: Context, object: Operand, name: string, args: readonly Argument[], node: ts.CallExpression): Operand {
  const { type } = object;
  if (type.kind !== TypeKind.Union || type.members.length === 0) return context.refuse(node, "TSM3007", type.name, `\`${name}\``);
  if (mayBeAbsent(type)) return callOn(context, context.narrow(object, presentType(type), node), name, args, node);
  const signature = context.program.checker.getResolvedSignature(node);
  const isAllObjects = type.members.every(
    (member) => (member.kind === TypeKind.Class && !member.isPacked) || member.kind === TypeKind.Object,
  );
  const list = isAllObjects ? undefined : seenAsList(context, object, node);
  if (list !== undefined) return callOn(context, list, name, args, node);
  if (signature === undefined || (isIndistinct(context, type) && !isAllObjects)) return context.refuse(node, "TSM3020", type.name);
  const { params } = context.program.converter.signatureParameters(signature, context.environment, node);
  if (!isAllObjects) {
    const given = args.map((argument, index) => evaluated(argument.lower(params[index]), argument.node));
    return matchUnion(context, object, (part) => callOn(context, part, name, given, node), node);
  }
  const isHeld = type.members.some((member) => member.kind === TypeKind.Object && member.properties().get(name)?.isOptional === true);
  // What may be missing is read first: asking for it may be the point.
  if (isHeld) return callClosureWith(context, readMember(context, object, name, node), args, node, object);
  const result = context.program.converter.convert(signature.getReturnType(), context.environment, node);
  const given = args.map((argument, index) => argument.lower(params[index]));
  return callSlot(context, object, name, functionType(params, result), given, node, typeArgumentsOf(context, signature, node));
}

function callSuperMember(context: Context, name: string, args: readonly Argument[], node: ts.CallExpression): Operand {
  if (context.self?.type.kind === TypeKind.ClassValue) return callStaticSuper(context, context.self, context.self.type, name, args, node);
  const { parent, self } = superOf(context, node);
  const found = context.program.classes.findMember(parent, name, "method");
  if (found === undefined)
    return isMissingAbove(context, parent, name) ? UNDEFINED_OPERAND : context.refuse(node, "TSM3005", "`super` here");
  const instance = requestInstance(context, found.node, { ownClass: found.owner, isStatic: false }, args, node);
  const result = callWithArguments(context, instance.instance, self, instance.operands, node, false);
  return asDeclared(context, found.node, self, result, node);
}

/** Calls a declared function or member; a member that subclasses override goes through its slot. */
export function callDeclared(
  context: Context,
  declaration: FunctionNode,
  owner: Owner | null,
  self: Operand | null,
  args: readonly Argument[],
  node: ts.Node,
): Operand {
  if (ts.isFunctionDeclaration(declaration) && declaration.body === undefined && hasTag(declaration, "derived"))
    return callDerivation(context, declaration.name?.text ?? "", args, node);
  const { instance, operands } = requestInstance(context, declaration, owner, args, node);
  const result = callWithArguments(context, instance, self, operands, node, true);
  return asDeclared(context, declaration, self, result, node);
}

interface RequestedCall {
  readonly instance: FunctionInstance;
  readonly operands: readonly Operand[];
}

/** The instance a call needs, and its arguments lowered for that instance's parameters. */
function requestInstance(
  context: Context,
  declaration: FunctionNode,
  owner: Owner | null,
  args: readonly Argument[],
  node: ts.Node,
): RequestedCall {
  const { functions, checker } = context.program;
  // Of a function with several signatures the body says which type parameters there are.
  const body = implementationOf(declaration, checker);
  if ((body.typeParameters?.length ?? 0) > 0) {
    const { typeArguments, operands } = inferTypeArguments(context, body, owner, args, node);
    context.program.enter(node);
    return { instance: functions.request(body, typeArguments, owner), operands };
  }
  const instance = functions.request(body, [], owner);
  return { instance, operands: lowerArguments(context, args, instance.params, instance.hasRest, node) };
}

/** Arguments of a function value for an instance whose rest parameter, a tuple, is several parameters of the value. */
export function packedForInstance(
  context: Context,
  instance: FunctionInstance,
  args: readonly Operand[],
  node: ts.Node,
): readonly Operand[] {
  const fixed = instance.params.length - 1;
  const last = instance.hasRest ? instance.params[fixed] : undefined;
  return last !== undefined && isSpreadOut(last)
    ? [...args.slice(0, fixed), packedArguments(context, last, args.slice(fixed), node)]
    : args;
}

/** Calls an instance with evaluated operands, directly. */
export function callInstance(
  context: Context,
  instance: FunctionInstance,
  self: Operand | null,
  args: readonly Operand[],
  node: ts.Node,
): Operand {
  return callWithArguments(context, instance, self, args, node, false);
}

/** The same for a member, through its slot where a subclass overrides it; its rest arguments are packed. */
export function callFunctionNode(
  context: Context,
  declaration: FunctionNode,
  owner: ClassType,
  self: Operand,
  args: readonly Operand[],
  node: ts.Node,
): Operand {
  const rest = ownParameters(declaration).findIndex((parameter) => parameter.dotDotDotToken !== undefined);
  const isPacked = (given: Operand, index: number): boolean =>
    rest >= 0 && index >= rest && index === args.length - 1 && given.type.kind === TypeKind.Array;
  const list = args.map((given, index): Argument => ({ ...evaluated(given, node), isSpread: isPacked(given, index) }));
  return callDeclared(context, declaration, { ownClass: owner, isStatic: false }, self, list, node);
}

function callWithArguments(
  context: Context,
  instance: FunctionInstance,
  self: Operand | null,
  args: readonly Operand[],
  node: ts.Node,
  mayBeVirtual: boolean,
): Operand {
  const { params } = instance;
  const declared = ownParameters(instance.node);
  let given = args.slice(0, params.length);
  while (
    given.length > 0 &&
    given[given.length - 1].type.kind === TypeKind.Undefined &&
    declared[given.length - 1].initializer !== undefined
  ) {
    given = given.slice(0, -1);
  }
  const missing = declared.slice(given.length);
  if (missing.length > 0 && missing.every((parameter) => parameter.questionToken !== undefined)) {
    given = [...given, ...missing.map(() => UNDEFINED_OPERAND)];
  }
  const receiver = receiverValue(context, instance, self, node);
  context.at(node);
  const name = instance.node.name === undefined ? "" : memberKey(instance.node.name as ts.PropertyName);
  if (
    mayBeVirtual &&
    instance.self?.kind === TypeKind.Class &&
    instance.ownClass !== null &&
    isVirtual(context, instance.ownClass, instance.node, name, "method")
  ) {
    return callVirtual(context, instance, name, receiver, given, node);
  }
  if (
    given.some(
      (argument, index) =>
        declared[index].initializer !== undefined && (mayBeUndefined(argument.type) || argument.type.kind === TypeKind.Void),
    )
  ) {
    const { fn, params: wanted } = context.program.functions.withDefaults(instance);
    const all = wanted.map((param, index) => coerce(context, leftOut(context, instance, given[index], index), param, node));
    return finishCall(context, context.emit(Op.Call, [...receiver, ...all], fn.index), instance.result, fn.isNoReturn);
  }
  const values = given.map((argument, index) => context.argument(argument, params[index], node));
  const target = values.length === params.length ? instance.fn : context.program.functions.withMissingArguments(instance, values.length);
  const value = context.emit(Op.Call, [...receiver, ...values], target.index);
  return finishCall(context, value, instance.result, target.isNoReturn);
}

/** What a function that is called without a receiver says that its `this` is, can be undefined. */
function receiverValue(context: Context, instance: FunctionInstance, self: Operand | null, node: ts.Node): Value[] {
  if (instance.self === null) return [];
  return [self === null ? context.argument(UNDEFINED_OPERAND, instance.self, node) : context.value(self)];
}

function finishCall(context: Context, value: Value, result: Type, isNoReturn: boolean): Operand {
  if (isNoReturn || result.kind === TypeKind.Never) {
    context.builder.unreachable();
    return operand(types.never, 0);
  }
  return operand(result, result.kind === TypeKind.Void ? 0 : value);
}

function callVirtual(
  context: Context,
  instance: FunctionInstance,
  name: string,
  receiver: readonly Value[],
  args: readonly Operand[],
  node: ts.Node,
): Operand {
  const { program } = context;
  const { ownClass, typeArguments } = instance;
  if (ownClass === null) return context.refuse(node, "TSM3005", "a virtual call without a class");
  const root = rootOf(context, ownClass, name, "method");
  const declared = program.classes.findMember(root, name, "method");
  // One below may have other type parameters than the topmost one: then it has a slot of its own.
  const isLike = declared !== undefined && (declared.node.typeParameters?.length ?? 0) === typeArguments.length;
  const base = isLike ? program.functions.request(declared.node, typeArguments, { ownClass: declared.owner, isStatic: false }) : instance;
  // Called as a class below, whose method takes or gives other types than the topmost one: through a slot of its own.
  const isSame =
    (isLike || root === ownClass) &&
    instance.result === base.result &&
    instance.params.length === base.params.length &&
    base.params.every((param, index) => param === instance.params[index]);
  const called = isSame ? base : instance;
  const params = parametersOfCalls(called);
  const values = params.map((param, index) => coerce(context, leftOut(context, called, args[index], index), param, node));
  const method = program.methods.slot(isSame ? root : ownClass, name, "method", functionType(params, called.result), typeArguments);
  return finishCall(context, context.emit(Op.CallVirtual, [...receiver, ...values], method.index), called.result, false);
}

/** An argument; one that was left out is undefined, or an empty array or tuple. */
function leftOut(context: Context, instance: FunctionInstance, given: Operand | undefined, index: number): Operand {
  if (given !== undefined) return given;
  const isRest = ownParameters(instance.node)[index].dotDotDotToken !== undefined;
  return isRest ? packRest(context, [], instance.params[index], instance.node) : UNDEFINED_OPERAND;
}
