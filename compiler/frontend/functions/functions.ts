// Functions: one instance for each declaration, owner and combination of type arguments that is reached.
// Owns:       the signature of every instance; bodies are lowered from the worklist.
// Invariants: (1) an instance's parameters are, in order: the receiver or closure if it has one, then the declared ones
//             (2) a call that leaves out arguments goes to a variant that fills in defaults and calls the full function

import ts from "typescript";
import type { IrFunction } from "../../ir/function.ts";
import { Op, PanicKind } from "../../ir/ops.ts";
import { ValueType } from "../../ir/types.ts";
import { enterScope, isScopeKnown, needsScope } from "../classes/class-scopes.ts";
import { lowerConstructorStart } from "../classes/lower-constructors.ts";
import { Context } from "../context.ts";
import { coerce } from "../expressions/conversions.ts";
import { createArray } from "../expressions/lower-arrays.ts";
import { lowerEquality } from "../expressions/lower-comparisons.ts";
import { conditional } from "../expressions/lower-conditions.ts";
import { lowerExpression } from "../expressions/lower-expressions.ts";
import { tupleOfArguments } from "../expressions/lower-tuples.ts";
import { type Operand, operand, UNDEFINED_OPERAND } from "../operands.ts";
import type { Program } from "../program.ts";
import { bindName } from "../statements/lower-declarations.ts";
import { lowerFunctionStatements } from "../statements/lower-statements.ts";
import { hasTag, tagText } from "../tags.ts";
import { isAnyArray } from "../types/library-types.ts";
import { isMixin } from "../types/local-classes.ts";
import { parameterValueType, valueTypeOf } from "../types/representation.ts";
import { ownParameters, thisParameter } from "../types/this-parameters.ts";
import { TypeEnvironment } from "../types/type-environment.ts";
import { classBehind, mentionsNumber } from "../types/type-parts.ts";
import {
  arrayType,
  type ClassType,
  classValueType,
  identity,
  mayBeAbsent,
  mayBeUndefined,
  type Type,
  TypeKind,
  types,
  unionType,
  widened,
  withoutUndefined,
} from "../types/types.ts";
import type { ClosureAdapter } from "./lower-closures.ts";
import { nameSelf } from "./source-variables.ts";

export type FunctionNode =
  | ts.FunctionDeclaration
  | ts.FunctionExpression
  | ts.ArrowFunction
  | ts.MethodDeclaration
  | ts.AccessorDeclaration
  | ts.ConstructorDeclaration;

export interface FunctionInstance {
  readonly fn: IrFunction;
  readonly node: FunctionNode;
  readonly environment: TypeEnvironment;
  readonly typeArguments: readonly Type[];
  /** Declared parameters, without the receiver. */
  readonly params: readonly Type[];
  readonly hasRest: boolean;
  readonly result: Type;
  /** The type of `this`; null for plain and static functions. */
  readonly self: Type | null;
  readonly ownClass: ClassType | null;
  readonly receiver: ts.ClassLikeDeclaration | null;
}

/** Where a function is a member of. */
export interface Owner {
  readonly ownClass: ClassType;
  readonly isStatic: boolean;
  /** As what an object method knows its object, where it may be one of the class with other type arguments. */
  readonly seen?: Type;
  /** What a static member has as `this`: the class it is called on, which may be a subclass. */
  readonly receiver?: ts.ClassLikeDeclaration;
}

export class FunctionTable {
  private readonly program: Program;
  private readonly instances = new Map<string, FunctionInstance>();
  private readonly variants = new Map<string, IrFunction>();
  private readonly adapters = new Map<FunctionInstance, ClosureAdapter>();
  private readonly inferred = new Map<string, Type>();
  private readonly inferring = new Set<string>();

  constructor(program: Program) {
    this.program = program;
  }

  /** The instance of a function or member, made and put on the worklist when it is first asked for. */
  request(node: FunctionNode, typeArguments: readonly Type[], owner: Owner | null = null): FunctionInstance {
    const implementation = implementationOf(node, this.program.checker);
    const environment = this.environmentOf(implementation, typeArguments, owner);
    const key = `${identity(implementation)}<${environment.key}>${ownerKey(owner)}`;
    let instance = this.instances.get(key);
    if (instance === undefined) {
      instance = this.create(implementation, typeArguments, environment, owner);
      this.instances.set(key, instance);
    }
    return instance;
  }

  private environmentOf(node: FunctionNode, typeArguments: readonly Type[], owner: Owner | null): TypeEnvironment {
    let base = owner?.ownClass.environment ?? TypeEnvironment.empty;
    if (owner !== null && !owner.isStatic) base = base.withThis(owner.seen ?? owner.ownClass);
    return base.extend(this.program.converter.bind(node.typeParameters, typeArguments));
  }

  private create(node: FunctionNode, typeArguments: readonly Type[], environment: TypeEnvironment, owner: Owner | null): FunctionInstance {
    const { program } = this;
    const self = receiverType(program, node, environment, owner);
    const params = parametersInside(program, node, environment);
    const hasRest = node.parameters.at(-1)?.dotDotDotToken !== undefined;
    const result = ts.isConstructorDeclaration(node) || ts.isSetAccessor(node) ? types.void : this.resultOf(node, environment, owner);
    const signature = {
      params: [...(self === null ? [] : [valueTypeOf(self)]), ...params.map(parameterValueType)],
      result: valueTypeOf(result),
    };
    const fn = program.addFunction(displayName(node, typeArguments, owner), node.getSourceFile(), signature);
    setAttributes(program, fn, node);
    // A function that only throws comes back, with its exception pending.
    fn.isNoReturn ||= result.kind === TypeKind.Never && !program.exceptions.mayThrowIn(node);
    fn.resultType = program.sourceTypes.numberOf(result);
    const instance: FunctionInstance = {
      fn,
      node,
      environment,
      typeArguments,
      params,
      hasRest,
      result,
      self,
      ownClass: owner?.ownClass ?? null,
      receiver: owner?.receiver ?? null,
    };
    if (hasModifier(node, ts.SyntaxKind.AbstractKeyword)) fillUnreachable(program, fn);
    else if (node.body === undefined) this.makeExternal(instance);
    else
      program.enqueueWhen(
        () => isScopeKnown(program, instance.ownClass),
        () => lowerBody(program, instance),
      );
    return instance;
  }

  private makeExternal({ fn, node }: FunctionInstance): void {
    if (!hasModifier(node, ts.SyntaxKind.DeclareKeyword)) this.program.refuse(node, "TSM9001", "functions without a body");
    fn.isExternal = true;
    fn.exportName ??= node.name?.getText() ?? null;
  }

  /** The declared result, or the one found by lowering the body once for nothing. */
  resultOf(node: FunctionNode, environment: TypeEnvironment, owner: Owner | null): Type {
    const { program } = this;
    if (node.type !== undefined) return program.converter.ofTypeNode(node.type, environment);
    const signature = program.checker.getSignatureFromDeclaration(node);
    if (signature === undefined || node.body === undefined) return types.void;
    const seen = program.converter.convert(program.checker.getReturnTypeOfSignature(signature), environment, node);
    if (!mentionsNumber(seen) || !isScopeKnown(program, owner?.ownClass ?? null)) return seen;
    const key = `${identity(node)}<${environment.key}>${ownerKey(owner)}`;
    const known = this.inferred.get(key);
    if (known !== undefined) return known;
    // A function that calls itself in its own result: what the checker says.
    if (this.inferring.has(key)) return seen;
    this.inferring.add(key);
    try {
      const found = inferResult(program, node, environment, owner) ?? seen;
      this.inferred.set(key, found);
      return found;
    } finally {
      this.inferring.delete(key);
    }
  }

  /** The form of a function that a closure object points to; `make` is called once. */
  asClosure(instance: FunctionInstance, make: () => ClosureAdapter): ClosureAdapter {
    let found = this.adapters.get(instance);
    if (found === undefined) {
      found = make();
      this.adapters.set(instance, found);
    }
    return found;
  }

  /** The function whose parameters with defaults may be undefined, and then have their defaults. */
  withDefaults(instance: FunctionInstance): { readonly fn: IrFunction; readonly params: readonly Type[] } {
    const key = `${instance.fn.index}/defaults`;
    const params = parametersOfCalls(instance);
    let variant = this.variants.get(key);
    if (variant === undefined) {
      const { program } = this;
      const self = instance.fn.params.slice(0, instance.self === null ? 0 : 1);
      const signature = { params: [...self, ...params.map(parameterValueType)], result: instance.fn.result };
      const made = program.addFunction(`${instance.fn.name}/defaults`, instance.node.getSourceFile(), signature);
      made.declaredAt = instance.fn.declaredAt;
      made.isNoReturn = instance.fn.isNoReturn;
      program.enqueueWhen(
        () => isScopeKnown(program, instance.ownClass),
        () => lowerVariant(program, made, instance, params),
      );
      this.variants.set(key, made);
      variant = made;
    }
    return { fn: variant, params };
  }

  /** The function that takes the first `count` arguments and fills in the others. */
  withMissingArguments(instance: FunctionInstance, count: number): IrFunction {
    const key = `${instance.fn.index}/${count}`;
    let variant = this.variants.get(key);
    if (variant === undefined) {
      const { program } = this;
      const selfCount = instance.self === null ? 0 : 1;
      const signature = { params: instance.fn.params.slice(0, selfCount + count), result: instance.fn.result };
      const made = program.addFunction(`${instance.fn.name}/${count}`, instance.node.getSourceFile(), signature);
      made.inlining = "always";
      made.declaredAt = instance.fn.declaredAt;
      made.isNoReturn = instance.fn.isNoReturn;
      program.enqueueWhen(
        () => isScopeKnown(program, instance.ownClass),
        () => lowerVariant(program, made, instance, instance.params.slice(0, count)),
      );
      this.variants.set(key, made);
      variant = made;
    }
    return variant;
  }
}

/** The body of what is never called: an abstract method, whose slot has others. */
export function fillUnreachable(program: Program, fn: IrFunction): void {
  const context = new Context(program, fn, TypeEnvironment.empty, null);
  for (const type of fn.params) fn.addParameter(context.builder.block, type);
  context.builder.unreachable();
}

/** The body of what may be called, but cannot give or take what is wanted. Drops what was begun. */
export function fillMismatch(program: Program, fn: IrFunction): void {
  fn.blocks = [];
  const context = new Context(program, fn, TypeEnvironment.empty, null);
  for (const type of fn.params) fn.addParameter(context.builder.block, type);
  context.check(context.builder.int(ValueType.Bool, 0), PanicKind.Narrowing);
  context.builder.unreachable();
}

/** Of an overloaded function the declaration with the body. */
export function implementationOf(node: FunctionNode, checker: ts.TypeChecker): FunctionNode {
  if (node.body !== undefined || node.name === undefined) return node;
  const symbol = checker.getSymbolAtLocation(node.name);
  const found = symbol?.declarations?.find(
    (declaration) => ts.isFunctionLike(declaration) && declaration.kind === node.kind && (declaration as FunctionNode).body !== undefined,
  );
  return (found as FunctionNode | undefined) ?? node;
}

export function hasModifier(node: ts.Node, kind: ts.ModifierSyntaxKind): boolean {
  return ts.canHaveModifiers(node) && (ts.getModifiers(node)?.some((modifier) => modifier.kind === kind) ?? false);
}

/** What a parameter holds inside the function. */
export function parameterType(program: Program, parameter: ts.ParameterDeclaration, environment: TypeEnvironment): Type {
  if (isRestOfMixin(parameter, program.checker)) return arrayType(types.unknown);
  const declared =
    parameter.type !== undefined
      ? program.converter.ofTypeNode(parameter.type, environment)
      : program.converter.convert(program.checker.getTypeAtLocation(parameter), environment, parameter);
  if (parameter.questionToken !== undefined) return unionType([declared, types.undefined]);
  // What cannot happen, happens when a type assertion lied: the value is kept for the message.
  return declared.kind === TypeKind.Never ? types.unknown : widened(declared);
}

/** `...parameters: any[]` in the constructor of a mixin: TypeScript demands it, and what the class above takes tests each of them. */
export function isRestOfMixin(parameter: ts.ParameterDeclaration, checker: ts.TypeChecker): boolean {
  if (parameter.dotDotDotToken === undefined || !ts.isConstructorDeclaration(parameter.parent)) return false;
  return isMixin(parameter.parent.parent, checker) && isAnyArray(checker, checker.getTypeAtLocation(parameter));
}

/** What the parameters hold when the body begins: those whose defaults the body finds may be undefined. */
function parametersInside(program: Program, node: FunctionNode, environment: TypeEnvironment): Type[] {
  const inner = firstInnerDefault(program, node);
  return ownParameters(node).map((parameter, index) => {
    const type = parameterType(program, parameter, environment);
    return index >= inner && parameter.initializer !== undefined ? unionType([type, types.undefined]) : type;
  });
}

/**
 * From which parameter on the body itself finds the defaults. Callers do as a rule, but do not share variables with it: a function in a
 * default value may use a parameter that changes, or change one.
 */
function firstInnerDefault(program: Program, node: FunctionNode): number {
  const parameters = ownParameters(node);
  if (!parameters.some(({ initializer }) => initializer !== undefined)) return parameters.length;
  const isShared = (name: ts.Identifier): boolean => {
    const symbol = program.symbolOf(name);
    const parameter = symbol?.valueDeclaration === undefined ? undefined : ts.findAncestor(symbol.valueDeclaration, ts.isParameter);
    if (symbol === undefined || parameter?.parent !== node) return false;
    return program.facts.isCaptured(symbol) && program.facts.isWritten(symbol);
  };
  const sharesIn = (current: ts.Node): boolean =>
    (ts.isIdentifier(current) && isShared(current)) || (ts.forEachChild(current, sharesIn) ?? false);
  const hasSharing = (current: ts.Node): boolean =>
    ts.isArrowFunction(current) || ts.isFunctionExpression(current) ? sharesIn(current) : (ts.forEachChild(current, hasSharing) ?? false);
  const found = parameters.findIndex(({ initializer }) => initializer !== undefined && hasSharing(initializer));
  return found < 0 ? parameters.length : found;
}

function ownerKey(owner: Owner | null): string {
  if (owner === null) return "";
  const receiver = owner.receiver === undefined ? "" : ` on ${identity(owner.receiver)}`;
  return `${owner.ownClass.id}${owner.seen === undefined ? "" : " seen"}${receiver}`;
}

function displayName(node: FunctionNode, typeArguments: readonly Type[], owner: Owner | null): string {
  const list = typeArguments.length === 0 ? "" : `<${typeArguments.map((argument) => argument.name).join(",")}>`;
  let name = ts.isConstructorDeclaration(node) ? "constructor" : (node.name?.getText() ?? nameOfPlace(node));
  if (ts.isGetAccessor(node)) name = `get ${name}`;
  if (ts.isSetAccessor(node)) name = `set ${name}`;
  return `${owner === null ? "" : `${owner.ownClass.name}.`}${name}${list}`;
}

/** What a function expression is called after: the variable or property it is assigned to. */
export function nameOfPlace(node: ts.Node): string {
  const { parent } = node;
  if (
    (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent)) &&
    ts.isIdentifier(parent.name)
  )
    return parent.name.text;
  return "anonymous";
}

function setAttributes(program: Program, fn: IrFunction, node: FunctionNode): void {
  fn.declaredAt = program.positionOf(node.name ?? node);
  if (hasTag(node, "exportName")) fn.exportName = program.claimSymbol(tagText(node, "exportName") ?? node.name?.getText() ?? fn.name, node);
  if (hasTag(node, "inline")) fn.inlining = "always";
  if (hasTag(node, "noinline")) fn.inlining = "never";
  if (hasTag(node, "noreturn")) fn.isNoReturn = true;
}

function inferResult(program: Program, node: FunctionNode, environment: TypeEnvironment, owner: Owner | null): Type | undefined {
  const self = receiverType(program, node, environment, owner);
  const params = parametersInside(program, node, environment);
  const signature = { params: [...(self === null ? [] : [valueTypeOf(self)]), ...params.map(parameterValueType)], result: ValueType.Void };
  const context = Context.scratch(program, environment, signature);
  context.ownClass = owner?.ownClass ?? null;
  bindStaticThis(context, owner?.receiver ?? null);
  bindParameters(context, node, params, self);
  enterScope(context, context.ownClass, [node]);
  lowerFunctionStatements(context, node);
  return context.returned.length === 0 ? undefined : unionType(context.returned);
}

/**
 * What a function takes as `this`: a member an object of its class; a static one the class, if that is made anew in each run of a
 * function; any other what it says.
 */
function receiverType(program: Program, node: FunctionNode, environment: TypeEnvironment, owner: Owner | null): Type | null {
  if (owner === null) return declaredThis(program, node, environment);
  if (!owner.isStatic) return owner.seen ?? owner.ownClass;
  const { receiver } = owner;
  if (receiver === undefined || !needsScope(program, receiver)) return null;
  return classValueType(receiver, receiver.name?.text ?? "class");
}

/** In a static member `this` is the class it was called on. */
export function bindStaticThis(context: Context, receiver: ts.ClassLikeDeclaration | null): void {
  if (receiver !== null) context.self = operand(classValueType(receiver, receiver.name?.text ?? "class"), 0);
}

/** Gives the parameters their names. */
export function bindParameters(context: Context, node: FunctionNode, params: readonly Type[], self: Type | null, skipped = 0): void {
  const { builder } = context;
  for (const type of context.fn.params) builder.fn.addParameter(builder.block, type);
  const values = [...builder.block.params].slice(skipped);
  if (self !== null) {
    const value = values.shift() ?? 0;
    const declared = declaredThis(context.program, node, context.environment);
    context.self = selfAsDeclared(context, operand(self, value), declared, node);
    nameSelf(context);
  }
  const inner = firstInnerDefault(context.program, node);
  for (const [index, parameter] of ownParameters(node).entries()) {
    const given = operand(params[index], values[index]);
    if (index < inner || parameter.initializer === undefined) bindName(context, parameter.name, given, given.type);
    else bindWithDefault(context, parameter, given);
  }
}

/** A method may say more of its object than its class does, or that it is one with other type arguments. */
function selfAsDeclared(context: Context, self: Operand, declared: Type | null, node: FunctionNode): Operand {
  if (self.type.kind !== TypeKind.Class || declared === null || declared === self.type) return self;
  const meant = classBehind(declared);
  const isSameClass = meant.kind === TypeKind.Class && meant.declaration === self.type.declaration && meant !== self.type;
  if (isSameClass) return operand(declared, coerce(context, self, declared, node));
  return declared.kind === TypeKind.Class || declared.kind === TypeKind.Object ? operand(declared, self.value) : self;
}

function lowerBody(program: Program, instance: FunctionInstance): void {
  const { fn, node, environment, params, result, self } = instance;
  program.attempt(node, () => {
    const context = new Context(program, fn, environment, result);
    context.ownClass = instance.ownClass;
    bindStaticThis(context, instance.receiver);
    bindParameters(context, node, params, self);
    enterScope(context, context.ownClass, ts.isConstructorDeclaration(node) ? [node.parent] : [node]);
    if (ts.isConstructorDeclaration(node)) lowerConstructorStart(context, node, instance.ownClass);
    lowerFunctionStatements(context, node);
    context.finish();
  });
}

/** What a call through a table or as a value may pass: undefined too where there is a default. */
export function parametersOfCalls(instance: FunctionInstance): Type[] {
  return instance.params.map((param, index) =>
    ownParameters(instance.node)[index].initializer === undefined ? param : unionType([param, types.undefined]),
  );
}

/** A function with fewer parameters, or with some that may be undefined: each left-out one gets its default, which sees those before. */
function lowerVariant(program: Program, fn: IrFunction, instance: FunctionInstance, given: readonly Type[]): void {
  program.attempt(instance.node, () => {
    const context = new Context(program, fn, instance.environment, instance.result);
    context.ownClass = instance.ownClass;
    const { builder } = context;
    for (const type of fn.params) fn.addParameter(builder.block, type);
    const values = [...builder.block.params];
    const passed = values.splice(instance.self === null ? 0 : 1);
    bindStaticThis(context, instance.receiver);
    if (instance.self !== null) context.self = operand(instance.self, values[0]);
    enterScope(context, context.ownClass, [instance.node]);
    const inner = firstInnerDefault(program, instance.node);
    for (const [index, parameter] of ownParameters(instance.node).entries()) {
      const type = instance.params[index];
      const argument = index < given.length ? operand(given[index], passed[index]) : UNDEFINED_OPERAND;
      // The function itself finds the default.
      const isInner = index >= inner && parameter.initializer !== undefined;
      const chosen = isInner ? argument : argumentOrDefault(context, parameter, argument, type);
      const value = coerce(context, chosen, type, parameter);
      values.push(value);
      if (!isInner) bindName(context, parameter.name, operand(type, value), type);
    }
    context.at(instance.node);
    const result = context.emit(Op.Call, values, instance.fn.index);
    builder.return(fn.result === ValueType.Void ? undefined : result);
    context.finish();
  });
}

/** A parameter that is undefined has its default. */
export function bindWithDefault(context: Context, parameter: ts.ParameterDeclaration, given: Operand): void {
  const type = withoutUndefined(given.type);
  const chosen = argumentOrDefault(context, parameter, given, type);
  bindName(context, parameter.name, operand(type, coerce(context, chosen, type, parameter)), type);
}

/** The argument, or what the parameter has when it is undefined. */
export function argumentOrDefault(context: Context, parameter: ts.ParameterDeclaration, given: Operand, type: Type): Operand {
  const { initializer } = parameter;
  if (initializer === undefined) {
    const isLeftOut = given.type.kind === TypeKind.Undefined && parameter.dotDotDotToken !== undefined;
    if (!isLeftOut) return given;
    return type.kind === TypeKind.Tuple ? tupleOfArguments(context, type, [], parameter) : createArray(context, type, []);
  }
  if (!mayBeAbsent(given.type) || (given.type === type && !mayBeUndefined(type))) return given;
  const useDefault = (): Operand => lowerExpression(context, initializer, type);
  if (given.type.kind === TypeKind.Undefined) return useDefault();
  const isMissing = context.value(lowerEquality(context, ts.SyntaxKind.EqualsEqualsEqualsToken, given, UNDEFINED_OPERAND, parameter));
  const present = (): Operand => (given.type === type ? given : context.narrow(given, type, parameter));
  return conditional(context, isMissing, useDefault, present, parameter, type);
}

/** What the function says that its `this` is; null where it says nothing, or that there is none. */
export function declaredThis(program: Program, node: ts.SignatureDeclaration, environment: TypeEnvironment): Type | null {
  const parameter = thisParameter(node);
  if (parameter?.type === undefined) return null;
  const type = program.converter.ofTypeNode(parameter.type, environment);
  return type.kind === TypeKind.Void ? null : type;
}
