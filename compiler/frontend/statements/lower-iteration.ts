// Iteration: walking over what has an iterator, for loops, spreads, patterns and `yield*`.
// Invariants: (1) `return` of an iterator is called when a walk is left early, and never when `next` said done or threw
//             (2) generators are asked directly, without an object for each step

import type ts from "typescript";
import type { Value } from "../../ir/function.ts";
import { Op } from "../../ir/ops.ts";
import { ValueType } from "../../ir/types.ts";
import { construct } from "../classes/lower-constructors.ts";
import { Context } from "../context.ts";
import { runtimeClass } from "../coroutines/lower-coroutines.ts";
import { copyToArray, createArray } from "../expressions/lower-arrays.ts";
import { takenAs } from "../expressions/lower-assertions.ts";
import { conditional, loopWhile, truthOf } from "../expressions/lower-conditions.ts";
import { arrayElement, codePointString } from "../expressions/lower-elements.ts";
import { callMember, readMember, readThroughSlot } from "../expressions/lower-members.ts";
import { arrayLength, seenAsList } from "../expressions/lower-open-lists.ts";
import { elementOf, overTuple } from "../expressions/lower-tuples.ts";
import { matchUnion } from "../expressions/lower-unions.ts";
import { isAbsent } from "../expressions/stored-members.ts";
import { evaluated } from "../functions/arguments.ts";
import { callClosure } from "../functions/lower-closures.ts";
import { synthesizeClosure } from "../functions/synthesized-closures.ts";
import { callBuiltIn } from "../library/lower-built-ins.ts";
import { iteratorFrom } from "../library/lower-iterator-objects.ts";
import { type Operand, operand, UNDEFINED_OPERAND, VOID_OPERAND } from "../operands.ts";
import { SsaVariable } from "../ssa.ts";
import { valueTypeOf } from "../types/representation.ts";
import {
  arrayType,
  type ClassType,
  functionType,
  mayBeAbsent,
  presentType,
  type Type,
  TypeKind,
  types,
  unionType,
  widened,
} from "../types/types.ts";
import { lowerGuarded } from "./lower-exceptions.ts";

/** A walk over the elements of something. Nothing is kept from one call to the other but through values that dominate all of them. */
export interface Iteration {
  /** A Bool: whether there is a next element. */
  advance(): Value;
  /** Right behind an `advance` that was true. */
  element(): Operand;
  /** Tells the iterator that nobody will ask it again; null where it does not want to know. */
  readonly close: (() => void) | null;
  /** Behind an `advance` that was false: what the iterator returned. */
  readonly result?: () => Operand;
}

/** Begins a walk; `wanted` is what the checker says the elements are. */
export function iterate(context: Context, subject: Operand, node: ts.Node, wanted?: Type): Iteration {
  if (subject.type.kind === TypeKind.Array || subject.type.kind === TypeKind.TypedArray)
    return overArray(context, subject, subject.type.element);
  if (subject.type.kind === TypeKind.Tuple) return overTuple(context, subject, subject.type, node);
  if (subject.type.kind === TypeKind.String) return overString(context, subject, node);
  const list = seenAsList(context, subject, node);
  if (list !== undefined) return iterate(context, list, node, wanted);
  if (subject.type.kind === TypeKind.Union && canBeWalked(context, subject.type))
    return overIterator(context, iteratorOfUnion(context, subject, node), node, wanted);
  const iterator = isRuntimeClass(context, subject.type, "Generator") ? subject : iteratorOf(context, subject, node);
  const held = operand(iterator.type, context.value(iterator));
  if (isRuntimeClass(context, held.type, "Generator")) return overGenerator(context, held, node);
  return overIterator(context, held, node, wanted);
}

function overArray(context: Context, subject: Operand, element: Type): Iteration {
  const { builder } = context;
  const array = context.value(subject);
  const index = new SsaVariable("index", ValueType.I32);
  builder.write(index, builder.int(ValueType.I32, -1));
  return {
    advance: () => {
      builder.write(index, context.emit(Op.Add, [builder.read(index), builder.int(ValueType.I32, 1)]));
      // The length is read again each turn: the elements may become more.
      return context.emit(Op.LessSigned, [builder.read(index), arrayLength(context, array, subject.type)]);
    },
    element: () => arrayElement(context, array, builder.read(index), subject.type, element),
    close: null,
  };
}

function overString(context: Context, subject: Operand, node: ts.Node): Iteration {
  const { builder } = context;
  const text = context.value(subject);
  const index = new SsaVariable("index", ValueType.I32);
  builder.write(index, builder.int(ValueType.I32, 0));
  return {
    advance: () => context.emit(Op.LessSigned, [builder.read(index), context.emit(Op.StringLength, [text])]),
    element: () => {
      const part = codePointString(context, text, builder.read(index), node);
      builder.write(index, context.emit(Op.Add, [builder.read(index), context.emit(Op.StringLength, [part])]));
      return operand(types.string, part);
    },
    close: null,
  };
}

/** Whether a value of the first type needs an object of its own to be walked over as the second. */
export function isWalked(type: Type, target: Type): boolean {
  if (type.kind !== TypeKind.Array && type.kind !== TypeKind.TypedArray && type.kind !== TypeKind.Tuple && type.kind !== TypeKind.String)
    return false;
  return target.kind === TypeKind.Object && [...target.properties().keys()].join() === "[iterator]";
}

/** An array or string as a value of an interface that can only be walked over; undefined for other types. */
export function iterableOf(context: Context, given: Operand, target: Type, node: ts.Node): Value | undefined {
  const { type } = given;
  if (!isWalked(type, target)) return undefined;
  if (type.kind === TypeKind.Array) checkElements(context, type.element, elementTypeOf(context, target, node), node);
  const wrap = (name: string, typeArguments: readonly Type[], inner: Operand): Value =>
    context.value(construct(context, runtimeClass(context, name, typeArguments, node), [evaluated(inner, node)], node));
  if (type.kind === TypeKind.String) return wrap("StringIterable", [], given);
  if (type.kind === TypeKind.TypedArray) return wrap("IterableOfIterators", [types.number], iteratorMaker(context, given, node));
  if (type.kind === TypeKind.Tuple) return iterableOf(context, copyToArray(context, given, node), target, node);
  if (type.kind !== TypeKind.Array) return undefined;
  const list = type.element === types.never ? createArray(context, arrayType(types.undefined), []) : given;
  return wrap("ArrayIterable", [elementTypeOf(context, list.type, node)], list);
}

/** A function that begins a walk over a typed array. */
function iteratorMaker(context: Context, array: Operand, node: ts.Node): Operand {
  const type = functionType([], runtimeClass(context, "IteratorObject", [types.number], node));
  return synthesizeClosure(context, "values", type, [array], node, (inner, [held]) => callBuiltIn(inner, held, "values", [], node));
}

/** Refuses elements that cannot be handed over as what is wanted. */
function checkElements(context: Context, element: Type, wanted: Type, node: ts.Node): void {
  if (element === types.never) return;
  const scratch = Context.scratch(context.program, context.environment);
  const given = takenAs(scratch, operand(element, scratch.builder.zero(valueTypeOf(element))), wanted, node);
  scratch.coerce(given, wanted, node);
}

export function isRuntimeClass(context: Context, type: Type, name: string): type is ClassType {
  return type.kind === TypeKind.Class && type.declaration === context.program.libraryClass(name);
}

export function canBeWalked(context: Context, type: Type): boolean {
  if (type.kind === TypeKind.Union) return !mayBeAbsent(type) && type.members.every((member) => canBeWalked(context, member));
  if (type.kind === TypeKind.Object) return type.properties().has("[iterator]");
  if (type.kind === TypeKind.Class) return context.program.classes.findMember(type, "[iterator]", "method") !== undefined;
  return type.kind === TypeKind.Array || type.kind === TypeKind.TypedArray || type.kind === TypeKind.Tuple || type.kind === TypeKind.String;
}

function iteratorOf(context: Context, subject: Operand, node: ts.Node): Operand {
  const { type } = subject;
  if (!canBeWalked(context, type)) return context.refuse(node, "TSM9001", `walking over ${type.name}`);
  return callMember(context, subject, "[iterator]", [], node);
}

/** Of one of several things that can be walked over, all with elements of one type, if they have any: `never[]` has none. */
export function iteratorOfUnion(context: Context, subject: Operand, node: ts.Node): Operand {
  const { type } = subject;
  const members = type.kind === TypeKind.Union ? type.members : [type];
  const elements = members.map((member) => widened(elementTypeOf(context, member, node))).filter((element) => element !== types.never);
  const [element = types.undefined] = elements;
  if (elements.some((other) => other !== element))
    return context.refuse(node, "TSM9001", `walking over ${type.name}, of elements of several types`);
  const wanted = runtimeClass(context, "IteratorObject", [element], node);
  const begin = (part: Operand): Operand => {
    const isNever = part.type.kind === TypeKind.Array && part.type.element === types.never;
    const source = isNever ? createArray(context, arrayType(element), []) : part;
    return operand(wanted, context.coerce(iteratorFrom(context, source, element, node), wanted, node));
  };
  return matchUnion(context, subject, begin, node, wanted);
}

function overGenerator(context: Context, generator: Operand, node: ts.Node): Iteration {
  return {
    advance: () => context.value(callMember(context, generator, "advance", [], node)),
    element: () => readMember(context, generator, "yielded", node),
    close: () => void callMember(context, generator, "close", [], node),
  };
}

export function overIterator(context: Context, iterator: Operand, node: ts.Node, wanted: Type | undefined): Iteration {
  const close = closing(context, iterator, node, (call) => void call());
  return overSteps(context, () => callMember(context, iterator, "next", [], node), close, node, wanted);
}

/** Over what an iterator answers; `ask` is lowered once. */
export function overSteps(
  context: Context,
  ask: () => Operand,
  close: Iteration["close"],
  node: ts.Node,
  wanted: Type | undefined,
): Iteration {
  // A variable: a pattern asks in one of two paths, and looks at the step behind both.
  const held = new SsaVariable("step", ValueType.Ref);
  let type: Type = types.unknown;
  const step = (): Operand => operand(type, context.builder.read(held));
  return {
    advance: () => {
      const given = ask();
      type = given.type;
      context.builder.write(held, context.value(given));
      const isDone = truthOf(context, readStep(context, step(), "done", unionType([types.boolean, types.undefined]), node), node);
      return context.emit(Op.Equal, [isDone, context.builder.int(ValueType.Bool, 0)]);
    },
    element: () => stepValue(context, step(), node, wanted),
    close,
    result: () => stepResult(context, step()),
  };
}

/** A member of what `next` gave, which may be of several object types. */
function readStep(context: Context, step: Operand, name: string, type: Type, node: ts.Node): Operand {
  const isMixed = step.type.kind === TypeKind.Union && step.type.members.length > 1;
  return isMixed ? readThroughSlot(context, step, name, type) : readMember(context, step, name, node);
}

function stepValue(context: Context, step: Operand, node: ts.Node, wanted: Type | undefined): Operand {
  const { type } = step;
  if (type.kind === TypeKind.Union && type.members.length > 1) {
    const yielding = type.members.find((member) => member.name.startsWith("IteratorYieldResult<"));
    const found = yielding?.kind === TypeKind.Object ? yielding.properties().get("value")?.type : undefined;
    return readThroughSlot(context, step, "value", found ?? wanted ?? yieldedType(type.members));
  }
  const value = readMember(context, step, "value", node);
  const own = isRuntimeClass(context, type, "IterationStep") ? type.typeArguments[0] : wanted;
  const isNarrower = own !== undefined && mayBeAbsent(value.type) && !mayBeAbsent(own) && presentType(value.type).kind !== TypeKind.Union;
  return isNarrower ? context.narrow(value, presentType(value.type), node) : value;
}

/** What the steps hold that are not known to be the last one. */
function yieldedType(steps: readonly Type[]): Type {
  const properties = steps.map((step) => (step.kind === TypeKind.Object ? step.properties() : undefined));
  const yielding = properties.filter((members) => members?.get("done")?.literal !== true);
  return unionType(yielding.map((members) => members?.get("value")?.type ?? types.undefined));
}

function stepResult(context: Context, step: Operand): Operand {
  const { type } = step;
  const members = type.kind === TypeKind.Union ? type.members : [type];
  const returning = members.find((member) => member.name.startsWith("IteratorReturnResult<"));
  const found = returning?.kind === TypeKind.Object ? returning.properties().get("value")?.type : undefined;
  return found === undefined ? UNDEFINED_OPERAND : readThroughSlot(context, step, "value", found);
}

/** Of the library's iterators those that may have something to close: iterators of arrays, maps and sets have nothing. */
function closesByItself(context: Context, type: ClassType): boolean {
  const found = context.program.classes.findMember(type, "close", "method");
  const isOfLibrary = found !== undefined && isRuntimeClass(context, found.owner, "IteratorObject");
  return isOfLibrary && isRuntimeClass(context, type, "IteratorObject");
}

/** How the iterator is told that nobody will ask it again; `made` gets what calls its `return`, if it has one. */
export function closing(context: Context, iterator: Operand, node: ts.Node, made: (call: () => Operand) => void): (() => void) | null {
  const { type } = iterator;
  if (type.kind === TypeKind.Class && closesByItself(context, type))
    return () => made(() => callMember(context, iterator, "close", [], node));
  const call = optionalMethod(context, iterator, "return", node);
  if (call === null) return null;
  const closed = (ask: () => Operand): Operand => {
    made(ask);
    return VOID_OPERAND;
  };
  return () => void call([], closed, () => VOID_OPERAND);
}

/** Lowers a call of a method, or what is done where the object has none. */
type OptionalCall = (args: readonly Operand[], whenThere: (call: () => Operand) => Operand, whenMissing: () => Operand) => Operand;

/** How a method is called that an iterator need not have; null where it cannot have one. */
export function optionalMethod(context: Context, object: Operand, name: string, node: ts.Node): OptionalCall | null {
  const { type } = object;
  const direct: OptionalCall = (args, whenThere) => whenThere(() => callMember(context, object, name, args, node));
  if (type.kind === TypeKind.Class) return context.program.classes.findMember(type, name, "method") === undefined ? null : direct;
  const property = type.kind === TypeKind.Object ? type.properties().get(name) : undefined;
  if (property === undefined) return null;
  if (property.isMethod) return direct;
  return (args, whenThere, whenMissing) => {
    const method = readThroughSlot(context, object, name, property.type);
    const call = (): Operand => callClosure(context, operand(presentType(method.type), context.value(method)), args, node);
    return conditional(context, isAbsent(context, method), whenMissing, () => whenThere(call), node);
  };
}

/** Lowers code that works on an element: leaving it early, or throwing, closes the walk. */
export function guarded(context: Context, { close }: Iteration, region: () => void): void {
  if (close === null) return region();
  lowerGuarded(context, region, {
    leave: close,
    end: () => {},
    fail: (thrown) => {
      quietly(context, close);
      context.program.exceptions.throw(context, thrown);
    },
  });
}

/** What the code throws is forgotten: another exception is on its way. */
function quietly(context: Context, code: () => void): void {
  const { builder } = context;
  const [caught, done] = [builder.openBlock(true), builder.openBlock(true)];
  context.handlers.push({ block: caught, cleanup: null, jumpDepth: context.jumps.length });
  code();
  context.handlers.pop();
  builder.jump(done);
  builder.enter(caught);
  if (!builder.isTerminated) context.program.exceptions.take(context);
  builder.jump(done);
  builder.enter(done);
}

/** Walks to the end; `visit` is lowered once, for each element. */
export function forEachElement(context: Context, subject: Operand, node: ts.Node, visit: (element: Operand) => void): void {
  const iteration = iterate(context, subject, node);
  loopWhile(
    context,
    () => iteration.advance(),
    () => {
      const element = iteration.element();
      guarded(context, iteration, () => visit(element));
    },
  );
}

/** The type of the elements of what is walked over. */
export function elementTypeOf(context: Context, type: Type, node: ts.Node): Type {
  if (type.kind === TypeKind.Tuple) return elementOf(type);
  const scratch = Context.scratch(context.program, context.environment);
  const iteration = iterate(scratch, operand(type, scratch.builder.nullRef()), node);
  iteration.advance();
  return iteration.element().type;
}

/** A walk that stops after some elements, for patterns. */
export interface FirstElements {
  /** The next element, or undefined behind the last. */
  next(): Operand;
  /** An array of all that are left. */
  rest(): Operand;
  /** Closes the iterator if it has not ended. */
  end(): void;
}

export function firstElements(context: Context, subject: Operand, node: ts.Node): FirstElements {
  const { builder } = context;
  const iteration = iterate(context, subject, node);
  const element = widened(elementTypeOf(context, subject.type, node));
  const hasEnded = new SsaVariable("ended", ValueType.Bool);
  builder.write(hasEnded, builder.int(ValueType.Bool, 0));
  const advance = (): Value => {
    const ask = (): Operand => operand(types.boolean, iteration.advance());
    const no = (): Operand => ({ type: types.boolean, value: 0, constant: false });
    const isThere = context.value(conditional(context, builder.read(hasEnded), no, ask, node, types.boolean));
    builder.write(hasEnded, context.emit(Op.Equal, [isThere, builder.int(ValueType.Bool, 0)]));
    return isThere;
  };
  return {
    next: () =>
      conditional(
        context,
        advance(),
        () => iteration.element(),
        () => UNDEFINED_OPERAND,
        node,
        unionType([element, types.undefined]),
      ),
    rest: () => {
      const array = createArray(context, arrayType(element), []);
      loopWhile(
        context,
        () => advance(),
        () => {
          const given = operand(element, context.coerce(iteration.element(), element, node));
          callBuiltIn(context, array, "push", [given], node);
        },
      );
      return array;
    },
    end: () => {
      if (iteration.close === null) return;
      const [open, done] = [builder.openBlock(), builder.openBlock()];
      builder.branch(builder.read(hasEnded), done, open);
      builder.enter(open);
      iteration.close();
      builder.jump(done);
      builder.enter(done);
    },
  };
}
