// Generic functions as values: objects that know the variables around the function, with a slot for each choice of type arguments. A type
// with one generic call signature is an object type with the one member [call]; functions in object literals keep what they use in the
// literal's object itself.
// Invariants: what a function uses is the same for all objects of one class: the class is made for the types of its captures

import ts from "typescript";
import type { IrFunction, Value } from "../../ir/function.ts";
import { ClassShape, type IrClass } from "../../ir/module.ts";
import { Op } from "../../ir/ops.ts";
import { MemoryKind, ValueType } from "../../ir/types.ts";
import { Context } from "../context.ts";
import { createArray } from "../expressions/lower-arrays.ts";
import { takenAs } from "../expressions/lower-assertions.ts";
import { callSlot } from "../expressions/lower-members.ts";
import { type Operand, operand, UNDEFINED_OPERAND } from "../operands.ts";
import type { Program } from "../program.ts";
import { SsaBuilder } from "../ssa.ts";
import { constantFunction } from "../statements/lower-globals.ts";
import { CALL, callSignatureOf } from "../types/function-roles.ts";
import type { TypeEnvironment } from "../types/type-environment.ts";
import { mentionsUnknown } from "../types/type-parts.ts";
import {
  type FunctionType,
  functionType,
  type GenericSignature,
  identity,
  type ObjectType,
  type Type,
  TypeKind,
  types,
} from "../types/types.ts";
import { type Capture, captureValue } from "./captures.ts";
import { shownFunction, shownName } from "./function-names.ts";
import { type LiftedInstance, requestLiftedInstance } from "./lifted-instances.ts";
import type { ClosureNode } from "./lower-closures.ts";
import { synthesizeClosure } from "./synthesized-closures.ts";
import { signatureArguments } from "./type-inference.ts";

/** A generic function with what it uses of what is around it. */
export interface GenericClosure {
  readonly node: ClosureNode;
  /** The body that the function stands in. */
  readonly home: Context;
  readonly environment: TypeEnvironment;
  /** What stands for its type parameters: its own ones, or those of the type that it is wanted as. */
  readonly parameters: readonly ts.Symbol[];
  /** The type that it is wanted as, where it is generic by that alone. */
  readonly wanted: GenericSignature | undefined;
  readonly captures: readonly Capture[];
  /** The fields of the object that hold the captures; null for the object itself, which is `this`. */
  readonly fields: readonly (number | null)[];
}

/** A generic function as a value, or as the member of an object literal: a class with the captures as its fields, and an object of it. */
export function makeGenericFunction(context: Context, node: ClosureNode, type: ObjectType, captures: readonly Capture[]): Operand {
  if (context.isScratch) return operand(type, context.builder.nullRef());
  const irClass = genericClass(context, node, type, captures);
  const make = (): Value => {
    const object = context.emit(Op.New, [], irClass.index);
    context.emit(Op.FieldSet, [object, context.emit(Op.FunctionAddress, [], codeOf(context.program, node).index)], irClass.fields[0]);
    for (const [index, capture] of captures.entries())
      context.emit(Op.FieldSet, [object, captureValue(context, capture)], irClass.fields[index + 1]);
    return object;
  };
  const isDeclared = ts.isFunctionDeclaration(node) || ts.isClassLike(node.parent);
  const isOfModule = captures.length === 0 && isDeclared ? true : constantFunction(node) !== undefined;
  return operand(type, isOfModule ? madeOnce(context, irClass, irClass.name, make) : make());
}

/** The one object of a function that there is one of in the whole program; `key` stands for it. */
export function madeOnce(context: Context, key: object, name: string, make: () => Value): Value {
  const { builder, program } = context;
  const global = program.genericObjects.get(key) ?? program.module.addGlobal(name, MemoryKind.Ref);
  program.genericObjects.set(key, global);
  const [missing, there] = [builder.openBlock(), builder.openBlock()];
  builder.branch(context.emit(Op.Equal, [context.emit(Op.GlobalGet, [], global.index), builder.nullRef()]), missing, there);
  builder.enter(missing);
  context.emit(Op.GlobalSet, [make()], global.index);
  builder.jump(there);
  builder.enter(there);
  return context.emit(Op.GlobalGet, [], global.index);
}

function genericClass(context: Context, node: ClosureNode, type: ObjectType, captures: readonly Capture[]): IrClass {
  const { program } = context;
  const { module, classes } = program;
  const captured = captures.map((capture) => capture.type.id).join();
  // One that is generic by itself is the same function whatever it is wanted as.
  const wanted = node.typeParameters === undefined ? type.id : "";
  const key = `${identity(node)} ${wanted}<${context.environment.key}>${captured}/${context.ownClass?.id ?? ""}`;
  const known = program.genericClasses.get(key);
  if (known !== undefined) return known;
  const base = classes.baseOf("closure", ClassShape.Closure).index;
  const irClass = module.addClass(program.uniqueName("generic function", node.getSourceFile()), base, ClassShape.Closure);
  program.genericClasses.set(key, irClass);
  module.addField(irClass, "code", MemoryKind.I64);
  const fields = captures.map(({ kind }, index) => module.addField(irClass, `capture${index}`, kind).index);
  const closure = genericClosure(context, node, callSignatureOf(type), captures, fields);
  classes.live.set(irClass, {
    layout: { irClass, fields: new Map() },
    type: null,
    array: null,
    genericClosures: new Map([[CALL, closure]]),
  });
  return irClass;
}

export function genericClosure(
  context: Context,
  node: ClosureNode,
  wanted: GenericSignature | undefined,
  captures: readonly Capture[],
  fields: readonly (number | null)[],
): GenericClosure {
  const own = (node.typeParameters ?? [])
    .map((parameter) => context.program.symbolOf(parameter.name))
    .filter((found) => found !== undefined);
  const given = (wanted?.signature.typeParameters ?? []).map(({ symbol }) => symbol);
  const home = Context.scratch(context.program, context.environment);
  home.ownClass = context.ownClass;
  home.inherit(context);
  const isOwn = own.length > 0;
  const { environment } = context;
  return { node, home, environment, parameters: isOwn ? own : given, wanted: isOwn ? undefined : wanted, captures, fields };
}

/** What stands in a function object for the function itself: nobody calls it, and the console shows its name. */
function codeOf(program: Program, node: ClosureNode): IrFunction {
  let found = program.genericCodes.get(node);
  if (found === undefined) {
    found = addCode(program, node.getSourceFile(), shownFunction(node));
    program.genericCodes.set(node, found);
  }
  return found;
}

function addCode(program: Program, file: ts.SourceFile, shownAs: string): IrFunction {
  const made = program.addFunction(program.uniqueName("generic function", file), file, {
    params: [ValueType.Ref],
    result: ValueType.Void,
  });
  made.shownAs = shownAs;
  const builder = new SsaBuilder(program.module, made);
  made.addParameter(builder.block, ValueType.Ref);
  builder.unreachable();
  return made;
}

/** A generic function in a field of an object literal. */
export interface HeldGeneric {
  readonly type: Type;
  readonly seen: ts.Type;
  readonly field: number;
}

/** A generic method that was taken from its object as a value, which keeps the object: calls go to the object's own slot. */
export interface TakenGeneric {
  readonly member: string;
  readonly of: Type;
  readonly field: number;
  /** As TypeScript sees it, and whether what is around it stands for other types. */
  readonly seen: ts.Type;
  readonly isOpen: boolean;
}

/** A generic method as a value. */
export function takeGeneric(context: Context, object: Operand, name: string, type: Type, node: ts.Node): Operand {
  if (context.isScratch) return operand(type, context.builder.nullRef());
  const { program } = context;
  const { classes, module } = program;
  const irClass = classes.make(`taken ${name} of ${object.type.id}`, () => {
    const base = classes.baseOf("closure", ClassShape.Closure).index;
    const made = module.addClass(program.uniqueName(`taken ${name}`, program.loaded.files[0]), base, ClassShape.Closure);
    module.addField(made, "code", MemoryKind.I64);
    const { index: field } = module.addField(made, "object", MemoryKind.Ref);
    const seen = program.checker.getTypeAtLocation(node);
    const isOpen = (callSignatureOf(type)?.environment.key ?? "") !== "";
    const taken: TakenGeneric = { member: name, of: object.type, field, seen, isOpen };
    classes.live.set(made, {
      layout: { irClass: made, fields: new Map() },
      type: null,
      array: null,
      genericClosures: new Map([[CALL, taken]]),
    });
    return made;
  });
  const code = addCode(program, program.loaded.files[0], shownName(name));
  const value = context.emit(Op.New, [], irClass.index);
  context.emit(Op.FieldSet, [value, context.emit(Op.FunctionAddress, [], code.index)], irClass.fields[0]);
  context.emit(Op.FieldSet, [value, context.value(object)], irClass.fields[1]);
  return operand(type, value);
}

/** Calls the method of the object that a taken one keeps. */
export function callTakenGeneric(
  context: Context,
  value: Operand,
  { member, of, field }: TakenGeneric,
  called: FunctionType,
  typeArguments: readonly Type[],
  args: readonly Operand[],
): Operand {
  const object = operand(of, context.emit(Op.FieldGet, [value.value], field));
  return callSlot(context, object, member, called, args, context.program.loaded.files[0], typeArguments);
}

/** Calls the function that the object holds. */
export function callHeldGeneric(
  context: Context,
  object: Operand,
  { type, field, seen }: HeldGeneric,
  called: FunctionType,
  typeArguments: readonly Type[],
  args: readonly Operand[],
): Operand {
  const [file] = context.program.loaded.files;
  const held = operand(type, context.emit(Op.FieldGet, [object.value], field));
  const { genericCalls, methods } = context.program;
  const method = methods.slot(null, CALL, "method", called, typeArguments);
  genericCalls.set(method, [...(genericCalls.get(method) ?? []), seen]);
  return callSlot(context, held, CALL, called, args, file, typeArguments);
}

/** Whether TypeScript lets the function get to where functions of one of these types are called. */
export function mayBeCalledAs(checker: ts.TypeChecker, closure: GenericClosure | TakenGeneric, called: readonly ts.Type[]): boolean {
  // What the types around the function stand for, TypeScript does not say.
  const isOpen = "member" in closure ? closure.isOpen : closure.environment.key !== "";
  const seen = "member" in closure ? closure.seen : checker.getTypeAtLocation(closure.node);
  return isOpen || called.some((type) => checker.isTypeAssignableTo(seen, type));
}

/** Calls the function with these type arguments: the captures are in the object. */
export function callGenericClosure(
  context: Context,
  object: Operand,
  closure: GenericClosure,
  typeArguments: readonly Type[],
  args: readonly Operand[],
): Operand {
  const { node, fields } = closure;
  const { fn, type } = requestGeneric(closure, typeArguments);
  const held = fields.map((field) => (field === null ? object.value : context.emit(Op.FieldGet, [object.value], field)));
  const values = type.params.map((param, index) => {
    const isRest = type.hasRest && index === type.params.length - 1;
    return context.argument(args[index] ?? (isRest ? createArray(context, param, []) : UNDEFINED_OPERAND), param, node);
  });
  const result = context.emit(Op.Call, [...held, ...values], fn.index);
  return operand(type.result, type.result.kind === TypeKind.Void ? 0 : result);
}

function requestGeneric(closure: GenericClosure, typeArguments: readonly Type[]): LiftedInstance {
  const { node, home, captures, parameters, wanted } = closure;
  const bindings = new Map(parameters.map((symbol, index) => [symbol, typeArguments[index]]));
  const environment = closure.environment.extend(bindings);
  const expected = (): FunctionType | undefined => (wanted === undefined ? undefined : boundType(home.program, wanted, bindings, node));
  return requestLiftedInstance({ node, name: node.name?.getText() ?? "generic", kind: "generic ", home, environment, captures, expected });
}

/** Notes through which type a slot is called. */
export function noteCall(context: Context, called: FunctionType, typeArguments: readonly Type[], callee: ts.Node): void {
  const { checker, genericCalls, methods } = context.program;
  const method = methods.slot(null, CALL, "method", called, typeArguments);
  genericCalls.set(method, [...(genericCalls.get(method) ?? []), checker.getTypeAtLocation(callee)]);
}

/** The type of the function with these types for its type parameters. */
function boundType(program: Program, generic: GenericSignature, bindings: ReadonlyMap<ts.Symbol, Type>, node: ts.Node): FunctionType {
  const { signature, environment } = generic;
  const bound = environment.extend(new Map(bindings));
  const { params, hasRest } = program.converter.signatureParameters(signature, bound, node);
  return functionType(params, program.converter.convert(signature.getReturnType(), bound, node), hasRest);
}

/** A generic function value where a function of certain types is wanted: a closure that calls it with the type arguments. */
export function instanceOfGeneric(
  context: Context,
  given: Operand,
  generic: GenericSignature,
  target: FunctionType,
  node: ts.Node,
): Operand {
  const { signature } = generic;
  const typeArguments = signatureArguments(context, signature, target, node);
  const bindings = new Map((signature.typeParameters ?? []).map((parameter, index) => [parameter.symbol, typeArguments[index]]));
  const called = boundType(context.program, generic, bindings, node);
  const { params, hasRest } = called;
  if (hasRest !== target.hasRest) return context.refuse(node, "TSM3008", given.type.name, target.name);
  // Where the result is still open, the function tells it.
  const own = mentionsUnknown(target.result) ? functionType(target.params, called.result, target.hasRest) : target;
  return synthesizeClosure(context, "instance", own, [given], node, (inner, [object], args) => {
    noteCall(inner, called, typeArguments, node);
    const taken = params.map((param, index) => {
      const given = index < args.length ? takenAs(inner, args[index], param, node) : UNDEFINED_OPERAND;
      return operand(param, inner.argument(given, param, node));
    });
    const result = callSlot(inner, object, CALL, called, taken, node, typeArguments);
    return own.result.kind === TypeKind.Void ? operand(types.void, 0) : result;
  });
}
