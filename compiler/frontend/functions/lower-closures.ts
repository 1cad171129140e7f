// Closures: function values. A closure object holds the code address and what the function captures; capturing nothing, it is static.
// Invariants: (1) the code of a closure takes the closure object as its first parameter
//             (2) variables that change after capture are shared through cells; others are copied into the closure

import ts from "typescript";
import type { IrFunction, Value } from "../../ir/function.ts";
import { ClassShape, type IrClass } from "../../ir/module.ts";
import { Op } from "../../ir/ops.ts";
import { MemoryKind, memoryKinds, ValueType } from "../../ir/types.ts";
import type { ClassLayout } from "../classes/classes.ts";
import { callGenericMember } from "../classes/generic-members.ts";
import { type BoundFunction, Context } from "../context.ts";
import { isCoroutine } from "../coroutines/lower-coroutines.ts";
import { coerce } from "../expressions/conversions.ts";
import { createArray } from "../expressions/lower-arrays.ts";
import { narrowTo } from "../expressions/lower-expressions.ts";
import { packedArguments } from "../expressions/lower-tuple-rests.ts";
import { type Operand, operand, UNDEFINED_OPERAND } from "../operands.ts";
import type { Program } from "../program.ts";
import { SsaVariable } from "../ssa.ts";
import { bindName } from "../statements/lower-declarations.ts";
import { isModuleLevel } from "../statements/lower-globals.ts";
import { lowerFunctionStatements } from "../statements/lower-statements.ts";
import { CALL, callSignatureOf, codeTypeOf } from "../types/function-roles.ts";
import { parameterValueType, valueTypeOf } from "../types/representation.ts";
import { ownParameters } from "../types/this-parameters.ts";
import { isSpreadOut } from "../types/tuple-parts.ts";
import { mentionsNumber, mentionsUnknown } from "../types/type-parts.ts";
import {
  type FunctionType,
  functionType,
  identity,
  mayBeAbsent,
  type ObjectType,
  presentType,
  type Type,
  TypeKind,
  types,
  unionType,
} from "../types/types.ts";
import { type Argument, evaluated, lowerArguments } from "./arguments.ts";
import { asSignatureSays } from "./call-results.ts";
import { type Capture, capturesOf, captureValue, importVariable } from "./captures.ts";
import { shownFunction } from "./function-names.ts";
import { callFunctionObject, constantOfObject, functionObjectClass, functionObjectType } from "./function-objects.ts";
import {
  bindWithDefault,
  declaredThis,
  type FunctionInstance,
  type FunctionNode,
  nameOfPlace,
  parametersOfCalls,
  parameterType,
} from "./functions.ts";
import { madeOnce, makeGenericFunction } from "./generic-functions.ts";
import { callInstance, packedForInstance } from "./lower-calls.ts";
import { captureSource, nameSelf } from "./source-variables.ts";
import { typeArgumentsFor } from "./type-inference.ts";

/** Functions that become closures; a method or accessor of an object literal captures the object as `this`. */
export type ClosureNode = ts.ArrowFunction | ts.FunctionExpression | ts.FunctionDeclaration | ts.MethodDeclaration | ts.AccessorDeclaration;

/** All but the bits of the state in the address of a method's object. */
const STATE_MASK = -4;

// Making

export function lowerClosure(context: Context, node: ClosureNode, expected?: Type): Operand {
  const wanted = expected === undefined ? undefined : presentType(expected);
  const generic = genericTypeFor(context, node, wanted);
  if (generic !== undefined) return makeGenericFunction(context, node, generic, findCaptures(context, node, false));
  const object = functionObjectType(context, node, wanted);
  const called = object === undefined ? wanted : codeTypeOf(object);
  const isGivenThis = thisOfClosure(context, node, called?.kind === TypeKind.Function ? called : undefined) !== null;
  const captures = findCaptures(context, node, isGivenThis);
  const type = closureType(context, node, called?.kind === TypeKind.Function ? called : undefined, captures);
  // Only the type is asked for; the body may need what is not there, such as `this`.
  if (context.isScratch) return operand(object ?? type, context.builder.nullRef());
  const { program } = context;
  const fn = program.addFunction(closureName(context, node), node.getSourceFile(), closureSignature(type));
  fn.declaredAt = program.positionOf(node);
  fn.shownAs = shownFunction(node);
  const inner = new Context(program, fn, context.environment, type.result);
  inner.ownClass = context.ownClass;
  inner.inherit(context);
  const layout = object === undefined ? undefined : layoutOfObject(context, node, object, captures, type);
  const form: ClosureForm = { type: object ?? type, irClass: layout?.irClass ?? closureClassOf(context, captures) };
  program.enqueue(() => program.attempt(node, () => lowerClosureBody(inner, node, type, captures, form)));
  return operand(form.type, makeObject(context, fn, captures, form));
}

/** What a closure is an object of, and what it is to those who have it: a function alone, or one with properties. */
interface ClosureForm {
  readonly type: Type;
  readonly irClass: IrClass;
}

function closureClassOf(context: Context, captures: readonly Capture[]): IrClass {
  return context.program.classes.closureClass(
    captures.map((capture) => capture.kind),
    shapeOf(captures),
  );
}

/** The class of a function with properties; the body that makes it knows it by its name. */
function layoutOfObject(
  context: Context,
  node: ClosureNode,
  object: ObjectType,
  captures: readonly Capture[],
  code: FunctionType,
): ClassLayout {
  const kinds = captures.map((capture) => capture.kind);
  const layout = functionObjectClass(context, object, kinds, code);
  for (const own of [node, ...ownSymbols(context, node)]) context.functionObjects.set(own, layout);
  return layout;
}

/** The type of a function that has to stay generic: what its place wants, or its own one where the place does not say. */
export function genericTypeFor(context: Context, node: FunctionNode, wanted: Type | undefined): ObjectType | undefined {
  if (wanted !== undefined && callSignatureOf(wanted) !== undefined && wanted.kind === TypeKind.Object) return wanted;
  if ((node.typeParameters?.length ?? 0) === 0 || wanted?.kind === TypeKind.Function) return undefined;
  const { checker, converter } = context.program;
  const own = converter.convert(checker.getTypeAtLocation(node), context.environment, node);
  return own.kind === TypeKind.Object && callSignatureOf(own) !== undefined ? own : undefined;
}

function closureName(context: Context, node: ClosureNode): string {
  const own = node.name?.getText() ?? nameOfPlace(node);
  return context.fn.index < 0 || context.fn.name.endsWith(".initialize") ? own : `${context.fn.name}.${own}`;
}

export function closureSignature(type: FunctionType): { params: ValueType[]; result: ValueType } {
  return { params: [ValueType.Ref, ...type.params.map(parameterValueType)], result: valueTypeOf(type.result) };
}

function makeObject(context: Context, fn: IrFunction, captures: readonly Capture[], { type, irClass }: ClosureForm): Value {
  if (captures.length === 0 && type.kind === TypeKind.Function) return context.emit(Op.StaticClosure, [], fn.index);
  const object = context.emit(Op.New, [], irClass.index);
  context.emit(Op.FieldSet, [object, context.emit(Op.FunctionAddress, [], fn.index)], irClass.fields[0]);
  for (const [index, capture] of captures.entries()) {
    context.emit(Op.FieldSet, [object, captureValue(context, capture)], irClass.fields[index + 1]);
  }
  return object;
}

function shapeOf(captures: readonly Capture[]): ClassShape.Closure | ClassShape.Method {
  return captures.length > 0 && captures[0].bound !== null ? ClassShape.Method : ClassShape.Closure;
}

/** The local variables around a function that it uses, in order of first use; `this` too, where it is given none. */
function findCaptures(context: Context, node: ClosureNode, isGivenThis: boolean): Capture[] {
  const own = ownSymbols(context, node);
  const mayUseThis = ts.isArrowFunction(node) || (!isGivenThis && !ts.isFunctionExpression(node) && !ts.isFunctionDeclaration(node));
  return capturesOf(context, [node], own, mayUseThis);
}

// Types

export function closureType(
  context: Context,
  node: ClosureNode,
  expected: FunctionType | undefined,
  captures: readonly Capture[],
  isLifted = false,
): FunctionType {
  const { program } = context;
  const self = thisOfClosure(context, node, expected);
  const offset = expected?.takesThis === true ? 1 : 0;
  const own = ownParameters(node).map((parameter, position) => {
    const index = position + offset;
    const wanted = parameter.dotDotDotToken === undefined ? expected?.params[index] : undefined;
    if (
      wanted !== undefined &&
      wanted.kind !== TypeKind.Unknown &&
      !(expected?.hasRest === true && index === expected.params.length - 1) &&
      (parameter.type === undefined || mayBeAbsent(wanted))
    )
      return wanted;
    const type = parameterType(program, parameter, context.environment);
    return parameter.initializer === undefined ? type : unionType([type, types.undefined]);
  });
  const hasRest = node.parameters.at(-1)?.dotDotDotToken !== undefined;
  const params = self === null ? own : [self, ...own];
  // Parameters that the place passes and this function ignores: taken, so that the call needs no adapter; one with a name of its own
  // is called by itself, too, with those it declares.
  const hasOwnName = ts.isFunctionExpression(node) && node.name !== undefined;
  if (expected !== undefined && !hasRest && !expected.hasRest && !hasOwnName)
    for (const extra of expected.params.slice(own.length + offset)) params.push(extra);
  const spread = functionType(params, types.void, hasRest, self !== null);
  return withResult(spread, closureResult(context, node, expected, spread, captures, isLifted));
}

function withResult({ params, hasRest, takesThis }: FunctionType, result: Type): FunctionType {
  return functionType(params, result, hasRest, takesThis);
}

/** What a function value takes as `this`: a method of an object literal has its object otherwise, and what takes none ignores it. */
function thisOfClosure(context: Context, node: ClosureNode, expected: FunctionType | undefined): Type | null {
  return declaredThis(context.program, node, context.environment) ?? (expected?.takesThis === true ? expected.params[0] : null);
}

function closureResult(
  context: Context,
  node: ClosureNode,
  expected: FunctionType | undefined,
  type: FunctionType,
  captures: readonly Capture[],
  isLifted: boolean,
): Type {
  if (node.type !== undefined) return context.typeOfNode(node.type);
  if (expected !== undefined && !isCoroutine(node) && !mentionsUnknown(expected.result)) return expected.result;
  const seen = seenResult(context, node);
  if (!mentionsNumber(seen) && !mentionsUnknown(seen)) return seen;
  // Kept: a closure in a closure in a closure would otherwise be lowered once more for each level around it.
  const typeIds = [type, ...captures.map((capture) => capture.type)].map(({ id }) => id);
  const key = `${identity(node)}<${context.environment.key}>${typeIds.join()}/${context.ownClass?.id ?? ""}`;
  const known = context.program.closureResults.get(key);
  if (known !== undefined) return known;
  // A function that calls itself in its own result: what the checker says.
  if (isLifted) context.program.closureResults.set(key, seen);
  const found = inferClosureResult(context, node, type, captures, isLifted) ?? seen;
  context.program.closureResults.set(key, found);
  return found;
}

/** What the checker says the function returns. */
function seenResult(context: Context, node: ClosureNode): Type {
  const signature = context.program.checker.getSignatureFromDeclaration(node);
  const returned = signature === undefined ? undefined : context.program.checker.getReturnTypeOfSignature(signature);
  return returned === undefined ? types.void : context.program.converter.convert(returned, context.environment, node);
}

/** The names by which a function can call itself: they stand for its own closure, so that no cell has to hold one that holds the cell. */
function ownSymbols(context: Context, node: ClosureNode): ts.Symbol[] {
  const isNamed = (ts.isFunctionDeclaration(node) || ts.isFunctionExpression(node)) && node.name !== undefined;
  const constant = constantOfObject(node);
  const isLocal = constant !== undefined && !isModuleLevel(constant.parent as ts.VariableDeclaration);
  const names = [...(isNamed ? [node.name] : []), ...(isLocal ? [constant] : [])];
  return names.map((name) => context.program.symbolOf(name)).filter((symbol) => symbol !== undefined);
}

/** What the body returns, found by lowering it once for nothing. */
function inferClosureResult(
  context: Context,
  node: ClosureNode,
  type: FunctionType,
  captures: readonly Capture[],
  isLifted: boolean,
): Type | undefined {
  const signature = closureSignature(type);
  if (isLifted) signature.params.splice(0, 1, ...captures.map(({ kind }) => memoryKinds[kind].valueType));
  const inner = Context.scratch(context.program, context.environment, signature);
  inner.ownClass = context.ownClass;
  inner.inherit(context);
  enterFunction(inner, node, type, captures, isLifted);
  lowerFunctionStatements(inner, node);
  return inner.returned.length === 0 ? undefined : unionType(inner.returned);
}

// Bodies

function lowerClosureBody(inner: Context, node: ClosureNode, type: FunctionType, captures: readonly Capture[], form: ClosureForm): void {
  enterFunction(inner, node, type, captures, false, form);
  lowerFunctionStatements(inner, node);
  inner.finish();
}

/** Parameters and captured variables, which are parameters of a lifted function, become the variables of the body. */
export function enterFunction(
  inner: Context,
  node: ClosureNode,
  type: FunctionType,
  captures: readonly Capture[],
  isLifted: boolean,
  form: ClosureForm = { type, irClass: closureClassOf(inner, isLifted ? [] : captures) },
): void {
  const { builder } = inner;
  for (const param of inner.fn.params) inner.fn.addParameter(builder.block, param);
  const given = [...builder.block.params];
  const closure = given[0];
  const held = isLifted ? given.splice(0, captures.length) : capturedValues(inner, given.splice(0, 1)[0], captures, form);
  captures.forEach((capture, index) => {
    if (capture.bound !== null) {
      enterBound(inner, capture.bound, held[index]);
    } else if (capture.symbol === null) {
      inner.self = operand(capture.type, held[index]);
      nameSelf(inner);
    }
    if (capture.symbol !== null && capture.variable !== null)
      inner.variables.set(capture.symbol, importVariable(inner, capture.symbol, capture.variable, held[index]));
  });
  if (isLifted) enterLifted(inner, node);
  else nameClosure(inner, node, closure, form.type === type ? withResult(type, inner.result ?? seenResult(inner, node)) : form.type);
  const args = given.map((value, index) => operand(type.params[index], value));
  const self = type.takesThis ? args.shift() : undefined;
  if (self !== undefined && !ts.isArrowFunction(node)) inner.self = self;
  for (const [index, parameter] of ownParameters(node).entries()) {
    const rest = parameter.dotDotDotToken === undefined ? undefined : parameterType(inner.program, parameter, inner.environment);
    const isPacked = rest !== undefined && isSpreadOut(rest);
    bindParameter(inner, parameter, isPacked ? packedArguments(inner, rest, args.slice(index), parameter) : args[index]);
  }
}

function capturedValues(inner: Context, closure: Value, captures: readonly Capture[], { irClass }: ClosureForm): Value[] {
  return captures.map((_, index) => inner.emit(Op.FieldGet, [closure], irClass.fields[index + 1]));
}

function nameClosure(inner: Context, node: ClosureNode, closure: Value, type: Type): void {
  for (const own of ownSymbols(inner, node)) {
    const ssa = new SsaVariable(own.name, ValueType.Ref);
    inner.builder.write(ssa, closure);
    inner.variables.set(own, { kind: "value", type, ssa });
  }
}

/** A lifted arrow function's `this` is one of its variables; a name of its own means what that of its variable does. */
function enterLifted(inner: Context, node: ClosureNode): void {
  const name = ts.isVariableDeclaration(node.parent) ? node.parent.name : node.name;
  const symbol = name === undefined ? undefined : inner.program.symbolOf(name);
  const variable = symbol === undefined ? undefined : inner.lookup(symbol);
  for (const own of ownSymbols(inner, node)) if (variable !== undefined && own !== symbol) inner.variables.set(own, variable);
  const self = symbol === undefined ? null : (inner.program.localFunctions.lifted(symbol)?.self ?? null);
  const held = self === null ? undefined : inner.lookup(self);
  if (held?.kind === "constant") inner.self = held.operand;
  if (held?.kind === "value") inner.self = operand(held.type, inner.builder.read(held.ssa));
}

export function objectOfBound(inner: Context, address: Value): Value {
  return inner.emit(Op.AddressToRef, [inner.emit(Op.And, [address, inner.builder.int(ValueType.I64, STATE_MASK)])]);
}

/** Who holds the function holds the object, too: see runtime/core/functions/bound-functions.ts. */
function enterBound(inner: Context, { object, isThis, name }: BoundFunction, address: Value): void {
  const value = objectOfBound(inner, address);
  if (isThis) inner.self = operand(object.type, value);
  if (isThis) nameSelf(inner);
  if (name === null) return;
  const ssa = new SsaVariable(name.name, ValueType.Ref, captureSource(inner, name, object.type, null));
  inner.builder.write(ssa, value);
  inner.variables.set(name, { kind: "value", type: object.type, ssa });
}

function bindParameter(context: Context, parameter: ts.ParameterDeclaration, given: Operand): void {
  if (parameter.initializer === undefined || !mayBeAbsent(given.type)) return bindName(context, parameter.name, given, given.type);
  bindWithDefault(context, parameter, given);
}

// Declared functions as values

/** A declared function as a value: the static closure of an adapter that drops the closure parameter. */
export function functionValue(context: Context, declaration: FunctionNode, node: ts.Node, expected?: Type): Operand {
  const isGeneric = (declaration.typeParameters?.length ?? 0) > 0;
  const generic = isGeneric ? genericTypeFor(context, declaration, expected === undefined ? undefined : presentType(expected)) : undefined;
  if (generic !== undefined && isClosureNode(declaration)) return makeGenericFunction(context, declaration, generic, []);
  const object = !isGeneric && isClosureNode(declaration) ? functionObjectType(context, declaration, undefined) : undefined;
  if (object !== undefined) {
    const name = declaration.name?.getText() ?? "function";
    const make = (): Value => context.value(lowerClosure(context, declaration as ClosureNode, object));
    return operand(object, madeOnce(context, declaration, name, make));
  }
  const instance = context.program.functions.request(declaration, isGeneric ? typeArgumentsFor(context, declaration, expected, node) : []);
  context.program.classes.closureClass([]);
  const { type, fn } = context.program.functions.asClosure(instance, () => makeAdapter(context.program, instance));
  return operand(type, context.emit(Op.StaticClosure, [], fn.index));
}

function isClosureNode(node: FunctionNode): node is ClosureNode & FunctionNode {
  return ts.isArrowFunction(node) || ts.isFunctionExpression(node) || ts.isFunctionDeclaration(node);
}

export interface ClosureAdapter {
  readonly type: FunctionType;
  readonly fn: IrFunction;
}

function makeAdapter(program: Program, instance: FunctionInstance): ClosureAdapter {
  const params = parametersOfCalls(instance);
  const isFree = instance.ownClass === null && instance.self !== null;
  const type = functionType(isFree ? [instance.self, ...params] : params, instance.result, instance.hasRest, isFree);
  const fn = program.addFunction(`${instance.fn.name}.value`, instance.node.getSourceFile(), closureSignature(type));
  fn.declaredAt = instance.fn.declaredAt;
  fn.shownAs = shownFunction(instance.node);
  program.enqueue(() => program.attempt(instance.node, () => lowerAdapter(program, fn, instance, type.params)));
  return { type, fn };
}

function lowerAdapter(program: Program, fn: IrFunction, instance: FunctionInstance, params: readonly Type[]): void {
  const context = new Context(program, fn, instance.environment, instance.result);
  const { builder } = context;
  for (const type of fn.params) fn.addParameter(builder.block, type);
  const values = builder.block.params.slice(1);
  context.at(instance.node);
  const args = values.map((value, index) => operand(params[index], value));
  const isFree = instance.ownClass === null && instance.self !== null;
  // A method that is a value does not look at its object.
  const absent = instance.self === null ? null : operand(instance.self, builder.nullRef());
  const self = (isFree ? args.shift() : undefined) ?? absent;
  const result = callInstance(context, instance, self, packedForInstance(context, instance, args, instance.node), instance.node);
  builder.return(fn.result === ValueType.Void ? undefined : coerce(context, result, instance.result, instance.node));
  context.finish();
}

// Calling

/** Calls a function value; arguments are lowered for its parameters. */
export function callClosureWith(
  context: Context,
  given: Operand,
  args: readonly Argument[],
  node: ts.Node,
  self: Operand = UNDEFINED_OPERAND,
): Operand {
  const called = functionAmong(context, given, node);
  const type = presentType(called.type);
  const generic = callSignatureOf(type);
  if (generic !== undefined && ts.isCallExpression(node))
    return callGenericMember(context, context.narrow(called, type, node), CALL, generic, args, node);
  const code = codeTypeOf(type);
  if (code !== undefined) {
    const operands = lowerArguments(context, args, code.params, code.hasRest, node);
    return asSignatureSays(context, callClosure(context, called, operands, node), node);
  }
  if (type.kind !== TypeKind.Function) return context.refuse(node, "TSM3005", `a value of type ${called.type.name} as a function`);
  const all = type.takesThis ? [evaluated(self, node), ...args] : args;
  const result = callClosure(context, called, lowerArguments(context, all, type.params, type.hasRest, node), node);
  return asSignatureSays(context, result, node);
}

/** Of something else or a function, the function: the program has asked, `typeof rule.to === "function" ? rule.to(event) : rule.to`. */
function functionAmong(context: Context, given: Operand, node: ts.Node): Operand {
  const type = presentType(given.type);
  const functions = type.kind === TypeKind.Union ? type.members.filter((member) => member.kind === TypeKind.Function) : [];
  return functions.length === 1 ? narrowTo(context, given, functions[0], node, true) : given;
}

export function callClosure(context: Context, called: Operand, args: readonly Operand[], node: ts.Node): Operand {
  const type = presentType(called.type);
  const code = codeTypeOf(type);
  if (code !== undefined) return callFunctionObject(context, context.narrow(called, type, node), code, args, node);
  if (type.kind !== TypeKind.Function) return context.refuse(node, "TSM3005", `a value of type ${called.type.name} as a function`);
  const closure = context.value(called);
  if (mayBeAbsent(called.type)) context.emit(Op.CheckNull, [closure]);
  const values = valuesFor(context, type, args, node);
  context.at(node);
  const value = context.emit(Op.CallClosure, [closure, ...values], context.program.module.internSignature(closureSignature(type)));
  if (type.result.kind === TypeKind.Never) {
    context.builder.unreachable();
    return operand(types.never, 0);
  }
  return operand(type.result, type.result.kind === TypeKind.Void ? 0 : value);
}

/** The arguments of a call; those left out are undefined, and rest arguments none. */
export function valuesFor(context: Context, type: FunctionType, args: readonly Operand[], node: ts.Node): Value[] {
  return type.params.map((param, index) => {
    const isRest = type.hasRest && index === type.params.length - 1;
    const given = args[index] ?? (isRest ? createArray(context, param, []) : UNDEFINED_OPERAND);
    return context.argument(given, param, node);
  });
}

/** A method as a function value that has its receiver with it. */
export function bindMethod(context: Context, self: Operand, instance: FunctionInstance): Operand {
  const { program } = context;
  const type = functionType(parametersOfCalls(instance), instance.result, instance.hasRest);
  const fn = program.addFunction(`${instance.fn.name}.bound`, instance.node.getSourceFile(), closureSignature(type));
  fn.declaredAt = instance.fn.declaredAt;
  fn.shownAs = shownFunction(instance.node);
  const irClass = program.classes.closureClass([MemoryKind.Ref]);
  program.enqueue(() =>
    program.attempt(instance.node, () => {
      const inner = new Context(program, fn, instance.environment, type.result);
      for (const param of fn.params) fn.addParameter(inner.builder.block, param);
      const [closure, ...values] = inner.builder.block.params;
      inner.at(instance.node);
      const receiver = operand(self.type, inner.emit(Op.FieldGet, [closure], irClass.fields[1]));
      const args = values.map((value, index) => operand(type.params[index], value));
      const result = callInstance(inner, instance, receiver, packedForInstance(inner, instance, args, instance.node), instance.node);
      inner.builder.return(fn.result === ValueType.Void ? undefined : coerce(inner, result, type.result, instance.node));
      inner.finish();
    }),
  );
  const object = context.emit(Op.New, [], irClass.index);
  context.emit(Op.FieldSet, [object, context.emit(Op.FunctionAddress, [], fn.index)], irClass.fields[0]);
  context.emit(Op.FieldSet, [object, context.value(self)], irClass.fields[1]);
  return operand(type, object);
}

/** An instance as a value: a static method, or one that does not look at its object. */
export function instanceValue(context: Context, instance: FunctionInstance, node: ts.Node): Operand {
  context.program.classes.closureClass([]);
  context.at(node);
  const { type, fn } = context.program.functions.asClosure(instance, () => makeAdapter(context.program, instance));
  return operand(type, context.emit(Op.StaticClosure, [], fn.index));
}
