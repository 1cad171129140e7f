// Promises behind unknown values: what `await` and resolving find out when the program runs. Every promise can be seen as one of unknown
// values, whatever it was made for; what the class of the object says is asked through a slot.
// Manual:     ECMA-262 "PromiseResolve", "Promise Resolve Functions".

import type ts from "typescript";
import { callForInstance, type Derivation } from "../classes/derived-members.ts";
import { construct } from "../classes/lower-constructors.ts";
import type { Context } from "../context.ts";
import { conditional } from "../expressions/lower-conditions.ts";
import { callMember } from "../expressions/lower-members.ts";
import { isMember, matchUnion } from "../expressions/lower-unions.ts";
import { type Operand, operand, VOID_OPERAND } from "../operands.ts";
import type { Program } from "../program.ts";
import { anyObject, type ClassType, type Type, TypeKind, types } from "../types/types.ts";
import { runtimeClass } from "./lower-coroutines.ts";
import { promiseType, promiseView } from "./lower-promises.ts";
import { followThenable, thenableValue } from "./lower-thenables.ts";

const TRUE: Operand = { type: types.boolean, value: 0, constant: true };
const FALSE: Operand = { type: types.boolean, value: 0, constant: false };

/** Whether a value of the type may be a promise though the type does not say so. */
export function hidesPromise(type: Type): boolean {
  return type.kind === TypeKind.Unknown || (type.kind === TypeKind.Object && type.view === undefined && type.properties().size === 0);
}

/** What `await` waits for: the promise that the value is, seen as one of unknown values, or a new one that is resolved with it. */
export function unknownPromise(context: Context, given: Operand, node: ts.Node): Operand {
  const target = promiseType(context, types.unknown, node);
  const made = (part: Operand): Operand => {
    const promise = construct(context, target, [], node);
    resolveUnlessPromise(context, promise, part, node);
    return promise;
  };
  return onObjects(
    context,
    given,
    (object) =>
      conditional(
        context,
        isSomePromise(context, object, node),
        () => seenAsUnknown(context, object, node),
        () => made(object),
        node,
        target,
      ),
    made,
    node,
    target,
  );
}

/** Resolves a promise of unknown values with a value, as `return` in an async function does. */
export function resolveUnknown(context: Context, target: Operand, given: Operand, node: ts.Node): void {
  const settle = (part: Operand): Operand => {
    resolveUnlessPromise(context, target, part, node);
    return VOID_OPERAND;
  };
  const settleObject = (object: Operand): Operand =>
    conditional(
      context,
      isSomePromise(context, object, node),
      () => callMember(context, target, "adopt", [seenAsUnknown(context, object, node)], node),
      () => settle(object),
      node,
    );
  onObjects(context, given, settleObject, settle, node, types.void);
}

/** Does one thing with objects and another with all other values. */
function onObjects(
  context: Context,
  given: Operand,
  onObject: (part: Operand) => Operand,
  onOther: (part: Operand) => Operand,
  node: ts.Node,
  expected: Type,
): Operand {
  const held = operand(given.type, context.value(given));
  if (given.type.kind === TypeKind.Object) return onObject(operand(anyObject, held.value));
  return matchUnion(context, held, (part) => (part.type === anyObject ? onObject(part) : onOther(part)), node, expected);
}

function isSomePromise(context: Context, object: Operand, node: ts.Node): number {
  return isMember(context, object, runtimeClass(context, "PromiseHead", [], node));
}

/** Requires: the object is a promise. */
function seenAsUnknown(context: Context, object: Operand, node: ts.Node): Operand {
  const head = operand(runtimeClass(context, "PromiseHead", [], node), object.value);
  const result = promiseType(context, types.unknown, node);
  return callForInstance(context, viewOf(result), head, TRUE, node);
}

function viewOf(result: ClassType): Derivation {
  return {
    name: "promise of unknown",
    extra: types.boolean,
    result,
    knows: () => true,
    ofValue: (context, given, _, node) => context.refuse(node, "TSM3008", given.type.name, result.name),
    ofInstance: (context, self, { type }, _, node) => {
      if (type === null || type === result) return operand(result, self);
      return promiseView(context, operand(type, self), result, node) ?? operand(result, self);
    },
  };
}

/** Settles the promise with what is no promise: a thenable is asked, if the program has any. */
function resolveUnlessPromise(context: Context, target: Operand, given: Operand, node: ts.Node): void {
  const fulfill = (): Operand => {
    const value = operand(types.unknown, context.coerce(given, types.unknown, node));
    return callMember(context, target, "fulfill", [value], node);
  };
  if (given.type !== anyObject || !definesThen(context.program)) return void fulfill();
  const asked = callForInstance(context, asking(target.type), given, target, node);
  conditional(context, context.value(asked), () => VOID_OPERAND, fulfill, node);
}

function asking(promise: Type): Derivation {
  return {
    name: "follow thenable",
    extra: promise,
    result: types.boolean,
    knows: () => true,
    ofValue: (context, given, _, node) => context.refuse(node, "TSM3008", given.type.name, promise.name),
    ofInstance: (context, self, live, target, node) => {
      const { type } = live;
      if (type === null || thenableValue(context, type) === undefined) return FALSE;
      followThenable(context, target, operand(type, self), node);
      return TRUE;
    },
  };
}

/** Whether a file of the program gives an object a member `then`. */
function definesThen(program: Program): boolean {
  const own = program.loaded.files.filter((file) => !program.isRuntime(file));
  return own.some(({ text }) => /(?<![.\w])then\s*[(<:=]/.test(text));
}
