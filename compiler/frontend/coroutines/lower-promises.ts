// Promises in code: `new Promise`, then, catch, finally, and the functions of Promise. What runs is runtime/core/async/promise.ts; here the
// callbacks, whose results may be promises of several types or no promises, become reactions that settle a promise of one type.

import type ts from "typescript";
import { Op } from "../../ir/ops.ts";
import { construct } from "../classes/lower-constructors.ts";
import { Context } from "../context.ts";
import { createArray } from "../expressions/lower-arrays.ts";
import { assertedKind } from "../expressions/lower-assertions.ts";
import { conditional } from "../expressions/lower-conditions.ts";
import { callMember, readMember } from "../expressions/lower-members.ts";
import { objectWith } from "../expressions/lower-objects.ts";
import { tupleLayout } from "../expressions/lower-tuples.ts";
import { matchUnion } from "../expressions/lower-unions.ts";
import { type Argument, evaluated } from "../functions/arguments.ts";
import { callDeclared } from "../functions/lower-calls.ts";
import { callClosure } from "../functions/lower-closures.ts";
import { synthesizeClosure } from "../functions/synthesized-closures.ts";
import { callBuiltIn } from "../library/lower-built-ins.ts";
import { type Operand, operand, UNDEFINED_OPERAND, VOID_OPERAND } from "../operands.ts";
import { lowerGuarded } from "../statements/lower-exceptions.ts";
import { elementTypeOf, forEachElement, isRuntimeClass } from "../statements/lower-iteration.ts";
import { mentionsUnknown } from "../types/type-parts.ts";
import {
  arrayType,
  type ClassType,
  type FunctionType,
  functionType,
  presentType,
  type TupleType,
  type Type,
  TypeKind,
  tupleType,
  types,
  unionType,
  widened,
} from "../types/types.ts";
import { runtimeClass } from "./lower-coroutines.ts";
import { followThenable, thenableValue } from "./lower-thenables.ts";
import { hidesPromise, resolveUnknown, unknownPromise } from "./lower-unknown-promises.ts";

export function promiseType(context: Context, value: Type, node: ts.Node): ClassType {
  return runtimeClass(context, "Promise", [value.kind === TypeKind.Void ? types.undefined : value], node);
}

export function isPromise(context: Context, type: Type): type is ClassType {
  return isRuntimeClass(context, type, "Promise");
}

/** A promise or a thenable. */
function isLater(context: Context, type: Type): boolean {
  return isPromise(context, type) || thenableValue(context, type) !== undefined;
}

/** What awaiting a value of the type gives. */
export function awaitedType(context: Context, type: Type): Type {
  if (type.kind === TypeKind.Union) {
    const absent = [...(type.hasNull ? [types.null] : []), ...(type.hasUndefined ? [types.undefined] : [])];
    return unionType([...type.members.map((member) => awaitedType(context, member)), ...absent]);
  }
  if (isPromise(context, type)) return type.typeArguments[0];
  const later = thenableValue(context, type);
  if (later !== undefined) return awaitedType(context, later);
  return type.kind === TypeKind.Void ? types.undefined : widened(type);
}

/** Settles a promise, that nobody else settles, as `return` in an async function does. */
export function resolvePromise(context: Context, target: Operand, given: Operand, node: ts.Node): void {
  const wanted = (target.type as ClassType).typeArguments[0];
  const { type } = given;
  if (isPromise(context, type)) return adopt(context, target, given, node);
  if (type.kind === TypeKind.Union && type.members.some((member) => isLater(context, member))) {
    const settle = (part: Operand): Operand => {
      resolvePromise(context, target, part, node);
      return VOID_OPERAND;
    };
    matchUnion(context, given, settle, node);
    return;
  }
  if (type.kind === TypeKind.Never) return;
  if (hidesPromise(type) && wanted.kind === TypeKind.Unknown) return resolveUnknown(context, target, given, node);
  if (thenableValue(context, type) !== undefined) return followThenable(context, target, given, node);
  const value = operand(wanted, context.coerce(given, wanted, node));
  callMember(context, target, "fulfill", [value], node);
}

/** Promises of one value type, or of two that are stored alike, are followed as they are; others through a conversion. */
function adopt(context: Context, target: Operand, given: Operand, node: ts.Node): void {
  const wanted = (target.type as ClassType).typeArguments[0];
  const [own] = (given.type as ClassType).typeArguments;
  if (own === wanted) {
    callMember(context, target, "adopt", [given], node);
    return;
  }
  const convert = synthesizeClosure(context, "converted", functionType([own], wanted), [], node, (_inner, _captured, [value]) => value);
  callMember(context, target, "adoptAs", [given, convert], node);
}

/** `Promise.resolve(value)`, and what `await` waits for: a promise is that itself, also where its type says more than is wanted. */
export function toPromise(context: Context, given: Operand, node: ts.Node, wanted?: Type): Operand {
  const value = wanted ?? awaitedType(context, given.type);
  const { type } = given;
  const target = promiseType(context, value, node);
  if (isPromise(context, type)) return operand(target, context.coerce(given, target, node));
  if (hidesPromise(type) && value.kind === TypeKind.Unknown) return unknownPromise(context, given, node);
  if (type.kind === TypeKind.Union && type.members.some((member) => isLater(context, member)))
    return matchUnion(context, given, (part) => toPromise(context, part, node, value), node, target);
  const made = construct(context, target, [], node);
  resolvePromise(context, made, given, node);
  return made;
}

/** A promise as one of another type, whose values are stored otherwise; undefined where the two are no promises. */
export function promiseView(context: Context, given: Operand, target: Type, node: ts.Node): Operand | undefined {
  const { type } = given;
  if (!isPromise(context, type) || !isPromise(context, target)) return undefined;
  const view = construct(context, target, [], node);
  const [from] = type.typeArguments;
  const [to] = target.typeArguments;
  const convert = synthesizeClosure(context, "converted", functionType([from], to), [], node, (_inner, _captured, [value]) => value);
  callMember(context, view, "view", [given, convert], node);
  return view;
}

// Making promises by hand

function resolveFunction(context: Context, promise: Operand, node: ts.Node): Operand {
  const [value] = (promise.type as ClassType).typeArguments;
  const type = functionType([unionType([value, promise.type])], types.void);
  return synthesizeClosure(context, "resolve", type, [promise], node, (inner, [target], [given]) => {
    const isFirst = callMember(inner, target, "lock", [], node);
    const resolve = (): Operand => {
      resolvePromise(inner, target, given, node);
      return VOID_OPERAND;
    };
    return conditional(inner, inner.value(isFirst), resolve, () => VOID_OPERAND, node);
  });
}

function rejectFunction(context: Context, promise: Operand, node: ts.Node): Operand {
  return synthesizeClosure(context, "reject", functionType([types.unknown], types.void), [promise], node, (inner, [target], [reason]) =>
    callMember(inner, target, "rejectFirst", [reason], node),
  );
}

/** `new Promise(executor)`: the executor runs at once; what it throws rejects. */
export function constructPromise(context: Context, type: ClassType, args: readonly Argument[], node: ts.Node): Operand {
  const promise = construct(context, type, [], node);
  const [resolve, reject] = [resolveFunction(context, promise, node), rejectFunction(context, promise, node)];
  const executor = args[0].lower(functionType([resolve.type, reject.type], types.void));
  lowerGuarded(context, () => void callClosure(context, executor, [resolve, reject], node), {
    leave: () => {},
    end: () => {},
    fail: (thrown) => void callMember(context, promise, "rejectFirst", [operand(types.unknown, thrown)], node),
  });
  return promise;
}

// Members

/** `then`, `catch` and `finally`; undefined for other members. */
export function callPromiseMember(
  context: Context,
  promise: Operand,
  name: string,
  args: readonly Argument[],
  node: ts.Node,
): Operand | undefined {
  const [value] = (promise.type as ClassType).typeArguments;
  if (name === "finally") return lowerFinally(context, promise, args[0], node);
  if (name !== "then" && name !== "catch") return undefined;
  const lower = (argument: Argument | undefined, param: Type): Operand | null => {
    const given = argument?.lower(functionType([param], types.unknown));
    return given === undefined || presentType(given.type).kind === TypeKind.Never ? null : given;
  };
  const onFulfilled = name === "then" ? lower(args[0], value) : null;
  const onRejected = lower(name === "then" ? args[1] : args[0], types.unknown);
  const results = [onFulfilled === null ? value : resultOf(context, onFulfilled)];
  if (onRejected !== null) results.push(resultOf(context, onRejected));
  const derived = promiseType(context, unionType(results), node);
  const first = reaction(context, onFulfilled, value, derived, node);
  const second = onRejected === null ? operand(types.null, 0) : reaction(context, onRejected, types.unknown, derived, node);
  return callWithTypes(context, promise, "thenSettle", derived.typeArguments, [first, second], node);
}

function resultOf(context: Context, callback: Operand): Type {
  const type = presentType(callback.type);
  return type.kind === TypeKind.Function ? awaitedType(context, type.result) : types.unknown;
}

/** A callback as a reaction: called with the value, its result resolves the promise that `then` gave. Without one the value goes on. */
function reaction(context: Context, callback: Operand | null, value: Type, derived: ClassType, node: ts.Node): Operand {
  const type = functionType([value, derived], types.void);
  return synthesizeClosure(context, "reaction", type, callback === null ? [] : [callback], node, (inner, [called], [given, target]) => {
    resolvePromise(
      inner,
      target,
      called === undefined ? given : callClosure(inner, called, [asDeclared(inner, called, given, node)], node),
      node,
    );
    return VOID_OPERAND;
  });
}

/** The reason of a rejection as what a callback says that it is, which is tested: `(error: Error) => ...`. */
function asDeclared(context: Context, callback: Operand, given: Operand, node: ts.Node): Operand {
  const type = presentType(callback.type);
  const declared = type.kind === TypeKind.Function && !type.hasRest ? type.params[0] : undefined;
  const isNarrower = given.type === types.unknown && declared !== undefined && declared !== types.unknown;
  return isNarrower ? assertedKind(context, given, declared, node) : given;
}

function callWithTypes(
  context: Context,
  object: Operand,
  name: string,
  typeArguments: readonly Type[],
  args: readonly Operand[],
  node: ts.Node,
): Operand {
  const { program } = context;
  const type = object.type as ClassType;
  const found = program.classes.findMember(type, name, "method");
  if (found === undefined) return context.refuse(node, "TSM3016", name, "runtime/core/async/promise.ts");
  const instance = program.functions.request(found.node, typeArguments, { ownClass: found.owner, isStatic: false });
  const values = args.map((given, index) => context.argument(given, instance.params[index], node));
  const value = context.emit(Op.Call, [context.value(object), ...values], instance.fn.index);
  return operand(instance.result, value);
}

function lowerFinally(context: Context, promise: Operand, argument: Argument | undefined, node: ts.Node): Operand {
  const callback = argument?.lower(functionType([], types.unknown));
  if (callback === undefined || presentType(callback.type).kind === TypeKind.Never)
    return callPromiseMember(context, promise, "then", [], node) ?? promise;
  const go = functionType([], types.void);
  const fail = functionType([types.unknown], types.void);
  const act = synthesizeClosure(context, "finally", functionType([go, fail], types.void), [callback], node, (inner, [called], args) => {
    const result = toPromise(inner, callClosure(inner, called, [], node), node);
    return callMember(inner, result, "follow", args, node);
  });
  return callMember(context, promise, "finallySettle", [act], node);
}

// Functions of Promise

export function callPromiseFunction(
  context: Context,
  name: string,
  args: readonly Argument[],
  node: ts.Node,
  expected: Type | undefined,
): Operand {
  switch (name) {
    case "resolve": {
      // What a type parameter stands for is unknown until this very argument tells.
      const isKnown = expected !== undefined && isPromise(context, expected) && !mentionsUnknown(expected);
      const wanted = isKnown ? expected.typeArguments[0] : undefined;
      return toPromise(context, args[0]?.lower(wanted) ?? UNDEFINED_OPERAND, node, wanted);
    }
    case "reject": {
      const seen = expected !== undefined && isPromise(context, expected) ? expected : context.checkerType(node);
      const type = isPromise(context, seen) ? seen : promiseType(context, types.never, node);
      const reason = context.coerce(args[0]?.lower() ?? UNDEFINED_OPERAND, types.unknown, node);
      const made = construct(context, type, [], node);
      callMember(context, made, "rejectFirst", [operand(types.unknown, reason)], node);
      return made;
    }
    case "try":
      return tryCall(context, args, node);
    case "withResolvers":
      return withResolvers(context, node);
    case "all":
    case "allSettled":
    case "race":
    case "any":
      return callGroup(context, name, args[0]?.lower() ?? UNDEFINED_OPERAND, node);
    default:
      return context.refuse(node, "TSM3007", "Promise", `\`${name}\``);
  }
}

/** `Promise.try(callback, ...values)`: the callback runs at once; what it throws rejects. */
function tryCall(context: Context, args: readonly Argument[], node: ts.Node): Operand {
  const [callback, ...values] = args;
  const called = callback.lower();
  if (called.type.kind !== TypeKind.Function) return context.refuse(callback.node, "TSM3008", called.type.name, "a function");
  const { params, result } = called.type;
  const held = operand(called.type, context.value(called));
  const given = values.map((value, index) => value.lower(params[index]));
  const promise = construct(context, promiseType(context, awaitedType(context, result), node), [], node);
  lowerGuarded(context, () => resolvePromise(context, promise, callClosure(context, held, given.slice(0, params.length), node), node), {
    leave: () => {},
    end: () => {},
    fail: (thrown) => void callMember(context, promise, "rejectFirst", [operand(types.unknown, thrown)], node),
  });
  return promise;
}

function withResolvers(context: Context, node: ts.Node): Operand {
  const seen = context.checkerType(node);
  const promised = seen.kind === TypeKind.Object ? seen.properties().get("promise")?.type : undefined;
  if (seen.kind !== TypeKind.Object || promised === undefined || !isPromise(context, promised))
    return context.refuse(node, "TSM3009", seen.name);
  const promise = construct(context, promised, [], node);
  return objectWith(
    context,
    seen,
    { promise, resolve: resolveFunction(context, promise, node), reject: rejectFunction(context, promise, node) },
    node,
  );
}

function callGroup(context: Context, name: "all" | "allSettled" | "race" | "any", given: Operand, node: ts.Node): Operand {
  const { type } = given;
  if (type.kind === TypeKind.Tuple) {
    const values = type.elements.map((element) => awaitedType(context, element));
    if (name === "all" || name === "allSettled")
      return allOfTuple(context, given, values, name === "all" ? fulfilledValue : outcomeOf, node);
  }
  const promises = promisesOf(context, given, node);
  const declaration = context.program.coreFunction("promise-groups", name);
  if (declaration === undefined) return context.refuse(node, "TSM3016", name, "runtime/core/async/promise-groups.ts");
  return callDeclared(context, declaration, null, null, [evaluated(promises, node)], node);
}

/** An array of promises of one type from anything that holds values and promises. */
function promisesOf(context: Context, given: Operand, node: ts.Node): Operand {
  if (given.type.kind === TypeKind.Array && isPromise(context, given.type.element)) return given;
  if (given.type.kind === TypeKind.Tuple) {
    const { elements } = given.type;
    const value = unionType(elements.map((element) => awaitedType(context, element)));
    const parts = elements.map((_, index) => toPromise(context, readMember(context, given, String(index), node), node, value));
    return createArray(
      context,
      arrayType(promiseType(context, value, node)),
      parts.map((part) => context.value(part)),
    );
  }
  const value = awaitedType(context, elementTypeOf(context, given.type, node));
  const result = createArray(context, arrayType(promiseType(context, value, node)), []);
  forEachElement(
    context,
    given,
    node,
    (element) => void callBuiltIn(context, result, "push", [toPromise(context, element, node, value)], node),
  );
  return result;
}

/** What a settled promise puts into the tuple of all. */
type Gathering = (context: Context, settled: Operand, node: ts.Node) => Operand;

function fulfilledValue(context: Context, settled: Operand, node: ts.Node): Operand {
  return readMember(context, settled, "value", node);
}

function outcomeOf(context: Context, settled: Operand, node: ts.Node): Operand {
  const declaration = context.program.coreFunction("promise-groups", "outcome");
  if (declaration === undefined) return context.refuse(node, "TSM3016", "outcome", "runtime/core/async/promise-groups.ts");
  return callDeclared(context, declaration, null, null, [evaluated(settled, node)], node);
}

/** `Promise.all` and `allSettled` of promises of different types: when the last is there, what they gave makes the tuple. */
function allOfTuple(context: Context, given: Operand, values: readonly Type[], gather: Gathering, node: ts.Node): Operand {
  const promises = values.map((value, index) => toPromise(context, readMember(context, given, String(index), node), node, value));
  const scratch = Context.scratch(context.program, context.environment);
  const isSettling = gather === outcomeOf;
  const type = tupleType(promises.map((promise) => gather(scratch, operand(promise.type, scratch.builder.nullRef()), node).type));
  const result = construct(context, promiseType(context, type, node), [], node);
  const done = synthesizeClosure(
    context,
    "gathered",
    functionType([], types.void),
    [result, ...promises],
    node,
    (inner, [target, ...all]) =>
      callMember(
        inner,
        target,
        "fulfill",
        [
          tupleOf(
            inner,
            type,
            all.map((one) => gather(inner, callMember(inner, one, "settledForm", [], node), node)),
            node,
          ),
        ],
        node,
      ),
  );
  if (promises.length === 0) return withoutPromises(context, result, type, node);
  const count: Operand = { type: types.number, value: 0, constant: { exact: BigInt(promises.length), number: promises.length } };
  const countdown = construct(context, runtimeClass(context, "Countdown", [], node), [evaluated(count, node), evaluated(done, node)], node);
  const go = synthesizeClosure(context, "step", functionType([], types.void), [countdown], node, (inner, [counter]) =>
    callMember(inner, counter, "step", [], node),
  );
  const failing: FunctionType = functionType([types.unknown], types.void);
  const fail = synthesizeClosure(context, "fail", failing, [countdown, result], node, (inner, [counter, target], [reason]) => {
    callMember(inner, counter, "cancel", [], node);
    return callMember(inner, target, "reject", [reason], node);
  });
  const ended = synthesizeClosure(context, "step", failing, [countdown], node, (inner, [counter]) =>
    callMember(inner, counter, "step", [], node),
  );
  for (const promise of promises) callMember(context, promise, "follow", [go, isSettling ? ended : fail], node);
  return result;
}

function withoutPromises(context: Context, result: Operand, type: TupleType, node: ts.Node): Operand {
  callMember(context, result, "fulfill", [tupleOf(context, type, [], node)], node);
  return result;
}

function tupleOf(context: Context, type: TupleType, values: readonly Operand[], node: ts.Node): Operand {
  const layout = tupleLayout(context, type);
  const object = context.emit(Op.New, [], layout.irClass.index);
  values.forEach((value, index) => {
    const field = layout.fields.get(String(index));
    if (field !== undefined) context.emit(Op.FieldSet, [object, context.coerce(value, type.elements[index], node)], field.field);
  });
  return operand(type, object);
}
