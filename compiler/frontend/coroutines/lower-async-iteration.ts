// Asynchronous iteration: walking over what gives promises of its elements, for `for await` and `yield*`; and over ordinary iterables,
// whose elements may be promises.
// Invariants: (1) each step takes as many jobs as ECMAScript says: what is iterated over shows in the order of jobs
// Manual:     ECMA-262 "AsyncIteratorClose", "%AsyncFromSyncIteratorPrototype%".

import type ts from "typescript";
import type { Value } from "../../ir/function.ts";
import { ValueType } from "../../ir/types.ts";
import { construct } from "../classes/lower-constructors.ts";
import type { Context, Coroutine } from "../context.ts";
import { branchWhere, conditional } from "../expressions/lower-conditions.ts";
import { hasMember } from "../expressions/lower-in.ts";
import { callMember } from "../expressions/lower-members.ts";
import { isIndistinct, matchUnion, narrowUnion } from "../expressions/lower-unions.ts";
import { type Operand, operand, UNDEFINED_OPERAND } from "../operands.ts";
import { SsaVariable } from "../ssa.ts";
import { closing, type Iteration, iterate, iteratorOfUnion, overIterator, overSteps } from "../statements/lower-iteration.ts";
import { valueTypeOf } from "../types/representation.ts";
import { mayBeAbsent, type Type, TypeKind, types, type UnionType, unionType } from "../types/types.ts";
import { promiseType, toPromise } from "./lower-promises.ts";

/** Begins a walk; `wanted` is what the checker says the elements are. Each of the walk's actions may leave the body meanwhile. */
export function asyncIterate(context: Context, subject: Operand, node: ts.Node, wanted?: Type): Iteration {
  const coroutine = context.coroutine ?? context.refuse(node, "TSM3005", "`for await` here");
  const { type } = subject;
  if (type.kind === TypeKind.Union && type.members.some((member) => hasAsyncIterator(context, member)))
    return overEither(context, subject, type, coroutine, node, wanted === types.never ? types.unknown : wanted);
  if (!hasAsyncIterator(context, type)) return overAwaited(context, iterate(context, subject, node), coroutine, node);
  return overAsync(context, callMember(context, subject, "[asyncIterator]", [], node), coroutine, node, wanted);
}

function overAsync(context: Context, iterator: Operand, coroutine: Coroutine, node: ts.Node, wanted: Type | undefined): Iteration {
  const held = operand(iterator.type, context.value(iterator));
  const ask = (): Operand => coroutine.await(context, callMember(context, held, "next", [], node), node);
  const close = closing(context, held, node, (call) => void coroutine.await(context, call(), node));
  return overSteps(context, ask, close, node, wanted);
}

export function hasAsyncIterator(context: Context, type: Type): boolean {
  if (type.kind === TypeKind.Object) return type.properties().has("[asyncIterator]");
  return type.kind === TypeKind.Class && context.program.classes.findMember(type, "[asyncIterator]", "method") !== undefined;
}

/** Over what may be an asynchronous iterable or an ordinary one: of the two iterators, the one that is not there is never asked. */
function overEither(
  context: Context,
  given: Operand,
  union: UnionType,
  coroutine: Coroutine,
  node: ts.Node,
  wanted: Type = types.unknown,
): Iteration {
  const { builder } = context;
  const subject = operand(union, context.value(given));
  const isAsync = (type: Type): boolean => hasAsyncIterator(context, type);
  const later = unionType(union.members.filter(isAsync));
  const atOnce = unionType(union.members.filter((member) => !isAsync(member)));
  if (mayBeAbsent(union) || later.kind === TypeKind.Union) return context.refuse(node, "TSM9001", `walking over ${union.name}`);
  if (atOnce === types.never) return asyncIterate(context, operand(later, subject.value), node, wanted);
  const ask = (part: Operand): Operand => isAsyncPart(context, part);
  const isLater = context.value(isIndistinct(context, union) ? ask(subject) : matchUnion(context, subject, ask, node, types.boolean));
  const chosen = (begin: () => Operand, whenLater: boolean): Operand => {
    let type: Type = types.unknown;
    const there = (): Operand => {
      const iterator = begin();
      type = iterator.type;
      return operand(types.unknown, context.value(iterator));
    };
    const nothing = (): Operand => operand(types.unknown, builder.nullRef());
    const held = conditional(context, isLater, whenLater ? there : nothing, whenLater ? nothing : there, node, types.unknown);
    return operand(type, held.value);
  };
  const beginLater = (): Operand => callMember(context, context.narrow(subject, later, node), "[asyncIterator]", [], node);
  const beginAtOnce = (): Operand => iteratorOfUnion(context, takenFrom(context, subject, atOnce, node), node);
  const first = overAsync(context, chosen(beginLater, true), coroutine, node, wanted);
  const second = overAwaited(context, overIterator(context, chosen(beginAtOnce, false), node, undefined), coroutine, node);
  return either(context, isLater, first, second, wanted, node);
}

/** The value as one of those members of its union. */
function takenFrom(context: Context, given: Operand, target: Type, node: ts.Node): Operand {
  return target.kind === TypeKind.Union ? narrowUnion(context, given, target, node) : context.narrow(given, target, node);
}

/** Whether what is one of these types can be walked over asynchronously: objects of object types are asked. */
function isAsyncPart(context: Context, part: Operand): Operand {
  const members = part.type.kind === TypeKind.Union ? part.type.members : [part.type];
  const answers = new Set(members.map((member) => hasAsyncIterator(context, member)));
  if (answers.size === 1) return { type: types.boolean, value: 0, constant: answers.has(true) };
  return hasMember(context, part, "[asyncIterator]");
}

/** The one walk or the other, by a Bool. */
function either(context: Context, condition: Value, first: Iteration, second: Iteration, wanted: Type, node: ts.Node): Iteration {
  const { builder } = context;
  const element = context.temporary(wanted);
  const step =
    ({ advance, element: given }: Iteration) =>
    (): Operand => {
      const take = (): Operand => {
        const value = given();
        // The library's steps hold undefined where there is none.
        const present = mayBeAbsent(value.type) && !mayBeAbsent(wanted) ? takenFrom(context, value, wanted, node) : value;
        builder.write(element, context.coerce(present, wanted, node));
        return { type: types.boolean, value: 0, constant: true };
      };
      const end = (): Operand => {
        builder.write(element, builder.zero(element.type));
        return { type: types.boolean, value: 0, constant: false };
      };
      return conditional(context, advance(), take, end, node, types.boolean);
    };
  return {
    advance: () => context.value(conditional(context, condition, step(first), step(second), node, types.boolean)),
    element: () => operand(wanted, builder.read(element)),
    close: () =>
      branchWhere(
        context,
        condition,
        () => first.close?.(),
        () => second.close?.(),
      ),
  };
}

/** Over an ordinary iterable. A step is there when its element is, and then one job later. */
export function overAwaited(context: Context, sync: Iteration, coroutine: Coroutine, node: ts.Node): Iteration {
  const { builder } = context;
  let element: { readonly type: Type; readonly variable: SsaVariable } | null = null;
  const later = (given: Operand): Operand => {
    const promise = toPromise(context, given, node);
    return coroutine.await(context, callMember(context, promise, "passOn", [], node), node);
  };
  const isThere = new SsaVariable("there", ValueType.Bool);
  return {
    advance: () => {
      const [there, ended, onward] = [builder.openBlock(), builder.openBlock(), builder.openBlock()];
      builder.branch(
        rejecting(context, coroutine, () => sync.advance(), node),
        there,
        ended,
      );
      builder.enter(there);
      const given = later(sync.element());
      element ??= { type: given.type, variable: new SsaVariable("element", valueTypeOf(given.type)) };
      builder.write(element.variable, context.value(given));
      builder.write(isThere, builder.int(ValueType.Bool, 1));
      builder.jump(onward);
      builder.enter(ended);
      later(UNDEFINED_OPERAND);
      builder.write(element.variable, builder.zero(element.variable.type));
      builder.write(isThere, builder.int(ValueType.Bool, 0));
      builder.jump(onward);
      builder.enter(onward);
      return builder.read(isThere);
    },
    element: () => (element === null ? UNDEFINED_OPERAND : operand(element.type, builder.read(element.variable))),
    close: () => {
      const { close } = sync;
      if (close === null) {
        coroutine.await(context, UNDEFINED_OPERAND, node);
        return;
      }
      const closed = (): Value => {
        close();
        return builder.int(ValueType.Bool, 1);
      };
      rejecting(context, coroutine, closed, node);
      later(UNDEFINED_OPERAND);
    },
    result: sync.result,
  };
}

/** What the code throws is met one job later, as the reason of a promise. */
function rejecting(context: Context, coroutine: Coroutine, code: () => Value, node: ts.Node): Value {
  const { builder } = context;
  const [failed, done] = [builder.openBlock(true), builder.openBlock()];
  context.handlers.push({ block: failed, cleanup: null, jumpDepth: context.jumps.length });
  const value = code();
  context.handlers.pop();
  const result = new SsaVariable("result", ValueType.Bool);
  builder.write(result, value);
  builder.jump(done);
  builder.enter(failed);
  if (!builder.isTerminated) {
    const promise = construct(context, promiseType(context, types.undefined, node), [], node);
    callMember(context, promise, "reject", [operand(types.unknown, context.program.exceptions.take(context))], node);
    coroutine.await(context, promise, node);
    builder.unreachable();
  }
  builder.enter(done);
  return builder.read(result);
}
