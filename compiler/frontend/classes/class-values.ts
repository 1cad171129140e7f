// Class values: classes that programs hold, pass on and compare. Such a value is one function object for each class: the static closure
// of the function that tells whether an object is an instance, or, of a class that each run of a function makes anew, its scope, which
// holds the same function. Where a constructor is wanted, a closure that makes the objects stands for it.
// Invariants: which classes a value of `typeof C` can be is known: C and the classes below it

import ts from "typescript";
import type { IrFunction, Value } from "../../ir/function.ts";
import { ClassShape } from "../../ir/module.ts";
import { Op, PanicKind } from "../../ir/ops.ts";
import { MemoryKind, ValueType } from "../../ir/types.ts";
import { Context } from "../context.ts";
import { coerce } from "../expressions/conversions.ts";
import { lowerSlice } from "../expressions/lower-arrays.ts";
import { takenAs } from "../expressions/lower-assertions.ts";
import { conditional } from "../expressions/lower-conditions.ts";
import { readElement } from "../expressions/lower-elements.ts";
import { restAs } from "../functions/adapters.ts";
import { type Argument, evaluated } from "../functions/arguments.ts";
import { shownClass } from "../functions/function-names.ts";
import { hasModifier, isRestOfMixin } from "../functions/functions.ts";
import { closureSignature } from "../functions/lower-closures.ts";
import { type Operand, operand } from "../operands.ts";
import type { Program } from "../program.ts";
import { TypeEnvironment } from "../types/type-environment.ts";
import {
  type ClassValueType,
  classValueType,
  type FunctionType,
  presentType,
  type Type,
  TypeKind,
  types,
  unionType,
} from "../types/types.ts";
import { classScope, needsScope } from "./class-scopes.ts";
import { callCore } from "./derived-members.ts";
import { construct } from "./lower-constructors.ts";
import { hasClass, isMadeFrom } from "./lower-instances.ts";

/** The object that a class without a scope is. */
export function classObject(context: Context, { declaration }: ClassValueType): Value {
  return context.emit(Op.StaticClosure, [], instanceTest(context.program, declaration).index);
}

const TEST_SIGNATURE = { params: [ValueType.Ref, ValueType.Ref], result: ValueType.Bool } as const;

/** The function of a class as a value: whether an object is an instance of it. */
export function instanceTest(program: Program, declaration: ts.ClassLikeDeclaration): IrFunction {
  let found = program.instanceTests.get(declaration);
  if (found !== undefined) return found;
  const file = declaration.getSourceFile();
  found = program.addFunction(program.uniqueName(`class ${declaration.name?.text ?? ""}`, file), file, TEST_SIGNATURE);
  found.declaredAt = program.positionOf(declaration);
  found.shownAs = shownClass(program, declaration);
  program.instanceTests.set(declaration, found);
  program.classes.closureClass([]);
  const fn = found;
  program.enqueue(() =>
    program.attempt(declaration, () => {
      const inner = new Context(program, fn, TypeEnvironment.empty, types.boolean);
      for (const param of fn.params) fn.addParameter(inner.builder.block, param);
      const [own, object] = inner.builder.block.params;
      inner.builder.return(testInstance(inner, own, object, declaration));
      inner.finish();
    }),
  );
  return found;
}

function testInstance(context: Context, own: Value, object: Value, declaration: ts.ClassLikeDeclaration): Value {
  if ((declaration.typeParameters?.length ?? 0) > 0) return isMadeFrom(context, object, declaration);
  const target = context.program.converter.classOf(declaration, []);
  if (target.kind !== TypeKind.Class || target.isPacked) return context.builder.int(ValueType.Bool, 0);
  const { irClass, scopeField } = context.program.classes.layoutOf(target);
  const isOfClass = hasClass(context, object, irClass);
  if (scopeField === undefined) return isOfClass;
  const isSame = (): Operand => operand(types.boolean, context.emit(Op.Equal, [context.emit(Op.FieldGet, [object], scopeField), own]));
  const no: Operand = { type: types.boolean, value: 0, constant: false };
  return context.value(conditional(context, isOfClass, isSame, () => no, declaration, types.boolean));
}

/** Whether an object, which is there, is an instance of the class that the value is. */
export function isInstanceOfValue(context: Context, object: Value, kind: Operand, node: ts.Node): Value {
  const own = callCore(context, "function", "functionItself", [kind], node);
  const signature = context.program.module.internSignature(TEST_SIGNATURE);
  return context.emit(Op.CallClosure, [context.value(own), object], signature);
}

/** Goes on with the class as each of those that it can be; the results are joined. */
export function matchClass(
  context: Context,
  given: Operand,
  use: (exact: Operand, type: ClassValueType) => Operand,
  node: ts.Node,
  expected?: Type,
): Operand {
  if (given.type.kind !== TypeKind.ClassValue) return context.refuse(node, "TSM3005", given.type.name);
  if (given.type.choices.length === 1) return use(given, given.type);
  const held = context.value(given);
  const choices = given.type.choices.map((choice) => classValueType(choice, choice.name?.text ?? "class"));
  const choose = (index: number): Operand => {
    const type = choices[index];
    const exact = operand(type, held);
    if (index === choices.length - 1) return use(exact, type);
    const isThis = isClass(context, held, type);
    return conditional(
      context,
      isThis,
      () => use(exact, type),
      () => choose(index + 1),
      node,
      expected,
    );
  };
  return choose(0);
}

function isClass(context: Context, held: Value, type: ClassValueType): Value {
  const { program } = context;
  return needsScope(program, type.declaration)
    ? hasClass(context, held, classScope(program, type.declaration).irClass)
    : context.emit(Op.Equal, [held, classObject(context, type)]);
}

/** A class as a value of a constructor type: a closure that makes an object of it, and stands for the class. */
export function constructorFunction(context: Context, given: Operand, made: ClassValueType, target: FunctionType, node: ts.Node): Value {
  const { program } = context;
  const fn = program.addFunction(`new ${made.name}`, node.getSourceFile(), closureSignature(target));
  fn.declaredAt = program.positionOf(node);
  fn.isAdapter = true;
  const irClass = program.classes.closureClass([MemoryKind.Ref], ClassShape.Adapter);
  const { environment } = context;
  program.enqueue(() =>
    program.attempt(node, () => {
      const inner = new Context(program, fn, environment, target.result);
      for (const param of fn.params) fn.addParameter(inner.builder.block, param);
      const [closure, ...values] = inner.builder.block.params;
      inner.at(node);
      const own = operand(made, inner.emit(Op.FieldGet, [closure], irClass.fields[1]));
      const args = values.map((value, index) => operand(target.params[index], value));
      const result = matchClass(inner, own, (exact, type) => makeInstance(inner, exact, type, target, args, node), node, target.result);
      if (!inner.builder.isTerminated) inner.builder.return(coerce(inner, result, target.result, node));
      inner.finish();
    }),
  );
  const object = context.emit(Op.New, [], irClass.index);
  context.emit(Op.FieldSet, [object, context.emit(Op.FunctionAddress, [], fn.index)], irClass.fields[0]);
  context.emit(Op.FieldSet, [object, context.value(given)], irClass.fields[1]);
  return operand(target, object).value;
}

function makeInstance(
  context: Context,
  own: Operand,
  made: ClassValueType,
  target: FunctionType,
  args: readonly Operand[],
  node: ts.Node,
): Operand {
  const { program } = context;
  // Nobody can make objects of an abstract class.
  if (hasModifier(made.declaration, ts.SyntaxKind.AbstractKeyword)) return refusedInstance(context);
  const wanted = presentType(target.result);
  const isSame = wanted.kind === TypeKind.Class && wanted.declaration === made.declaration;
  const type = isSame ? wanted : program.converter.classOf(made.declaration, []);
  if (type.kind !== TypeKind.Class || (!isSame && (made.declaration.typeParameters?.length ?? 0) > 0))
    return context.refuse(node, "TSM3008", made.name, target.name);
  return construct(context, type, constructorArguments(context, type.declaration, target, args, node), node, () => own);
}

/** The arguments; those of a rest parameter of unknown types are what the constructor's own parameters say. */
function constructorArguments(
  context: Context,
  declaration: ts.ClassLikeDeclaration,
  target: FunctionType,
  args: readonly Operand[],
  node: ts.Node,
): Argument[] {
  const rest = args.at(-1);
  if (!target.hasRest || rest === undefined) return args.map((argument) => evaluated(argument, node));
  const fixed = args.slice(0, -1).map((argument) => evaluated(argument, node));
  const isOpen = rest.type.kind === TypeKind.Array && rest.type.element.kind === TypeKind.Unknown;
  if (!isOpen) return [...fixed, { ...evaluated(rest, node), isSpread: true }];
  return argumentsFromAny(context, declaration, fixed, rest, node, target.takesNothing);
}

/** The arguments in an array of values of unknown types, each tested against what the constructor's own parameter takes. */
export function argumentsFromAny(
  context: Context,
  declaration: ts.ClassLikeDeclaration,
  fixed: readonly Argument[],
  rest: Operand,
  node: ts.Node,
  takesNothing = false,
): Argument[] {
  const own = constructorParameters(context.program, declaration);
  const whole: Argument = { ...evaluated(rest, node), isSpread: true };
  const last = own.at(-1);
  if (last !== undefined && own.length === fixed.length + 1 && isRestOfMixin(last, context.program.checker)) return [...fixed, whole];
  const further = own.slice(fixed.length).map((parameter, index): Argument => {
    if (parameter.dotDotDotToken !== undefined) {
      const others = (): Operand => lowerSlice(context, rest, index, node);
      return { node, isSpread: true, lower: (expected) => (expected === undefined ? others() : restAs(context, others(), expected, node)) };
    }
    const position: Operand = { type: types.number, value: 0, constant: { exact: BigInt(index), number: index } };
    const lower = (expected?: Type): Operand => {
      const element = readElement(context, rest, position, node, true);
      const isOptional = parameter.initializer !== undefined || parameter.questionToken !== undefined;
      const wanted = isOptional && expected !== undefined ? unionType([expected, types.undefined]) : expected;
      // Nothing tells of a function what it takes: where a program passes one on behind `never[]`, that is not tested but refused.
      if (takesNothing && expected !== undefined && presentType(expected).kind === TypeKind.Function) return refusedInstance(context);
      return wanted === undefined ? element : takenAs(context, element, wanted, node);
    };
    return { node, isSpread: false, lower };
  });
  return [...fixed, ...further];
}

function constructorParameters(program: Program, declaration: ts.ClassLikeDeclaration): readonly ts.ParameterDeclaration[] {
  for (let current: ts.ClassLikeDeclaration | undefined = declaration; current !== undefined; ) {
    const own = current.members.find((member) => ts.isConstructorDeclaration(member) && member.body !== undefined);
    if (own !== undefined) return (own as ts.ConstructorDeclaration).parameters;
    current = program.classes.parentDeclaration(current);
  }
  return [];
}

/** In place of an object that nobody can make. */
export function refusedInstance(context: Context): Operand {
  context.check(context.builder.int(ValueType.Bool, 0), PanicKind.Narrowing);
  context.builder.unreachable();
  return operand(types.never, 0);
}

/** A value as one of these classes, which is tested. */
export function assertedClass(context: Context, given: Operand, target: ClassValueType): Operand {
  const held = context.value(given);
  const isOne = target.choices
    .map((choice) => isClass(context, held, classValueType(choice, target.name)))
    .reduce((some, next) => context.emit(Op.Select, [some, context.builder.int(ValueType.Bool, 1), next]));
  context.check(isOne, PanicKind.Narrowing);
  return operand(target, held);
}
