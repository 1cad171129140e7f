// Constructors: `new`, field initialisers, parameter properties and `super(...)`.
// Invariants: field initialisers run after the parent's constructor and before the rest of the own one

import ts from "typescript";
import type { IrFunction } from "../../ir/function.ts";
import { Op } from "../../ir/ops.ts";
import { MemoryKind, ValueType } from "../../ir/types.ts";
import { Context } from "../context.ts";
import { constructPromise, isPromise } from "../coroutines/lower-promises.ts";
import { copyToArray, newArray } from "../expressions/lower-arrays.ts";
import { conditional } from "../expressions/lower-conditions.ts";
import { lowerAs, lowerExpression } from "../expressions/lower-expressions.ts";
import { absentValue, isAbsent } from "../expressions/stored-members.ts";
import { type Argument, argumentsOf, evaluated } from "../functions/arguments.ts";
import { boundFunctionOf, setBoundFunction } from "../functions/bound-functions.ts";
import { hasModifier } from "../functions/functions.ts";
import { callDeclared } from "../functions/lower-calls.ts";
import { callClosureWith } from "../functions/lower-closures.ts";
import { callDate } from "../library/lower-library.ts";
import { newTypedArray } from "../library/lower-typed-arrays.ts";
import { type Operand, operand, UNDEFINED_OPERAND, VOID_OPERAND } from "../operands.ts";
import type { Program } from "../program.ts";
import { SsaVariable } from "../ssa.ts";
import { isRuntimeClass } from "../statements/lower-iteration.ts";
import { isLibraryFile } from "../types/library-types.ts";
import { isMixin } from "../types/local-classes.ts";
import { memoryKindOf, tellsNullApart } from "../types/representation.ts";
import { classBehind } from "../types/type-parts.ts";
import { type ClassType, type ClassValueType, mayBeAbsent, presentType, type Type, TypeKind, types } from "../types/types.ts";
import { fieldNodes } from "./class-elements.ts";
import { enterScope, isScopeKnown, setScopes } from "./class-scopes.ts";
import { argumentsFromAny, matchClass, refusedInstance } from "./class-values.ts";
import { isOwnedBy, ownCell } from "./error-cells.ts";
import { evaluatedArguments } from "./lower-static.ts";
import { memberKey } from "./member-keys.ts";

export function lowerNew(context: Context, node: ts.NewExpression, expected?: Type): Operand {
  if (isConstructorValue(context, node.expression)) {
    const maker = lowerExpression(context, node.expression);
    const kind = presentType(maker.type);
    if (kind.kind === TypeKind.Function) return callClosureWith(context, maker, argumentsOf(context, node.arguments), node);
    if (kind.kind === TypeKind.ClassValue) return newOfValue(context, context.narrow(maker, kind, node), node);
  }
  const type = constructedType(context, node, expected);
  const args = argumentsOf(context, node.arguments);
  switch (type.kind) {
    case TypeKind.Array:
      return newArray(context, type, args, node);
    case TypeKind.TypedArray:
      return newTypedArray(context, type, args, node);
    case TypeKind.Class:
      if (["Map", "Set", "WeakMap", "WeakSet"].some((name) => isRuntimeClass(context, type, name)))
        return construct(
          context,
          type,
          args.map((argument) => elementsOf(context, argument)),
          node,
        );
      if (args.length === 0 && isRuntimeClass(context, type, "Date"))
        return construct(context, type, [evaluated(callDate(context, "now", [], node), node)], node);
      if (args.length > 1 && isRuntimeClass(context, type, "Date"))
        return construct(context, type, [evaluated(callDate(context, "UTC", args, node), node)], node);
      // Without an executor: the runtime's own.
      return isPromise(context, type) && args.length > 0
        ? constructPromise(context, type, args, node)
        : construct(context, type, args, node, () => lowerExpression(context, node.expression));
    default:
      return context.refuse(node, "TSM9001", `\`new\` of ${type.name}`);
  }
}

/** `new` of a class that is known only when the program runs. */
function newOfValue(context: Context, maker: Operand, node: ts.NewExpression): Operand {
  const args = evaluatedArguments(context, argumentsOf(context, node.arguments), node);
  const make = (exact: Operand, { declaration }: ClassValueType): Operand => {
    const type = context.program.converter.classOf(declaration, []);
    if (type.kind !== TypeKind.Class || declaration.typeParameters !== undefined)
      return context.refuse(node, "TSM3008", type.name, "object");
    return hasModifier(declaration, ts.SyntaxKind.AbstractKeyword)
      ? refusedInstance(context)
      : construct(context, type, args, node, () => exact);
  };
  return matchClass(context, maker, make, node, context.checkerType(node));
}

/** What fills a collection: an array, made of anything else that can be walked over; undefined for null. */
function elementsOf(context: Context, argument: Argument): Argument {
  const { node } = argument;
  const isOther = ({ kind }: Type): boolean =>
    kind === TypeKind.Class || kind === TypeKind.Object || kind === TypeKind.String || kind === TypeKind.TypedArray;
  const asArray = (given: Operand): Operand => (isOther(given.type) ? copyToArray(context, given, node) : given);
  const lower = (expected?: Type): Operand => {
    const given = argument.lower(isOther(presentType(context.checkerType(node))) ? undefined : expected);
    if (!mayBeAbsent(given.type)) return asArray(given);
    const present = presentType(given.type);
    if (present.kind === TypeKind.Never) return UNDEFINED_OPERAND;
    const held = operand(given.type, context.value(given));
    const there = (): Operand => asArray(context.narrow(held, present, node));
    return conditional(context, isAbsent(context, held), () => UNDEFINED_OPERAND, there, node, expected);
  };
  return { ...argument, lower };
}

/** The class with its type arguments; where the checker may have lost a machine type, the expected type or the arguments decide. */
function constructedType(context: Context, node: ts.NewExpression, expected: Type | undefined): Type {
  const seen = classBehind(context.program.converter.madeBy(node.expression, context.checkerType(node)));
  const wanted = expected === undefined ? undefined : classBehind(expected);
  if (node.typeArguments !== undefined || seen.kind !== TypeKind.Class || seen.typeArguments.length === 0) {
    if (seen.kind === TypeKind.Array && expected?.kind === TypeKind.Array && node.typeArguments === undefined) return expected;
    return seen;
  }
  return wanted?.kind === TypeKind.Class && wanted.declaration === seen.declaration ? wanted : seen;
}

/** Whether what is made is known only when the program runs: the callee is neither the name of a class nor of the type of just one. */
function isConstructorValue(context: Context, callee: ts.Expression): boolean {
  const named =
    ts.isIdentifier(callee) || ts.isPropertyAccessExpression(callee) ? context.program.symbolOf(callee)?.valueDeclaration : undefined;
  if (named !== undefined && (ts.isClassLike(named) || isLibraryFile(named.getSourceFile()))) return false;
  const type = context.program.checker.getTypeAtLocation(callee);
  const declarations = type.symbol?.declarations ?? [];
  const isOfLibrary = declarations.some((declaration) => isLibraryFile(declaration.getSourceFile()));
  const isOfClass = isOfLibrary || declarations.some(ts.isClassLike);
  if (!isOfClass) return true;
  const seen = context.checkerType(callee);
  return seen.kind === TypeKind.ClassValue && (isOfLibrary || seen.choices.length > 1);
}

/** A new object, its constructor run. */
export function construct(
  context: Context,
  type: ClassType,
  args: readonly Argument[],
  node: ts.Node,
  classValue: () => Operand = () => VOID_OPERAND,
): Operand {
  if (type.isPacked) return context.refuse(node, "TSM3014", "be made with `new` (use viewAt)");
  const { irClass } = context.program.classes.instantiate(type);
  context.at(node);
  const object = operand(type, context.emit(Op.New, [], irClass.index));
  setScopes(context, object, type, classValue, node);
  runConstructor(context, type, object, args, node);
  return object;
}

/** Runs the constructor of the class, or of the nearest parent that has one, and the field initialisers below it. */
export function runConstructor(context: Context, type: ClassType, object: Operand, args: readonly Argument[], node: ts.Node): void {
  const declared = context.program.classes.constructorOf(type);
  if (declared !== undefined) {
    callDeclared(context, declared, { ownClass: type, isStatic: false }, object, args, node);
    return;
  }
  const parent = type.parent();
  if (parent !== null) runConstructor(context, parent, operand(parent, context.value(object)), args, node);
  const initializer = fieldInitializer(context.program, type);
  if (initializer !== null) context.emit(Op.Call, [context.value(object)], initializer.index);
}

const initializers = new WeakMap<Program, Map<ClassType, IrFunction | null>>();

/** A function that gives the class's own fields their first values; null where zero serves for all. */
export function fieldInitializer(program: Program, type: ClassType): IrFunction | null {
  const made = initializers.get(program) ?? new Map<ClassType, IrFunction | null>();
  initializers.set(program, made);
  let found = made.get(type);
  if (found === undefined) {
    found = fieldsToSet(program, type).length === 0 ? null : makeInitializer(program, type);
    made.set(type, found);
  }
  return found;
}

function makeInitializer(program: Program, type: ClassType): IrFunction {
  const fn = program.addFunction(`${type.name}.fields`, type.declaration.getSourceFile(), {
    params: [ValueType.Ref],
    result: ValueType.Void,
  });
  fn.declaredAt = program.positionOf(type.declaration);
  const lower = (): void => {
    program.attempt(type.declaration, () => {
      const context = new Context(program, fn, type.environment.withThis(type), types.void);
      context.ownClass = type;
      fn.addParameter(context.builder.block, ValueType.Ref);
      context.self = operand(type, context.builder.block.params[0]);
      enterScope(context, type, [type.declaration]);
      lowerFieldInitializers(context, type);
      context.builder.return();
      context.finish();
    });
  };
  program.enqueueWhen(() => isScopeKnown(program, type), lower);
  return fn;
}

/** Own fields whose first value is not zero bits (an absent one may not be), and those to which a class above has given a value before. */
function fieldsToSet(program: Program, type: ClassType): (ts.PropertyDeclaration | ts.PropertySignature)[] {
  const { fields } = program.classes.layoutOf(type);
  const parent = type.parent();
  const above = parent === null ? undefined : program.classes.layoutOf(parent).fields;
  return fieldNodes(type.declaration).flatMap(({ name, node }) => {
    const field = fields.get(name);
    if (field === undefined || ts.isParameter(node)) return [];
    const isAbove = above !== undefined && (above.has(name) || ownCell(above, name) !== undefined);
    const isNew = isOwnedBy(node) || !isAbove;
    const initializer = ts.isPropertyDeclaration(node) ? node.initializer : undefined;
    const isEmptied =
      isNew && (mayBeAbsent(field.type) || field.type === types.unknown) && (isAbove || memoryKindOf(field.type) !== MemoryKind.Ref);
    const isSet = initializer === undefined ? isEmptied : isAbove || !isZeroLiteral(initializer, field.type);
    return isSet ? [node] : [];
  });
}

function isZeroLiteral(node: ts.Expression, type: Type): boolean {
  if (ts.isNumericLiteral(node)) return Number(node.text) === 0 && (type.kind === TypeKind.Integer || type.kind === TypeKind.Number);
  if (node.kind === ts.SyntaxKind.FalseKeyword) return type.kind === TypeKind.Boolean;
  return node.kind === ts.SyntaxKind.NullKeyword && memoryKindOf(type) === MemoryKind.Ref && !tellsNullApart(type);
}

function lowerFieldInitializers(context: Context, type: ClassType): void {
  const { fields } = context.program.classes.layoutOf(type);
  const object = context.value(context.self ?? VOID_OPERAND);
  for (const member of fieldsToSet(context.program, type)) {
    const field = fields.get(memberKey(member.name));
    if (field === undefined) continue;
    context.at(member);
    const initializer = ts.isPropertyDeclaration(member) ? member.initializer : undefined;
    const bound = initializer === undefined ? undefined : boundFunctionOf(initializer);
    if (bound !== undefined) {
      setBoundFunction(context, bound, { object: operand(type, object), isThis: true, name: null }, field.type, field.field);
      continue;
    }
    const value = initializer === undefined ? absentValue(context, field.type) : lowerAs(context, initializer, field.type);
    context.emit(Op.FieldSet, [object, value], field.field);
  }
}

/** What happens before the first statement of a constructor: of a class without parent all initialisers. */
export function lowerConstructorStart(context: Context, node: ts.ConstructorDeclaration, type: ClassType | null): void {
  if (type === null) return;
  if (type.parent() !== null) return followSuper(context, node);
  lowerFieldInitializers(context, type);
  setParameterProperties(context, node, type);
}

function setParameterProperties(context: Context, node: ts.ConstructorDeclaration, type: ClassType): void {
  const { fields } = context.program.classes.layoutOf(type);
  for (const parameter of node.parameters) {
    if (!ts.isParameterPropertyDeclaration(parameter, node) || !ts.isIdentifier(parameter.name)) continue;
    const field = fields.get(parameter.name.text);
    if (field === undefined || context.self === null) continue;
    const value = lowerAs(context, parameter.name, field.type);
    context.emit(Op.FieldSet, [context.value(context.self), value], field.field);
  }
}

/** Notes whether `super()` was called, where it stands in a loop or more than once. */
function followSuper(context: Context, node: ts.ConstructorDeclaration): void {
  let count = 0;
  const visit = (current: ts.Node, isRepeated: boolean): void => {
    if (ts.isCallExpression(current) && current.expression.kind === ts.SyntaxKind.SuperKeyword) count += isRepeated ? 2 : 1;
    if (!ts.isClassLike(current)) ts.forEachChild(current, (child) => visit(child, isRepeated || ts.isIterationStatement(current, false)));
  };
  ts.forEachChild(node, (child) => visit(child, false));
  if (count < 2) return;
  context.superCalled = new SsaVariable("super", ValueType.Bool);
  context.builder.write(context.superCalled, context.builder.int(ValueType.Bool, 0));
}

/** Throws where `super()` was called before. */
function checkFirstSuper(context: Context, node: ts.Node): void {
  const { builder, superCalled } = context;
  if (superCalled === null) return;
  const declaration = context.program.coreFunction("error", "refuseSecondSuper");
  if (declaration === undefined) return context.refuse(node, "TSM3016", "refuseSecondSuper", "runtime/core/errors/error.ts");
  const [refused, first] = [builder.openBlock(true), builder.openBlock()];
  builder.branch(builder.read(superCalled), refused, first);
  builder.enter(refused);
  callDeclared(context, declaration, null, null, [], node);
  builder.enter(first);
  builder.write(superCalled, builder.int(ValueType.Bool, 1));
}

/** `super(...)`: the parent's constructor, then the own field initialisers. */
export function callSuperConstructor(context: Context, node: ts.CallExpression): Operand {
  const type = context.ownClass;
  const parent = type?.parent() ?? null;
  if (type === null || parent === null || context.self === null) return context.refuse(node, "TSM3005", "`super` here");
  const object = context.value(context.self);
  runConstructor(context, parent, operand(parent, object), superArguments(context, type, parent, node), node);
  checkFirstSuper(context, node);
  lowerFieldInitializers(context, type);
  const own = context.program.classes.constructorOf(type);
  if (own !== undefined) setParameterProperties(context, own, type);
  return VOID_OPERAND;
}

/** The arguments of `super(...)`. What a mixin passes on, it knows nothing of. */
function superArguments(context: Context, type: ClassType, parent: ClassType, node: ts.CallExpression): readonly Argument[] {
  const args = argumentsOf(context, node.arguments);
  const last = args.at(-1);
  if (last?.isSpread !== true || !isMixin(type.declaration, context.program.checker)) return args;
  const fixed = args.slice(0, -1);
  const rest = last.lower();
  const isOpen = rest.type.kind === TypeKind.Array && rest.type.element.kind === TypeKind.Unknown;
  return isOpen
    ? argumentsFromAny(context, parent.declaration, fixed, rest, node)
    : [...fixed, { ...evaluated(rest, last.node), isSpread: true }];
}
