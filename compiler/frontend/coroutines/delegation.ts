// `yield*`: what is asked of a generator goes on to the iterator that it has handed over to.
// Invariants: (1) an iterator is asked for what its type says it has; what it need not have is looked for when the program runs
// Manual:     ECMA-262 "YieldExpression : yield * AssignmentExpression".

import type ts from "typescript";
import type { Value } from "../../ir/function.ts";
import { Op } from "../../ir/ops.ts";
import { ValueType } from "../../ir/types.ts";
import type { Context } from "../context.ts";
import { conditional } from "../expressions/lower-conditions.ts";
import { callMember } from "../expressions/lower-members.ts";
import { seenAsList } from "../expressions/lower-open-lists.ts";
import { callDeclared } from "../functions/lower-calls.ts";
import { NEVER_OPERAND, type Operand, operand, UNDEFINED_OPERAND, VOID_OPERAND } from "../operands.ts";
import { canBeWalked, optionalMethod } from "../statements/lower-iteration.ts";
import { type Type, TypeKind, types, unionType } from "../types/types.ts";

/** As runtime/core/async/generator-requests.ts numbers what is asked of a body. */
export const enum Request {
  /** Go on; no value was sent. */
  Plain = 0,
  Next = 1,
  Throw = 2,
  Return = 3,
}

/** What a generator was asked for, and what it does about the answers. */
export interface Asked {
  readonly request: Value;
  /** Of what was asked, the value that goes with it. */
  readonly sent: Operand;
  readonly returned: Operand;
  readonly failure: Operand;
  /** The step that a call has given; asynchronous iterators give promises. */
  settle(step: Operand): Operand;
  /** Returns from the body, as it was asked to. */
  leave(): void;
}

/** The step that an iterator answers to what was asked of the generator around. */
export function askIterator(context: Context, iterator: Operand, asked: Asked, node: ts.Node): Operand {
  const { builder } = context;
  const isAsked = (wanted: Request): Value => builder.emit(Op.Equal, [asked.request, builder.int(ValueType.I32, wanted)]);
  const settled = (call: () => Operand): Operand => asked.settle(call());
  const sentType = unionType([asked.sent.type, types.undefined]);
  const next = (): Operand => {
    const sent = conditional(
      context,
      isAsked(Request.Plain),
      () => UNDEFINED_OPERAND,
      () => asked.sent,
      node,
      sentType,
    );
    return asked.settle(callMember(context, iterator, "next", [sent], node));
  };
  const leave = (): Operand => {
    asked.leave();
    return NEVER_OPERAND;
  };
  const close = optionalMethod(context, iterator, "return", node);
  const fail = (): Operand => {
    close?.([], settled, () => VOID_OPERAND);
    throwRefusal(context, node);
    return NEVER_OPERAND;
  };
  const raise = optionalMethod(context, iterator, "throw", node);
  return conditional(
    context,
    isAsked(Request.Throw),
    () => raise?.([asked.failure], settled, fail) ?? fail(),
    () => conditional(context, isAsked(Request.Return), () => close?.([asked.returned], settled, leave) ?? leave(), next, node),
    node,
  );
}

/** What an iterator that was asked to return has answered, as what its generator returns: nothing, where its type says so. */
export function answered(result: Operand, returned: Type): Operand {
  return returned === types.void || returned === types.undefined ? UNDEFINED_OPERAND : result;
}

/** What is not a generator has no method for an exception from outside: asking for one is an error, after which it is closed. */
export function refuseThrow(context: Context, request: Value, node: ts.Node): void {
  const { builder } = context;
  const [refused, onward] = [builder.openBlock(true), builder.openBlock()];
  builder.branch(builder.emit(Op.Equal, [request, builder.int(ValueType.I32, Request.Throw)]), refused, onward);
  builder.enter(refused);
  throwRefusal(context, node);
  builder.enter(onward);
}

function throwRefusal(context: Context, node: ts.Node): void {
  const declaration = context.program.coreFunction("generator", "refuseThrow");
  if (declaration === undefined) return context.refuse(node, "TSM3016", "refuseThrow", "runtime/core/async/generator.ts");
  callDeclared(context, declaration, null, null, [], node);
}

/** Whether walking begins with a call: arrays and strings are walked over without. */
export function hasIteratorMethod(context: Context, { type, value }: Operand, node: ts.Node): boolean {
  if (type.kind !== TypeKind.Class && type.kind !== TypeKind.Object) return false;
  return canBeWalked(context, type) && seenAsList(context, operand(type, value), node) === undefined;
}
