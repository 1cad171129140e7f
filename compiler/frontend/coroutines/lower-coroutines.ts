// Coroutines: generators and async functions. Calling one makes an object of the runtime and a closure for the body, which that object
// enters again and again; what the body keeps from one time to the next is in the closure (split-coroutines.ts).
// Invariants: (1) parameters get their values, defaults and patterns included, when the function is called, not when the body begins
//             (2) the body takes its closure and the object of the runtime, and returns nothing

import ts from "typescript";
import { ClassShape } from "../../ir/module.ts";
import { Op } from "../../ir/ops.ts";
import { MemoryKind, ValueType } from "../../ir/types.ts";
import { construct } from "../classes/lower-constructors.ts";
import { Context, type Coroutine } from "../context.ts";
import { coerce } from "../expressions/conversions.ts";
import { callMember, readMember } from "../expressions/lower-members.ts";
import { evaluated } from "../functions/arguments.ts";
import { type Capture, capturesOf, captureValue, importVariable } from "../functions/captures.ts";
import { type FunctionNode, hasModifier } from "../functions/functions.ts";
import { type Operand, operand } from "../operands.ts";
import { isRuntimeClass } from "../statements/lower-iteration.ts";
import { lowerBody } from "../statements/lower-statements.ts";
import { type ClassType, functionType, type Type, TypeKind, types } from "../types/types.ts";
import { AsyncBody } from "./lower-async.ts";
import { AsyncGeneratorBody } from "./lower-async-generators.ts";
import { GeneratorBody } from "./lower-generators.ts";

export function isCoroutine(node: ts.Node): boolean {
  return (ts.isFunctionLike(node) && (node as FunctionNode).asteriskToken !== undefined) || hasModifier(node, ts.SyntaxKind.AsyncKeyword);
}

/** What a call of a generator or async function does: makes the object that runs the body, and returns what the caller is to get. */
export function lowerCoroutine(context: Context, node: FunctionNode, body: ts.ConciseBody): void {
  const isGenerator = node.asteriskToken !== undefined;
  const what = isGenerator ? "function*" : "async";
  if (context.program.isKernel)
    context.refuse(node.name ?? node, "TSM4001", what, "heap to keep its state in", "Write a class with a step.");
  context.at(node);
  if (!isGenerator) return lowerAsync(context, node, body);
  const isAsync = hasModifier(node, ts.SyntaxKind.AsyncKeyword);
  const type = generatorType(context, node, isAsync ? "AsyncGenerator" : "Generator");
  const [yielded, returned, sent] = type.typeArguments;
  const kinds = { yielded, returned, sent };
  const made = (self: Operand): Coroutine => (isAsync ? new AsyncGeneratorBody(self, kinds) : new GeneratorBody(self, kinds));
  const object = startBody(context, node, body, type, returned, made);
  context.builder.return(coerce(context, object, context.result ?? type, node));
}

/** The body runs at once, up to its first `await`. */
function lowerAsync(context: Context, node: FunctionNode, body: ts.ConciseBody): void {
  const { program } = context;
  const signature = program.checker.getSignatureFromDeclaration(node);
  const seen = signature === undefined ? undefined : program.checker.getReturnTypeOfSignature(signature);
  const promise = seen === undefined ? types.unknown : program.converter.convert(seen, context.environment, node);
  if (!isRuntimeClass(context, promise, "Promise")) return context.refuse(node, "TSM3009", promise.name);
  const [value] = promise.typeArguments;
  const call = startBody(context, node, body, runtimeClass(context, "AsyncCall", [value], node), value, (self) => new AsyncBody(self));
  callMember(context, call, "resume", [], node);
  context.builder.return(coerce(context, readMember(context, call, "promise", node), context.result ?? promise, node));
}

/** The class of the runtime that runs this generator, with the types that the checker found for it. */
function generatorType(context: Context, node: FunctionNode, name: string): ClassType {
  const { program } = context;
  const signature = program.checker.getSignatureFromDeclaration(node);
  const seen = signature === undefined ? undefined : program.checker.getReturnTypeOfSignature(signature);
  const list = seen === undefined ? [] : program.checker.getTypeArguments(seen as ts.TypeReference);
  const own = list.map((argument) => program.converter.convertLoosely(argument, context.environment, node));
  const plain = own.map((argument) => (argument.kind === TypeKind.Void ? types.undefined : argument));
  return runtimeClass(context, name, [plain[0] ?? types.unknown, plain[1] ?? types.unknown, plain[2] ?? types.unknown], node);
}

export function runtimeClass(context: Context, name: string, typeArguments: readonly Type[], node: ts.Node): ClassType {
  return context.program.runtimeClass(name, typeArguments, node);
}

/** Makes the body's closure, and the object of the runtime around it; the body itself is lowered later. */
function startBody(
  context: Context,
  node: ts.Node,
  body: ts.ConciseBody,
  type: ClassType,
  result: Type,
  made: (self: Operand) => Coroutine,
): Operand {
  const captures = capturesOf(context, [body], [], true);
  return startCode(context, node, captures, type, result, made, (inner) => lowerBody(inner, body));
}

/** The top-level code of a module, as the body of an async function; gives its promise. */
export function startModule(context: Context, node: ts.Node, lower: (inner: Context) => void): Operand {
  const type = runtimeClass(context, "AsyncCall", [types.undefined], node);
  const call = startCode(context, node, [], type, types.undefined, (self) => new AsyncBody(self), lower);
  callMember(context, call, "resume", [], node);
  return readMember(context, call, "promise", node);
}

function startCode(
  context: Context,
  node: ts.Node,
  captures: readonly Capture[],
  type: ClassType,
  result: Type,
  made: (self: Operand) => Coroutine,
  lower: (inner: Context) => void,
): Operand {
  const { program } = context;
  const bodyType = functionType([type], types.void);
  const name = `${context.fn.name}.body`;
  const fn = program.addFunction(name, node.getSourceFile(), { params: [ValueType.Ref, ValueType.Ref], result: ValueType.Void });
  fn.declaredAt = program.positionOf(node);
  const frame = program.module.addClass(program.uniqueName(`frame<${fn.name}>`, node.getSourceFile()), null, ClassShape.Closure);
  const code = program.module.addField(frame, "code", MemoryKind.I64).index;
  const stateField = program.module.addField(frame, "state", MemoryKind.I32).index;
  const fields = captures.map(({ kind }, index) => program.module.addField(frame, `capture${index}`, kind).index);
  const closure = context.emit(Op.New, [], frame.index);
  context.emit(Op.FieldSet, [closure, context.emit(Op.FunctionAddress, [], fn.index)], code);
  captures.forEach((capture, index) => void context.emit(Op.FieldSet, [closure, captureValue(context, capture)], fields[index]));
  const inner = new Context(program, fn, context.environment, result);
  inner.ownClass = context.ownClass;
  inner.inherit(context);
  program.enqueue(() =>
    program.attempt(node, () => {
      enterBody(inner, captures, fields);
      inner.coroutine = made(operand(type, inner.builder.block.params[1]));
      lower(inner);
      inner.finish();
      program.coroutines.push({ fn, frame, stateField });
    }),
  );
  return construct(context, type, [evaluated(operand(bodyType, closure), node)], node);
}

function enterBody(inner: Context, captures: readonly Capture[], fields: readonly number[]): void {
  const { builder } = inner;
  for (const type of inner.fn.params) inner.fn.addParameter(builder.block, type);
  const [closure] = builder.block.params;
  captures.forEach((capture, index) => {
    const value = inner.emit(Op.FieldGet, [closure], fields[index]);
    if (capture.symbol === null) inner.self = operand(capture.type, value);
    else if (capture.variable !== null) inner.variables.set(capture.symbol, importVariable(inner, capture.symbol, capture.variable, value));
  });
}
