// Asynchronous iteration: walking over what gives promises of its elements, for `for await` and `yield*`; and over ordinary iterables,
// whose elements may be promises.
// Invariants: (1) each step takes as many jobs as ECMAScript says: what is iterated over shows in the order of jobs
// Manual:     ECMA-262 "AsyncIteratorClose", "%AsyncFromSyncIteratorPrototype%".

import type ts from "typescript";
import type { Value } from "../../ir/function.ts";
import { ValueType } from "../../ir/types.ts";
import { construct } from "../classes/lower-constructors.ts";
import type { Context, Coroutine } from "../context.ts";
import { callMember } from "../expressions/lower-members.ts";
import { type Operand, operand, UNDEFINED_OPERAND } from "../operands.ts";
import { SsaVariable } from "../ssa.ts";
import { closing, type Iteration, iterate, overSteps } from "../statements/lower-iteration.ts";
import { valueTypeOf } from "../types/representation.ts";
import { type Type, TypeKind, types } from "../types/types.ts";
import { promiseType, toPromise } from "./lower-promises.ts";

/** Begins a walk; `wanted` is what the checker says the elements are. Each of the walk's actions may leave the body meanwhile. */
export function asyncIterate(context: Context, subject: Operand, node: ts.Node, wanted?: Type): Iteration {
  const coroutine = context.coroutine ?? context.refuse(node, "TSM3005", "`for await` here");
  if (!hasAsyncIterator(context, subject.type)) return overAwaited(context, iterate(context, subject, node), coroutine, node);
  const iterator = callMember(context, subject, "[asyncIterator]", [], node);
  const held = operand(iterator.type, context.value(iterator));
  const ask = (): Operand => coroutine.await(context, callMember(context, held, "next", [], node), node);
  const close = closing(context, held, node, (call) => void coroutine.await(context, call(), node));
  return overSteps(context, ask, close, node, wanted);
}

export function hasAsyncIterator(context: Context, type: Type): boolean {
  if (type.kind === TypeKind.Object) return type.properties().has("[asyncIterator]");
  return type.kind === TypeKind.Class && context.program.classes.findMember(type, "[asyncIterator]", "method") !== undefined;
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
